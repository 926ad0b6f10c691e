"""The register: a case is found, followed, opened for a reason, put right, ended, reopened."""

from datetime import date, datetime
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt

from forum_desktop import services
from forum_desktop.records.complaint import (
    Complaint,
    ComplaintIntake,
    ComplaintLevel,
    ComplaintState,
    RegisterFilter,
    RegisterShow,
    Urgency,
)
from forum_desktop.records.forum import Forum
from forum_desktop.services.desk import Desk
from forum_desktop.ui.complaints.page import ComplaintsPage
from forum_desktop.ui.complaints.register.view import RegisterView
from forum_desktop.ui.controls import Text
from forum_desktop.ui.pages import PageName
from tests.factory import BANGKOK, StepClock
from tests.ui.keyboard import ALT, CTRL, Typist

NAME, WORDS, PHRASE = "สุดยอด", "เรียกรับเงิน", "กุญแจของโต๊ะ"
Kept = dict[str, Complaint]


def told(subject: str, **more: object) -> ComplaintIntake:
    facts: dict[str, object] = {
        "kind": "light",
        "subject": subject,
        "facts": "ดับมาสองสัปดาห์",
        "community": "ริมน้ำ 1",
        "title": "นาย",
        "first_name": "ลับ",
        "last_name": NAME,
        "phone": "0812345678",
    }
    return ComplaintIntake(**(facts | more))  # type: ignore[arg-type]


def at_work(data_dir: Path, *, start: datetime | None = None) -> Desk:
    clock = StepClock(start) if start else StepClock()
    return services.start.open_desk(data_dir, "tester", clock)


@pytest.fixture
def kept(forum: Forum, data_dir: Path) -> Kept:
    """Take in one of each level, a sealed one, and two that wait since September."""
    lodge = services.complaints.lodge_complaint
    desk = at_work(data_dir, start=datetime(2021, 9, 20, 9, tzinfo=BANGKOK))
    made = {"late": lodge(desk, forum.id, told("ท่อตัน", kind="drain"))}
    desk.close()
    desk = at_work(data_dir, start=datetime(2021, 9, 30, 9, tzinfo=BANGKOK))
    made["soon"] = lodge(desk, forum.id, told("ฝาท่อหาย", kind="drain", urgency=Urgency.SOON))
    desk.close()
    desk = at_work(data_dir, start=datetime(2021, 10, 14, 8, tzinfo=BANGKOK))
    made["sealed"] = lodge(desk, forum.id, told(WORDS, facts=WORDS, is_sealed=True))
    made["nameless"] = lodge(desk, forum.id, told("ไฟกระพริบ", level=ComplaintLevel.ANONYMOUS))
    made["withheld"] = lodge(desk, forum.id, told("ไฟเสีย", level=ComplaintLevel.WITHHELD))
    made["open"] = lodge(desk, forum.id, told("ไฟดับ"))
    desk.close()
    return made


@pytest.fixture
def typist(kept: Kept, typist: Typist) -> Typist:
    """Sit down once the cases are kept."""
    assert kept
    return typist


@pytest.fixture
def view(kept: Kept, typist: Typist) -> RegisterView:
    """Sit before the register, with the cursor in the list."""
    typist.visit(PageName.COMPLAINTS)
    page = cast("ComplaintsPage", typist.window.current)
    page.show_view("register")
    shown = cast("RegisterView", page.current_view)
    typist.until(lambda: shown.cases.records.rowCount() == len(kept))
    return shown


def choose(typist: Typist, view: RegisterView, complaint: Complaint) -> None:
    rows = view.cases.records.rows()
    at = next(at for at, row in enumerate(rows) if row.complaint.id == complaint.id)
    view.go_to_list()
    while (step := at - view.cases.currentIndex().row()) != 0:
        typist.press(Qt.Key.Key_Down if step > 0 else Qt.Key.Key_Up)
    typist.until(lambda: view.card.case is not None)


def now(typist: Typist, view: RegisterView, state: ComplaintState) -> Complaint:
    """Wait until the case in hand is in a state, and return it."""
    typist.until(lambda: view.card.case is not None and view.card.case.complaint.state is state)
    assert view.card.case is not None
    return view.card.case.complaint


def on_screen(view: RegisterView) -> str:
    records = view.cases.records
    listed = [records.data(records.index(at)) for at in range(records.rowCount())]
    return " ".join((*listed, *(text.said() for text in view.page.findChildren(Text))))


def set_passphrase(typist: Typist, view: RegisterView, complaint: Complaint) -> None:
    done: list[object] = []
    view.page.act(
        lambda desk: services.complaint_desk.set_passphrase(desk, complaint.forum_id, PHRASE),
        done.append,
    )
    typist.until(lambda: bool(done))


def test_the_list_names_nobody_and_tells_no_sealed_word(typist: Typist, view: RegisterView) -> None:
    for row in view.cases.records.rows():
        choose(typist, view, row.complaint)
        typist.until(lambda: view.card._number.said().startswith("TW70-"))
        shown = on_screen(view)
        assert not [word for word in (NAME, WORDS, "0812345678") if word in shown]
    assert view.words("complaint.sealed_case") in shown


def test_parts_of_the_register_by_alt_and_digit(
    typist: Typist, view: RegisterView, kept: Kept
) -> None:
    typist.press(Qt.Key.Key_3, ALT)
    typist.until(lambda: view.cases.records.rowCount() == 1)
    assert view.cases.records.rows()[0].complaint.id == kept["late"].id
    typist.press(Qt.Key.Key_2, ALT)
    soon = kept["soon"].id
    typist.until(lambda: [row.complaint.id for row in view.cases.records.rows()] == [soon])
    assert " 1" in view.filters.parts[RegisterShow.DUE].text()
    typist.press(Qt.Key.Key_4, ALT)
    typist.until(lambda: view.cases.records.rowCount() == 0)


def test_search_by_words_and_by_number(typist: Typist, view: RegisterView, kept: Kept) -> None:
    typist.press(Qt.Key.Key_F, CTRL)
    typist.type("ฝาท่อ")
    typist.until(lambda: view.cases.records.rowCount() == 1)
    view.filters.search.clear()
    typist.type(WORDS)
    typist.until(lambda: view.cases.records.rowCount() == 0)
    view.filters.search.clear()
    typist.type(kept["sealed"].reference.replace("-", "").lower())
    typist.enter()
    typist.until(lambda: view.cases.records.rowCount() == len(kept))
    typist.until(lambda: view._chosen_id() == kept["sealed"].id)
    assert view.cases.hasFocus()


def test_a_mistyped_number_is_told(typist: Typist, view: RegisterView, kept: Kept) -> None:
    reference = kept["open"].reference
    wrong = f"{reference[:-1]}{'A' if reference[-1] != 'A' else 'B'}"
    typist.press(Qt.Key.Key_F, CTRL)
    typist.type(wrong)
    typist.enter()
    expected = view.words("complaint.number_mistyped", number=wrong)
    typist.until(lambda: typist.said() == expected)


def test_filters_narrow(typist: Typist, view: RegisterView) -> None:
    view.filters.kind.setCurrentIndex(2)
    typist.until(lambda: view.cases.records.rowCount() == 2)
    view.filters.urgency.setCurrentIndex(2)
    typist.until(lambda: view.cases.records.rowCount() == 1)


def test_a_step_by_one_key(typist: Typist, view: RegisterView, kept: Kept) -> None:
    choose(typist, view, kept["open"])
    typist.press(Qt.Key.Key_1, text="1")
    now(typist, view, ComplaintState.SCREENED)
    assert view.cases.hasFocus()
    typist.press(Qt.Key.Key_5, text="5")
    not_now = view.words("case_register.not_now", number=kept["open"].reference)
    assert typist.said() == not_now
    assert view.card.task is None


def test_an_end_asks_for_reason_and_owner(typist: Typist, view: RegisterView, kept: Kept) -> None:
    choose(typist, view, kept["open"])
    typist.press(Qt.Key.Key_8, text="8")
    assert view.card.asking.reason.hasFocus()
    for _ in range(2):
        typist.enter()
    typist.until(lambda: typist.said() == view.words("complaint.reason_needed"))
    view.card.asking.reason.setFocus()
    typist.type("รับทราบ")
    typist.enter()
    typist.type("นางตัวอย่าง สมมติ")
    typist.enter()
    complaint = now(typist, view, ComplaintState.NOTED)
    assert complaint.owner == "นางตัวอย่าง สมมติ"
    typist.press(Qt.Key.Key_B, text="b")
    typist.type("ไฟดับอีก")
    typist.enter(CTRL)
    assert now(typist, view, ComplaintState.SCREENED).times_reopened == 1


def test_sent_to_a_unit_then_elsewhere_with_a_reason(
    typist: Typist, view: RegisterView, kept: Kept
) -> None:
    choose(typist, view, kept["withheld"])
    typist.press(Qt.Key.Key_S, text="s")
    assert view.card.asking.unit.currentText() == "กองช่าง"
    typist.enter(CTRL)
    now(typist, view, ComplaintState.SENT)
    typist.press(Qt.Key.Key_S, text="s")
    view.card.asking.unit.setEditText("สำนักช่าง")
    typist.enter(CTRL)
    typist.until(lambda: typist.said() == view.words("complaint.reason_needed"))
    assert view.card.asking.unit.currentText() == "สำนักช่าง"
    view.card.asking.reason.setText("ไม่ใช่งานของกอง")
    typist.enter(CTRL)
    typist.until(lambda: view.card.case.complaint.unit == "สำนักช่าง")  # type: ignore[union-attr]
    assert view.card.case.complaint.reference == kept["withheld"].reference  # type: ignore[union-attr]


def test_a_likely_duplicate_is_linked(typist: Typist, view: RegisterView, kept: Kept) -> None:
    choose(typist, view, kept["open"])
    typist.press(Qt.Key.Key_L, text="l")
    typist.until(view.card.linking.found.hasFocus)
    found = view.card.linking.found.records.rows()
    assert [one.id for one in found] == [kept["withheld"].id, kept["nameless"].id]
    typist.enter()
    typist.until(lambda: view.card.case.same_as == kept["withheld"].reference)  # type: ignore[union-attr]
    assert view.card.case.complaint.state is ComplaintState.RECEIVED  # type: ignore[union-attr]


def test_a_case_is_joined_by_number(typist: Typist, view: RegisterView, kept: Kept) -> None:
    choose(typist, view, kept["late"])
    typist.press(Qt.Key.Key_L, text="l")
    typist.until(view.card.linking.found.hasFocus)
    view.card.linking.number.setFocus()
    typist.type(kept["open"].reference)
    view.card.linking.way.buttons["join"].click()
    view.card.linking.reason.setText("เรื่องเดียวกัน")
    view.card.linking.owner.setEditText("นางตัวอย่าง สมมติ")
    typist.enter(CTRL)
    assert now(typist, view, ComplaintState.JOINED).duplicate_of == kept["open"].id


def test_the_official_number_is_noted_and_found(
    typist: Typist, view: RegisterView, kept: Kept
) -> None:
    choose(typist, view, kept["open"])
    typist.press(Qt.Key.Key_N, text="n")
    typist.type("ขก 52001/7")
    typist.enter()
    typist.until(lambda: view.card.case.complaint.official_number != "")  # type: ignore[union-attr]
    typist.press(Qt.Key.Key_F, CTRL)
    typist.type("52001/7")
    typist.until(lambda: view.cases.records.rowCount() == 1)


def test_into_the_plan_shows_the_project(typist: Typist, view: RegisterView, kept: Kept) -> None:
    choose(typist, view, kept["open"])
    typist.press(Qt.Key.Key_P, text="p")
    view.card.planning.strategy.setCurrentIndex(1)
    assert view.card.planning.approach.count() == 3
    view.card.planning.reason.setText("ต้องตั้งงบประมาณ")
    view.card.planning.owner.setEditText("นางตัวอย่าง สมมติ")
    typist.enter(CTRL)
    now(typist, view, ComplaintState.IN_PLAN)
    assert view.card.case is not None
    assert view.card.case.project
    assert view.card.case.project in typist.said()


def test_a_person_is_opened_for_a_reason_and_hidden_again(
    typist: Typist, view: RegisterView, kept: Kept
) -> None:
    choose(typist, view, kept["withheld"])
    typist.press(Qt.Key.Key_O, text="o")
    opening = view.card.opening
    typist.enter()
    typist.until(lambda: typist.said() != "")
    assert not view.card.case.openings  # type: ignore[union-attr]
    typist.type("นัดหมายผู้ร้อง")
    typist.enter()
    typist.until(lambda: NAME in opening.shown())
    assert opening.timer.isActive()
    assert opening.timer.interval() == 60_000
    typist.until(lambda: len(view.card.case.openings) == 1)  # type: ignore[union-attr]
    assert "นัดหมายผู้ร้อง" in opening._before.said()
    opening.timer.timeout.emit()
    assert NAME not in on_screen(view)


def test_a_desk_with_a_passphrase_asks_for_it(
    typist: Typist, view: RegisterView, kept: Kept
) -> None:
    set_passphrase(typist, view, kept["open"])
    choose(typist, view, kept["late"])
    choose(typist, view, kept["open"])
    typist.until(lambda: view.card.case is not None and view.card.case.needs_passphrase)
    typist.press(Qt.Key.Key_O, text="o")
    opening = view.card.opening
    typist.type("โทรแจ้งผล")
    typist.enter()
    assert opening.passphrase.hasFocus()
    typist.type("เดาเอาเอง")
    typist.enter()
    typist.until(lambda: typist.said() == view.words("sealing.wrong_passphrase"))
    assert opening.shown() == ""
    assert opening.passphrase.hasFocus()
    assert opening.passphrase.text() == ""
    typist.type("กุญแจของโต๊ะ")
    typist.enter()
    typist.until(lambda: NAME in opening.shown())


def test_who_complains_is_put_right_without_being_shown(
    typist: Typist, view: RegisterView, kept: Kept, data_dir: Path
) -> None:
    set_passphrase(typist, view, kept["open"])
    choose(typist, view, kept["withheld"])
    typist.until(lambda: view.card.case is not None and view.card.case.needs_passphrase)
    typist.press(Qt.Key.Key_I, text="i")
    amending = view.card.amending
    assert amending.lines["name"].hasFocus()
    for words in ("ลับ นามใหม่", "-", "", "", "", "", "", "ผู้ร้องแจ้งว่าผิด", "เดาเอาเอง"):
        if words:
            typist.type(words)
        typist.enter()
    typist.until(lambda: typist.said() == view.words("sealing.wrong_passphrase"))
    typist.until(lambda: len(view.card.case.openings) == 1)  # type: ignore[union-attr]
    assert amending.lines["passphrase"].hasFocus()
    assert amending.lines["name"].text() == "ลับ นามใหม่"
    assert NAME not in on_screen(view)
    typist.type(PHRASE)
    typist.enter(CTRL)
    number = kept["withheld"].reference
    typist.until(lambda: typist.said() == view.words("keeping.done.amended", number=number))
    assert view.cases.hasFocus()
    assert [line.text() for line in amending.lines.values()] == [""] * len(amending.lines)
    typist.window.close()
    desk = at_work(data_dir)
    opens = services.complaints.open_identity
    person = opens(desk, kept["withheld"].id, "ตรวจ", passphrase=PHRASE)
    told_ = (person.title, person.first_name, person.last_name, person.phone)
    assert told_ == ("นาย", "ลับ", "นามใหม่", "")
    desk.close()


def test_correcting_a_person_takes_a_change_and_a_reason(
    typist: Typist, view: RegisterView, kept: Kept
) -> None:
    choose(typist, view, kept["open"])
    typist.press(Qt.Key.Key_I, text="i")
    typist.enter(CTRL)
    assert typist.said() == view.words("keeping.nothing_to_amend")
    typist.type("ลับ นามใหม่")
    typist.enter(CTRL)
    assert typist.said() == view.words("keeping.reason_first")
    assert view.card.amending.lines["reason"].hasFocus()
    choose(typist, view, kept["nameless"])
    typist.press(Qt.Key.Key_I, text="i")
    assert view.card.task is None


@pytest.mark.parametrize("key", [Qt.Key.Key_F12, Qt.Key.Key_F3, Qt.Key.Key_Escape, None])
def test_what_is_typed_of_a_person_goes_and_is_no_draft(
    typist: Typist, view: RegisterView, kept: Kept, key: Qt.Key | None
) -> None:
    choose(typist, view, kept["open"])
    typist.press(Qt.Key.Key_I, text="i")
    typist.type("ลับ นามใหม่")
    amending = view.card.amending
    assert amending.half_typed() == {}
    assert (amending.timer.isActive(), amending.timer.interval()) == (True, 60_000)
    if key is None:
        amending.timer.timeout.emit()
    else:
        typist.press(key)
    assert amending.lines["name"].text() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_F12, Qt.Key.Key_F3, Qt.Key.Key_Escape])
def test_a_name_goes_when_the_desk_is_left(
    typist: Typist, view: RegisterView, kept: Kept, key: Qt.Key
) -> None:
    choose(typist, view, kept["open"])
    typist.press(Qt.Key.Key_O, text="o")
    typist.type("โทรแจ้งผล")
    typist.enter()
    typist.until(lambda: NAME in view.card.opening.shown())
    typist.press(key)
    assert view.card.opening.shown() == ""
    assert NAME not in on_screen(view)
    assert view.card.opening.reason.text() == ""


def test_a_sealed_case_is_opened_then_corrected(
    typist: Typist, view: RegisterView, kept: Kept, data_dir: Path
) -> None:
    choose(typist, view, kept["sealed"])
    typist.press(Qt.Key.Key_C, text="c")
    assert view.card.task is view.card.opening
    assert view.card.opening.what.chosen() == "case"
    typist.type("ผู้ร้องขอแก้")
    typist.enter()
    typist.until(lambda: WORDS in view.card.opening.shown())
    view.card.opening.correct_button.click()
    lines = view.card.correcting.lines
    assert lines["subject"].text() == WORDS
    assert view.card.correcting.half_typed() == {}
    lines["subject"].setText("แก้แล้ว")
    lines["reason"].setFocus()
    typist.type("พิมพ์ผิด")
    typist.enter(CTRL)
    typist.until(lambda: len(view.card.case.openings) == 3)  # type: ignore[union-attr]
    typist.window.close()
    desk = at_work(data_dir)
    assert services.complaints.open_case(desk, kept["sealed"].id, "ตรวจ").subject == "แก้แล้ว"
    desk.close()


def test_a_case_is_corrected_with_a_reason(typist: Typist, view: RegisterView, kept: Kept) -> None:
    choose(typist, view, kept["open"])
    typist.press(Qt.Key.Key_C, text="c")
    typist.press(Qt.Key.Key_End)
    typist.type("สามดวง")
    typist.enter(CTRL)
    assert typist.said() == view.words("case_register.reason_first")
    typist.type("ผู้ร้องแจ้งเพิ่ม")
    typist.enter(CTRL)
    typist.until(lambda: view.card.case.complaint.subject == "ไฟดับสามดวง")  # type: ignore[union-attr]


def test_withdrawn_and_made_nameless(typist: Typist, view: RegisterView, kept: Kept) -> None:
    choose(typist, view, kept["open"])
    typist.press(Qt.Key.Key_W, text="w")
    typist.type("ผู้ร้องขอถอน")
    typist.enter()
    typist.type("นางตัวอย่าง สมมติ")
    typist.enter()
    now(typist, view, ComplaintState.WITHDRAWN)
    typist.press(Qt.Key.Key_A, text="a")
    typist.type("ผู้ร้องขอ")
    typist.enter()
    nameless = ComplaintLevel.ANONYMOUS
    typist.until(lambda: view.card.case.complaint.level is nameless)  # type: ignore[union-attr]
    typist.press(Qt.Key.Key_O, text="o")
    assert view.card.task is None


def test_what_is_half_typed_waits_but_nothing_of_a_sealed_case(
    typist: Typist, view: RegisterView, kept: Kept
) -> None:
    for name in ("open", "sealed"):
        choose(typist, view, kept[name])
        typist.press(Qt.Key.Key_W, text="w")
        typist.type("ครึ่งเดียว")
        typist.press(Qt.Key.Key_Escape)
        assert view.cases.hasFocus()
        typist.press(Qt.Key.Key_W, text="w")
        if name == "open":
            typist.until(lambda: view.card.asking.reason.text() == "ครึ่งเดียว")
        else:
            assert view.card.asking.half_typed() == {}
        typist.press(Qt.Key.Key_Escape)


def test_the_receipt_is_offered_again(
    typist: Typist, view: RegisterView, kept: Kept, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "receipt.pdf"
    monkeypatch.setattr(
        "forum_desktop.ui.documents.export.QFileDialog.getSaveFileName",
        lambda *_: (str(target), ""),
    )
    choose(typist, view, kept["withheld"])
    typist.press(Qt.Key.Key_P, CTRL)
    typist.until(target.exists)


def test_due_days_are_counted_from_the_day_told(kept: Kept, forum: Forum, data_dir: Path) -> None:
    desk = at_work(data_dir)
    wanted = RegisterFilter(show=RegisterShow.OVERDUE)
    read = services.complaints.look_through(desk, forum.id, wanted, on=date(2022, 1, 1))
    assert len(read.rows) == len(kept) == read.overdue
    assert read.soon == 0
    read = services.complaints.look_through(desk, forum.id, wanted, on=kept["late"].due_on)
    assert (read.overdue, read.soon) == (0, len([c for c in kept.values() if near(kept, c)]))
    desk.close()


def near(kept: Kept, complaint: Complaint) -> bool:
    return (complaint.due_on - kept["late"].due_on).days <= 7
