"""The keeping of the desk: who opened what, the passphrase, handing over, paper and exports."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from forum_desktop import sealing, services
from forum_desktop.records.complaint import Complaint, ComplaintIntake, ComplaintLevel
from forum_desktop.records.forum import Forum
from forum_desktop.services.desk import Desk
from forum_desktop.ui.complaints.keeping.view import KeepingView
from forum_desktop.ui.complaints.page import ComplaintsPage
from forum_desktop.ui.controls import Text
from forum_desktop.ui.pages import PageName
from tests.factory import StepClock, make_pack
from tests.ui.keyboard import ALT, CTRL, Typist

FIRST, LAST, WORDS, PHONE = "ลับ", "สุดยอด", "เรียกรับเงิน", "0812345678"
PHRASE = "กุญแจของโต๊ะ"
HEADQUARTERS = sealing.make_key()
Kept = dict[str, Complaint]


def told(**more: object) -> ComplaintIntake:
    facts: dict[str, object] = {
        "kind": "light",
        "subject": "ไฟดับ",
        "facts": "ดับมาสองสัปดาห์",
        "title": "นาย",
        "first_name": FIRST,
        "last_name": LAST,
        "phone": PHONE,
    }
    return ComplaintIntake(**(facts | more))  # type: ignore[arg-type]


def at_work(data_dir: Path) -> Desk:
    return services.start.open_desk(data_dir, "tester", StepClock())


@pytest.fixture
def kept(forum: Forum, data_dir: Path) -> Kept:
    """Take in one of each level, a sealed one and one of somebody else; open one."""
    lodge, desk = services.complaints.lodge_complaint, at_work(data_dir)
    made = {
        "open": lodge(desk, forum.id, told()),
        "withheld": lodge(desk, forum.id, told(level=ComplaintLevel.WITHHELD)),
        "nameless": lodge(desk, forum.id, told(level=ComplaintLevel.ANONYMOUS)),
        "sealed": lodge(desk, forum.id, told(subject=WORDS, facts=WORDS, is_sealed=True)),
        "other": lodge(desk, forum.id, told(first_name="อื่น", last_name="คนละคน")),
    }
    services.complaints.open_identity(desk, made["open"].id, "นัดช่างเข้าตรวจ")
    desk.close()
    return made


@pytest.fixture
def typist(kept: Kept, typist: Typist) -> Typist:
    """Sit down once the cases are kept."""
    assert kept
    return typist


@pytest.fixture
def view(typist: Typist) -> KeepingView:
    """Sit before the access log."""
    typist.visit(PageName.COMPLAINTS)
    page = cast("ComplaintsPage", typist.window.current)
    page.show_view("keeping")
    shown = cast("KeepingView", page.current_view)
    typist.until(lambda: shown.log.openings.records.rowCount() == 1 and shown.key.kept is not None)
    return shown


@pytest.fixture
def target(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], Path]:
    """Answer the dialog that asks where a file goes."""

    def answer(name: str) -> Path:
        path = tmp_path / name
        for asks in ("save_target", "documents.export"):
            place = f"forum_desktop.ui.{asks}.QFileDialog.getSaveFileName"
            monkeypatch.setattr(place, lambda *_: (str(path) if name else "", ""))
        return path

    return answer


def key(typist: Typist, letter: str) -> None:
    typist.press(ord(letter), text=letter.lower())


def done(typist: Typist, view: KeepingView, sentence: str, **details: object) -> None:
    typist.until(lambda: typist.said() == view.words(sentence, **details))


def set_phrase(typist: Typist, view: KeepingView) -> None:
    key(typist, "P")
    typist.type(PHRASE)
    typist.enter()
    typist.type(PHRASE)
    typist.enter()
    done(typist, view, "keeping.done.passphrase")
    typist.until(lambda: view.key.kept is not None and view.key.kept.is_wrapped)


def on_screen(view: KeepingView) -> str:
    lists = (view.log.openings, view.rights.found, view.paper.numbers)
    listed = [one.records.data(one.records.index(at)) for one in lists for at in rows(one)]
    typed = [line.text() for line in view.findChildren(QLineEdit)]
    return " ".join((*listed, *typed, *(text.said() for text in view.page.findChildren(Text))))


def rows(listing: object) -> range:
    return range(listing.records.rowCount())  # type: ignore[attr-defined]


def find_her(typist: Typist, view: KeepingView, many: int, phrase: str = "") -> None:
    typist.press(Qt.Key.Key_2, ALT)
    assert view.rights.form.lines["name"].hasFocus()
    for words in (f"นาย{FIRST} {LAST}", PHONE, "เจ้าของข้อมูลขอทราบ", phrase):
        if words:
            typist.type(words)
            typist.enter()
    typist.until(lambda: len(rows(view.rights.found)) == many)


def chosen(view: KeepingView) -> Complaint:
    return cast("Complaint", view.rights.found.chosen())


def choose(typist: Typist, view: KeepingView, complaint: Complaint) -> None:
    while chosen(view).id != complaint.id:
        typist.press(Qt.Key.Key_Down)


def read(typist: Typist, view: KeepingView, job: Callable[[Desk], object]) -> object:
    got: list[object] = []
    view.page.look_up(job, got.append)
    typist.until(lambda: bool(got))
    return got[0]


def test_the_log_tells_number_reason_and_opener(
    typist: Typist, view: KeepingView, kept: Kept
) -> None:
    assert view.log.openings.hasFocus()
    shown = on_screen(view)
    for words in (kept["open"].reference, "นัดช่างเข้าตรวจ"):
        assert words in shown
    assert "tester" in view.log._line(view.log.openings.records.rows()[0]).under
    assert not [word for word in (LAST, WORDS, PHONE) if word in shown]


def test_the_log_is_searched_and_leads_to_the_case(
    typist: Typist, view: KeepingView, kept: Kept
) -> None:
    typist.press(Qt.Key.Key_F, CTRL)
    typist.type("ไม่มีคำนี้")
    typist.until(lambda: not rows(view.log.openings))
    assert view.log.openings._hint == view.words("keeping.log_none")
    typist.press(Qt.Key.Key_Escape)
    typist.until(lambda: len(rows(view.log.openings)) == 1)
    typist.enter()
    page = view.page
    typist.until(lambda: page.current_view is not view)
    cases = page.current_view.cases  # type: ignore[attr-defined]
    typist.until(lambda: cases.chosen() and cases.chosen().complaint.id == kept["open"].id)


def test_the_log_is_read_by_reason(typist: Typist, view: KeepingView, kept: Kept) -> None:
    find_her(typist, view, 3)
    typist.press(Qt.Key.Key_1, ALT)
    typist.until(lambda: len(rows(view.log.openings)) == 2)
    typist.press(Qt.Key.Key_F, CTRL)
    typist.type("เจ้าของข้อมูล")
    typist.until(lambda: len(rows(view.log.openings)) == 1)
    assert view.log.openings.records.rows()[0].access.reason == "เจ้าของข้อมูลขอทราบ"


def test_a_number_typed_in_the_log_is_checked(
    typist: Typist, view: KeepingView, kept: Kept
) -> None:
    number = kept["other"].reference
    wrong = f"{number[:-1]}{'A' if number[-1] != 'A' else 'B'}"
    typist.press(Qt.Key.Key_F, CTRL)
    typist.type(wrong)
    typist.enter()
    done(typist, view, "complaint.number_mistyped", number=wrong)
    typist.press(Qt.Key.Key_F, CTRL)
    typist.type(number)
    typist.enter()
    done(typist, view, "keeping.log_none_of", number=number)


def test_who_works_at_the_desk_stands_beside_what_is_opened(
    typist: Typist, view: KeepingView, data_dir: Path, kept: Kept
) -> None:
    assert view.log.officer._says.said() == view.words("keeping.officer_unknown")
    key(typist, "W")
    assert view.log.officer.asking.lines["name"].hasFocus()
    typist.type("นายประจำ โต๊ะสมมติ")
    typist.enter()
    done(typist, view, "keeping.done.officer")
    sits = view.words("keeping.officer_is", name="นายประจำ โต๊ะสมมติ")
    typist.until(lambda: view.log.officer._says.said() == sits)
    assert view.log.openings.hasFocus()
    typist.window.close()
    desk, one = services.start.open_desk(data_dir, clock=StepClock()), kept["withheld"].id
    services.complaints.open_identity(desk, one, "โทรนัด")
    (access,) = services.complaints.who_opened(desk, one)
    desk.close()
    assert access.actor == "นายประจำ โต๊ะสมมติ (A)"


def test_a_passphrase_is_set_and_changed(typist: Typist, view: KeepingView) -> None:
    open_now = view.words("keeping.stands.open")
    assert view.key._state.said() == open_now
    key(typist, "P")
    assert view.key.setting.lines["new"].hasFocus()
    typist.type(PHRASE)
    typist.enter()
    typist.type("อย่างอื่นไปเลย")
    typist.enter()
    done(typist, view, "keeping.not_same")
    assert view.key.setting.lines["again"].text() == ""
    typist.type(PHRASE)
    typist.enter()
    done(typist, view, "keeping.done.passphrase")
    typist.until(lambda: view.key._state.said() == view.words("keeping.stands.wrapped"))
    assert view.words("keeping.means.wrapped") in view.key._means.said()
    key(typist, "P")
    assert view.key.setting.lines["old"].hasFocus()
    for words in ("เดาเอาเอง", "รหัสใหม่ของโต๊ะ", "รหัสใหม่ของโต๊ะ"):
        typist.type(words)
        typist.enter()
    done(typist, view, "sealing.wrong_passphrase")
    assert [line.text() for line in view.key.setting.lines.values()] == ["", "", ""]
    assert view.key.setting.lines["old"].hasFocus()
    for words in (PHRASE, "รหัสใหม่ของโต๊ะ", "รหัสใหม่ของโต๊ะ"):
        typist.type(words)
        typist.enter()
    done(typist, view, "keeping.done.passphrase")
    forum_id = view.page.forum_id
    check = services.complaint_desk.check_passphrase
    read(typist, view, lambda desk: check(desk, forum_id, "รหัสใหม่ของโต๊ะ"))


def test_a_short_passphrase_is_refused(typist: Typist, view: KeepingView) -> None:
    key(typist, "P")
    for _ in range(2):
        typist.type("สั้น")
        typist.enter()
    done(typist, view, "sealing.passphrase_short", shortest=8)
    assert not view.key.kept.is_wrapped  # type: ignore[union-attr]


def test_no_handing_over_while_headquarters_is_unknown(
    typist: Typist, view: KeepingView, kept: Kept
) -> None:
    key(typist, "H")
    assert typist.said() == view.words("sealing.no_hq")
    assert not view.key.handing.isVisible()
    assert view.words("keeping.no_hq") in view.key._means.said()
    opened = read(
        typist, view, lambda desk: services.complaints.open_identity(desk, kept["open"].id, "ตรวจ")
    )
    assert opened.last_name == LAST  # type: ignore[attr-defined]


def test_paper_forms_are_made_and_made_again(
    typist: Typist, view: KeepingView, target: Callable[[str], Path]
) -> None:
    key(typist, "N")
    assert view.paper.count.hasFocus()
    typist.type("๐")
    typist.enter()
    done(typist, view, "complaint.reserve_count", most=500)
    target("")
    typist.type("๓")
    typist.enter()
    assert view.paper.unused == ()
    made = target("forms.pdf")
    typist.enter()
    done(typist, view, "keeping.done.forms", count=3, name="forms.pdf")
    assert made.read_bytes().startswith(b"%PDF")
    typist.until(lambda: len(view.paper.unused) == len(rows(view.paper.numbers)) == 3)
    assert view.log.openings.hasFocus()
    first, made = made.read_bytes(), target("again.pdf")
    key(typist, "U")
    typist.enter()
    done(typist, view, "keeping.done.forms", count=3, name="again.pdf")
    assert made.stat().st_size == len(first)
    typist.until(lambda: len(view.paper.unused) == 3)


def test_numbers_whose_file_was_not_written_are_told(
    typist: Typist, view: KeepingView, target: Callable[[str], Path]
) -> None:
    target("no-such-folder/forms.pdf")
    key(typist, "N")
    typist.type("2")
    typist.enter()
    typist.until(lambda: len(view.paper.unused) == 2)


def test_every_export_has_its_key_and_tells_nobody(
    typist: Typist, view: KeepingView, target: Callable[[str], Path], kept: Kept
) -> None:
    endings = ("pdf", "xlsx", "json", "csv", "csv", "json")
    for number, ending in enumerate(endings, start=1):
        made = target(f"{number}.{ending}")
        key(typist, str(number))
        typist.until(lambda made=made: typist.said().find(made.name) >= 0)  # type: ignore[misc]
        content = made.read_bytes().decode("utf-8", "replace")
        assert not [word for word in (LAST, WORDS, PHONE) if word in content]
        if ending in {"json", "csv"}:
            assert kept["open"].reference in content


def test_her_cases_are_found_and_the_search_is_on_record(
    typist: Typist, view: KeepingView, kept: Kept
) -> None:
    find_her(typist, view, 3)
    assert view.rights.found.hasFocus()
    hers = {one.id for one in view.rights.found.records.rows()}
    assert hers == {kept[name].id for name in ("open", "withheld", "sealed")}
    shown = on_screen(view)
    assert not [word for word in (LAST, WORDS, PHONE) if word in shown]
    typist.until(lambda: len(rows(view.log.openings)) == 2)
    assert view.words("keeping.many", count=4) in on_screen(view)


def test_nothing_is_opened_without_a_name_or_a_reason(typist: Typist, view: KeepingView) -> None:
    typist.press(Qt.Key.Key_2, ALT)
    for _ in range(3):
        typist.enter()
    assert view.rights.form._trouble.said() == view.words("keeping.name_first")
    typist.type(f"{FIRST} {LAST}")
    for _ in range(3):
        typist.enter()
    assert view.rights.form._trouble.said() == view.words("keeping.reason_first")
    assert len(rows(view.log.openings)) == 1


@pytest.mark.parametrize("leave", [Qt.Key.Key_F12, Qt.Key.Key_F3, Qt.Key.Key_Escape])
def test_what_was_typed_of_a_person_goes(typist: Typist, view: KeepingView, leave: Qt.Key) -> None:
    typist.press(Qt.Key.Key_2, ALT)
    typist.type(f"{FIRST} {LAST}")
    assert LAST in on_screen(view)
    typist.press(leave)
    assert LAST not in on_screen(view)


def test_a_minute_without_a_key_forgets_all(typist: Typist, view: KeepingView) -> None:
    find_her(typist, view, 3)
    assert view.rights.timer.isActive()
    assert view.rights.timer.interval() == 60_000
    key(typist, "C")
    typist.type("นางใหม่ เปลี่ยนแล้ว")
    view.rights.timer.timeout.emit()
    assert "เปลี่ยนแล้ว" not in on_screen(view)
    assert not rows(view.rights.found)
    assert view.rights.form.lines["name"].hasFocus()


def test_a_copy_with_the_passphrase(
    typist: Typist, view: KeepingView, kept: Kept, target: Callable[[str], Path]
) -> None:
    set_phrase(typist, view)
    find_her(typist, view, 3, PHRASE)
    choose(typist, view, kept["sealed"])
    made = target("complaint.json")
    key(typist, "E")
    copying = view.rights.asked.folds["copying"]
    assert copying.lines["passphrase"].hasFocus()
    typist.type("เดาเอาเอง")
    typist.enter()
    done(typist, view, "sealing.wrong_passphrase")
    assert not made.exists()
    typist.type(PHRASE)
    typist.enter()
    done(typist, view, "keeping.done.copied", name="complaint.json")
    copy = json.loads(made.read_text(encoding="utf-8"))
    assert copy["complainant"]["last_name"] == LAST
    assert copy["complaint"]["subject"] == WORDS


def test_a_wrong_passphrase_finds_nobody(typist: Typist, view: KeepingView) -> None:
    set_phrase(typist, view)
    find_her(typist, view, 0, "เดาเอาเอง")
    done(typist, view, "sealing.wrong_passphrase")
    assert view.rights.form.lines["passphrase"].hasFocus()
    assert view.rights.form.lines["passphrase"].text() == ""
    # What was tried is on record before anything is opened.
    typist.until(lambda: len(rows(view.log.openings)) == 2)


def test_only_what_is_typed_is_corrected(typist: Typist, view: KeepingView, kept: Kept) -> None:
    find_her(typist, view, 3)
    choose(typist, view, kept["withheld"])
    key(typist, "C")
    typist.enter(CTRL)
    amending = view.rights.asked.folds["amending"]
    amending.go_button.click()
    done(typist, view, "keeping.nothing_to_amend")
    typist.type(f"{FIRST} นามใหม่")
    typist.enter()
    typist.type("-")
    amending.go_button.click()
    done(typist, view, "keeping.done.amended", number=kept["withheld"].reference)
    person = read(
        typist,
        view,
        lambda desk: services.complaints.open_identity(desk, kept["withheld"].id, "ตรวจ"),
    )
    assert (person.title, person.last_name, person.phone) == ("นาย", "นามใหม่", "")  # type: ignore[attr-defined]
    assert not chosen(view).can_reply


def test_her_name_is_taken_off(typist: Typist, view: KeepingView, kept: Kept) -> None:
    find_her(typist, view, 3)
    choose(typist, view, kept["open"])
    key(typist, "A")
    view.rights.asked.folds["redacting"].lines["reason"].clear()
    view.rights.asked.folds["redacting"].go_on()
    assert typist.said() == view.words("keeping.reason_first")
    typist.type("เจ้าของข้อมูลขอ")
    typist.enter()
    typist.until(lambda: chosen(view).level is ComplaintLevel.ANONYMOUS)
    assert not view.rights.asked.acts.buttons[ord("C")].isEnabled()
    assert view.rights.found.hasFocus()


def test_a_case_is_erased_by_the_word_only(typist: Typist, view: KeepingView, kept: Kept) -> None:
    find_her(typist, view, 3)
    choose(typist, view, kept["open"])
    key(typist, "D")
    erasing = view.rights.asked.folds["erasing"]
    assert erasing.lines["word"].hasFocus()
    typist.type("ไม่")
    typist.enter()
    assert typist.said() == view.words("keeping.erase_word_needed")
    erasing.lines["word"].clear()
    typist.type("ลบ")
    typist.enter()
    done(typist, view, "keeping.done.erased", number=kept["open"].reference)
    assert chosen(view).is_erased
    key(typist, "E")
    assert not view.rights.asked.folds["copying"].isVisible()
    typist.press(Qt.Key.Key_1, ALT)
    # What was opened before it was erased keeps its number.
    typist.until(
        lambda: view.log.openings.records.rows()[-1].references == (kept["open"].reference,)
    )


class TestHandingOver:
    """With headquarters' key in the pack."""

    @pytest.fixture
    def forum(self, data_dir: Path) -> Forum:
        """Keep a forum that knows headquarters."""
        desk = at_work(data_dir)
        pack = replace(make_pack(), hq_recipient=HEADQUARTERS.recipient)
        created = services.forums.create_forum(desk, pack)
        desk.close()
        return created

    def test_it_takes_the_word_then_nothing_opens(
        self, typist: Typist, view: KeepingView, kept: Kept
    ) -> None:
        key(typist, "H")
        assert view.key.handing.lines["word"].hasFocus()
        typist.type("ครับ")
        typist.enter()
        assert typist.said() == view.words("keeping.hand_over_word_needed")
        view.key.handing.lines["word"].clear()
        typist.type("ส่งมอบ")
        typist.enter()
        done(typist, view, "keeping.done.handed_over")
        typist.until(lambda: view.key._state.said() == view.words("keeping.stands.handed_over"))
        for letter in "PH":
            key(typist, letter)
            assert typist.said() == view.words("sealing.handed_over")
        refused: list[object] = []
        opens = services.complaints.open_identity
        view.page.look_up(
            lambda desk: opens(desk, kept["open"].id, "ตรวจ"),
            refused.append,
            refused=refused.append,
        )
        typist.until(lambda: bool(refused))
        assert getattr(refused[0], "key", "") == "sealing.handed_over"
