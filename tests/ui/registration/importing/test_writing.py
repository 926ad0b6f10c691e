"""Writing what a file tells, taking it back, and writing the list out."""

from pathlib import Path

from PySide6.QtCore import Qt

from forum_desktop import services
from forum_desktop.records.documents import DocumentFormat
from forum_desktop.ui.registration.importing.beginning import order_of_list
from forum_desktop.ui.registration.importing.view import ImportingView
from tests.services.importing.making import write_text
from tests.ui.keyboard import CTRL, Typist
from tests.ui.registration.importing.imports_desk import (
    HEADS,
    SOMSRI,
    Open,
    ask_desk,
    cell_at,
    is_open,
    on_screen,
    people_of,
    place_of,
    places_of,
    runs_of,
    states_of,
    walk,
)


def test_nothing_is_written_before_ctrl_enter_and_then_all_of_it(
    view: ImportingView, open_file: Open, typist: Typist, mixed: Path
) -> None:
    open_file(mixed)
    assert len(people_of(view, typist)) == 1
    typist.enter(CTRL)
    typist.until(lambda: not is_open(view) and not view.review.is_busy)
    words = typist.window.words
    assert typist.said() == words("importing_view.written", added="3", changed="0")
    typist.until(lambda: len(runs_of(view)) == 1)
    assert view.beginning.earlier.runs.hasFocus()
    assert len(people_of(view, typist)) == 4
    assert view.file is None


def test_who_confirmed_is_told_how_it_ended_wherever_she_went(
    view: ImportingView, open_file: Open, typist: Typist, mixed: Path
) -> None:
    open_file(mixed)
    typist.enter(CTRL)
    for _ in range(3):
        typist.press(Qt.Key.Key_Escape)
    typist.press(Qt.Key.Key_1, CTRL)
    words = typist.window.words
    written = words("importing_view.written", added="3", changed="0")
    typist.until(lambda: typist.said() == written)
    assert view.file is None
    assert not view.beginning.is_waiting


def test_one_import_is_one_undo_and_who_stayed_is_named_on_demand(
    view: ImportingView, open_file: Open, typist: Typist, mixed: Path
) -> None:
    open_file(mixed)
    typist.enter(CTRL)
    typist.until(lambda: len(runs_of(view)) == 1)
    newcomer = next(one for one in people_of(view, typist) if one.first_name == "มาใหม่")
    ask_desk(view, typist, lambda desk: services.registration.check_in(desk, newcomer.id))
    typist.press(Qt.Key.Key_F9)
    assert view.beginning.earlier.ask.line.hasFocus()
    typist.enter()
    assert typist.said() == typist.window.words("ask_line.needed")
    typist.type("ผิดแฟ้ม")
    typist.enter()
    typist.until(lambda: bool(runs_of(view)[0].undone))
    assert typist.said() == typist.window.words("importing_view.taken_back_kept", kept="1")
    assert {one.first_name for one in people_of(view, typist)} == {"สมศรี", "มาใหม่"}
    earlier = view.beginning.earlier
    assert not earlier.people.isVisible()
    typist.enter()
    typist.until(earlier.people.isVisible)
    assert [one.id for one in earlier.people.records.rows()] == [newcomer.id]
    typist.press(Qt.Key.Key_Escape)
    assert not earlier.people.isVisible()
    assert earlier.people.records.rowCount() == 0
    typist.press(Qt.Key.Key_F9)
    assert typist.said() == typist.window.words("importing.already_undone")


def test_the_list_of_imports_names_no_file(
    view: ImportingView, open_file: Open, typist: Typist, tmp_path: Path
) -> None:
    open_file(write_text(tmp_path / "นางสมศรี สมมติ.csv", [HEADS, [*SOMSRI[:1], "ตลาดเก่า"]]))
    typist.enter(CTRL)
    typist.until(lambda: len(runs_of(view)) == 1)
    assert "สมศรี" not in on_screen(view)


def test_entries_made_meanwhile_lead_to_another_look_with_the_decisions_kept(
    view: ImportingView, open_file: Open, typist: Typist, mixed: Path
) -> None:
    open_file(mixed)
    walk(typist, down=2)
    typist.press(Qt.Key.Key_Space, text=" ")
    forum_id = view.page.forum_id
    ask_desk(
        view,
        typist,
        lambda desk: services.registration.register_walk_in(
            desk, forum_id, full_name="นายมาใหม่ ทดสอบ", sector="people", community="ตลาดเก่า"
        ),
    )
    typist.enter(CTRL)
    words = typist.window.words
    again = words("importing_view.looked_again", add="1", change="2")
    typist.until(lambda: typist.said() == again)
    assert is_open(view)
    assert runs_of(view) == ()
    assert place_of(view) == (4, 0)
    typist.enter(CTRL)
    typist.until(lambda: len(runs_of(view)) == 1)
    run = runs_of(view)[0]
    assert (run.added, run.changed) == (1, 2)


def test_the_list_goes_out_and_comes_in_again_unchanged(
    view: ImportingView, open_file: Open, typist: Typist, tmp_path: Path
) -> None:
    for made_as in (DocumentFormat.XLSX, DocumentFormat.CSV):
        path = tmp_path / f"out.{made_as}"
        view.beginning.export.export_to(order_of_list(made_as), path)
        typist.until(path.exists)
        typist.until(lambda path=path: path.name in typist.said())  # type: ignore[misc]
        open_file(path)
        assert set(states_of(view)) == {"matched"}
        assert not view.review.write.isEnabled()
        assert SOMSRI[2] in [cell_at(view, row, at).text for row, at in places_of(view)]
        view.give_up()
