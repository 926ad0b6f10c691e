"""Pictures of an import in its telling states, with invented people in an untidy file."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import cast

from forum_desktop import services
from forum_desktop.records.importing import ImportState
from forum_desktop.records.people import AttendeeRow
from forum_desktop.ui.background import Ends
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.registration.importing.open_file import Filter
from forum_desktop.ui.registration.importing.view import ImportingView
from forum_desktop.ui.registration.page import RegistrationPage
from forum_desktop.ui.registration.views import ViewName
from tests.services.importing.making import write_book
from tests.ui.stages.camera import settle, until

_HEADS = (
    "ที่",
    "ชื่อ - สกุล",
    "",
    "ชุมชน/หน่วยงาน",
    "เบอร์โทร",
    "ประเภท",
    "ตำแหน่ง",
    "หมายเหตุ",
    "เลขบัตรประชาชน",
)
_SECTORS = ("ภาคประชาชน", "ภาครัฐ", "ประชาชนทั่วไป", "ฝ่ายอวกาศ")


def stage(window: MainWindow, folder: Path, name: str) -> None:
    """Grab the beginning, a file with every state, a missing column, and what was done."""
    window.activateWindow()
    window.visit(PageName.REGISTRATION)
    page = cast("RegistrationPage", window.current)
    page.show_view(ViewName.IMPORTING)
    view = cast("ImportingView", page.current_view)

    def grab(what: str) -> None:
        settle(0.4)
        folder.mkdir(parents=True, exist_ok=True)
        window.grab().save(str(folder / f"{name}-importing-{what}.png"))

    with tempfile.TemporaryDirectory() as place:
        _stage_beginning(view, grab)
        _stage_file(view, _untidy(window, Path(place) / "รายชื่อตัวแทนชุมชน 2570.xlsx"), grab)
        _stage_missing(view, Path(place) / "ไม่มีหัวตาราง.xlsx", grab)
    page.show_view(ViewName.DESK)


def _stage_beginning(view: ImportingView, grab: Callable[[str], None]) -> None:
    view.give_up()
    grab("1-beginning")


def _stage_file(view: ImportingView, path: Path, grab: Callable[[str], None]) -> None:
    review = view.review
    view.open_file(path)
    until(lambda: view.is_open and not review.is_busy)
    grab("2-file")
    states = [told.row.state for told in review.table.records.rows() if told.row]
    for at, state in enumerate(ImportState):
        if state in states:
            review.table.choose(states.index(state), 3)
            grab(f"3-{at}-{state}")
    review.chips.press(Filter.DOUBTFUL)
    review.turn_decision()
    grab("4-doubtful")
    review.open_chooser(3)
    grab("5-chooser")
    review.heads.chooser.close_up()
    view.put_away()
    grab("6-put-away")
    view.resume()
    view.write()
    until(lambda: not view.is_open)
    until(lambda: bool(view.beginning.earlier.runs.records.rows()))
    grab("7-written")
    view.beginning.earlier.ask_names()
    until(view.beginning.earlier.people.isVisible)
    grab("8-people")
    view.beginning.earlier.ask_reason()
    view.beginning.earlier.ask.line.setText("นำเข้าผิดแฟ้ม")
    grab("9-take-back")
    view.beginning.earlier.ask.give()
    until(lambda: bool(view.beginning.earlier.runs.records.rows()[0].undone))
    grab("a-taken-back")


def _stage_missing(view: ImportingView, path: Path, grab: Callable[[str], None]) -> None:
    rows = [("ก1", f"นามสมมติ{'กขคงจช'[n % 6]} ตัวอย่าง", f"หมู่ {n}", n * 3) for n in range(1, 30)]
    write_book(path, ("รายชื่อ", rows), ("แผ่นที่สอง", rows))
    view.open_file(path)
    until(lambda: view.is_open and not view.review.is_busy)
    grab("b-missing")
    view.review.heads.chooser.close_up()
    view.give_up()


def _untidy(window: MainWindow, path: Path) -> Path:
    assert window.overview is not None
    forum_id = window.overview.forum.id
    known: list[AttendeeRow] = []
    window.background.run(
        lambda desk: services.registration.find_attendees(desk, forum_id, "", 40),
        Ends(done=known.extend),
    )
    until(lambda: bool(known))
    listed = [row.attendee for row in known if row.attendee.community][:9]
    communities = [place.name for place in window.overview.pack.communities[:8]]
    rows: list[tuple[object, ...]] = [("รายชื่อผู้แทนชุมชน ประจำปี 2570",), (), _HEADS]
    for at, one in enumerate(listed):
        place, phone = (communities[2], "089 000 0000") if at % 3 == 1 else (one.community, "")
        if at % 3 == 2:
            place, phone = ("", "") if at % 2 else (one.community, "0890000001")
        first = f"{one.title}{one.first_name}"
        rows.append((at + 1, first, one.last_name, place, phone, "", one.position, "x"))
    for at in range(60):
        first = (
            f"{('นาย', 'นาง', 'นางสาว')[at % 3]}นามสมมติ{'กขคงจชซฌญ'[at % 9]}{'กขคงจชซฌ'[at // 9]}า"
        )
        phone = (f"08100000{at:02}", "81-000-000", f"๐๘๑๐๐๐๐๐{at:02}", f"{811000000 + at}")[at % 4]
        sector, place = _SECTORS[at % 4], communities[at % 8]
        rows.append(
            (at + 10, first, "ตัวอย่างทดสอบ", place, phone, sector, "กรรมการ" * (at % 2), "x")
        )
    rows += [("", "", "", communities[0], "0810000002"), ("", "รวม 69 คน")]
    return write_book(path, ("รายชื่อ", rows), ("สำรอง", rows[:20]), merged=("A1:G1", "B3:C3"))
