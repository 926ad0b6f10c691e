"""Whatever the view shows: every control has its name, and nothing is cut on a small screen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from forum_desktop.ui.registration.person.view import PersonView
from forum_desktop.wording import LANGUAGES
from tests.ui.keyboard import CTRL, Typist
from tests.ui.registration.person.hands import show
from tests.ui.test_every_page import _controls, _is_cut, _settle, _shown, _told


def _sheet(view: PersonView, typist: Typist) -> None:
    show(view, typist, "นางสาวมานี")


def _undo(view: PersonView, typist: Typist) -> None:
    _sheet(view, typist)
    view.sheet.presence.line("morning").buttons["undo"].click()


def _stand_in(view: PersonView, typist: Typist) -> None:
    _sheet(view, typist)
    view.sheet.presence.line("afternoon").buttons["stand_in"].click()


def _refuse(view: PersonView, typist: Typist) -> None:
    _sheet(view, typist)
    view.sheet.rights.ask_refusal()


def _erase(view: PersonView, typist: Typist) -> None:
    _sheet(view, typist)
    view.sheet.rights.ask_erasure()
    view.sheet.rights.erasing.erase()


def _merge(view: PersonView, typist: Typist) -> None:
    _sheet(view, typist)
    typist.press(Qt.Key.Key_M, CTRL, "m")
    typist.type("มานี ทดลอง")
    typist.enter()
    typist.until(view.merging.reason.isVisible)


def _notice(_view: PersonView, typist: Typist) -> None:
    typist.press(Qt.Key.Key_F8)


STATES: dict[str, Callable[[PersonView, Typist], object]] = {
    "board": lambda *_: None,
    "notice": _notice,
    "sheet": _sheet,
    "undo": _undo,
    "stand_in": _stand_in,
    "refuse": _refuse,
    "erase": _erase,
    "merge": _merge,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES)
def test_all_is_named_and_nothing_is_cut(
    view: PersonView, typist: Typist, state: str, language: str
) -> None:
    window = typist.window
    window.resize(1366, 768)
    if window.words.language != language:
        window.change_language()
    STATES[state](view, typist)
    _settle(window)
    unnamed = [control for control in _controls(window) if not control.accessibleName().strip()]
    assert [_told(control) for control in unnamed] == []
    cut = [shown for shown in _shown(view) if _is_cut(shown, window)]
    assert [_told(shown) for shown in cut] == []
