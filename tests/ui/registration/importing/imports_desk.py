"""Hands and eyes at the imports: what is done by keys, and what stands on screen."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from forum_desktop import services
from forum_desktop.records.importing import ColumnSource, ImportField, ImportRun
from forum_desktop.records.people import Attendee
from forum_desktop.ui.background import Ends
from forum_desktop.ui.registration.importing.view import ImportingView
from tests.services.importing.making import write_text
from tests.ui.keyboard import Typist

HEADS = ["ชื่อ-สกุล", "ชุมชน", "โทรศัพท์", "ภาคส่วน", "หมายเหตุ"]
SOMSRI = ["นางสมศรี สมมติ", "ริมน้ำ 1", "0812345678", "ประชาชนทั่วไป", ""]
MANY = 10_000

Open = Callable[[Path], None]


def write_many(path: Path) -> Path:
    letters = "กขคงจชตบปยลมรวส"
    firsts = [f"{one}{two}{three}า" for one in letters for two in letters for three in letters]
    names = [f"นาย{firsts[n % 3375]} {letters[n // 3375]}ทดสอบ" for n in range(MANY - 1)]
    rows = [[name, *SOMSRI[1:2], f"081{n:07}", *SOMSRI[3:]] for n, name in enumerate(names)]
    return write_text(path, [HEADS, *rows, rows[0]])


def pick(typist: Typist, view: ImportingView, field: ImportField) -> None:
    """Go to a field in the open chooser by arrows, and take it."""
    chooser = view.review.heads.chooser
    steps = chooser.fields().index(field) - chooser.currentRow()
    for _ in range(abs(steps)):
        typist.press(Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    typist.enter()


def walk(typist: Typist, *, down: int = 0, right: int = 0) -> None:
    for _ in range(down):
        typist.press(Qt.Key.Key_Down)
    for _ in range(right):
        typist.press(Qt.Key.Key_Right)


def rows_of(view: ImportingView) -> tuple[Any, ...]:
    return view.review.table.records.rows()


def states_of(view: ImportingView) -> list[str]:
    return [told.row.state.value for told in rows_of(view)]


def cell_at(view: ImportingView, row: int, column: int) -> Any:
    records = view.review.table.records
    return records.cell_of(records.rows()[row], column)


def places_of(view: ImportingView) -> Sequence[tuple[int, int]]:
    records = view.review.table.records
    wide = range(records.columnCount())
    return [(row, column) for row in range(records.rowCount()) for column in wide]


def place_of(view: ImportingView) -> tuple[int, int]:
    """Return the number of the row in the file and the column under the cursor."""
    table = view.review.table
    return table.chosen().line.number, table.currentIndex().column()  # type: ignore[union-attr]


def column_of(view: ImportingView, at: int) -> tuple[ImportField | None, ColumnSource]:
    assert view.file is not None
    column = view.file.preview.columns[at]
    return column.field, column.source


def is_open(view: ImportingView) -> bool:
    return view.is_open


def will_do(view: ImportingView) -> tuple[int, int, int]:
    assert view.file is not None
    return view.file.to_add, view.file.to_change, view.file.left_out


def runs_of(view: ImportingView) -> tuple[ImportRun, ...]:
    return view.beginning.earlier.runs.records.rows()


def people_of(view: ImportingView, typist: Typist) -> tuple[Attendee, ...]:
    """Return those listed who are no officers of the pack."""
    forum_id = view.page.forum_id
    rows = ask_desk(
        view, typist, lambda desk: services.registration.find_attendees(desk, forum_id, "", 500)
    )
    return tuple(row.attendee for row in rows if "นายก" not in row.attendee.position)


def ask_desk(view: ImportingView, typist: Typist, job: Callable[[Any], Any]) -> Any:
    answers: list[Any] = []
    view.page.background.run(job, Ends(done=answers.append))
    typist.until(lambda: bool(answers))
    return answers[0]


def on_screen(view: ImportingView) -> str:
    """Return every word that the view holds in labels, lists and its table."""
    labels = [label.text() for label in view.findChildren(QLabel)]
    named = [widget.accessibleName() for widget in view.findChildren(QWidget)]
    earlier = view.beginning.earlier
    lists = [
        str(shown.records.data(shown.records.index(at, 0)))
        for shown in (earlier.runs, earlier.people)
        for at in range(shown.records.rowCount())
    ]
    cells = [cell_at(view, *place).text for place in places_of(view)]
    return "\n".join([*labels, *named, *lists, *cells])
