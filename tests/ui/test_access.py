"""What assistive technology hears and what a keyboard reaches, on every page and view."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget

from forum_desktop.wording import Wording
from tests.ui.keyboard import Typist
from tests.ui.walking import every_view

_VAGUE = {
    QAccessible.Role.NoRole,
    QAccessible.Role.Client,
    QAccessible.Role.Window,
    QAccessible.Role.Border,
}
_EDGE = 6
"""Pixels around a control in which its focus may show."""
_MOST_STOPS = 400


@pytest.fixture(autouse=True)
def _heard() -> Iterator[None]:
    """Behave as while a screen reader listens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def stops(typist: Typist) -> list[QWidget]:
    """Return the controls in sight that Tab may come to."""
    return [
        widget
        for widget in typist.window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus.value
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not widget.visibleRegion().isEmpty()
        and not _is_reached_by_arrows(widget)
    ]


def _is_reached_by_arrows(widget: QWidget) -> bool:
    """Tell whether Tab comes to another button of its group, from which arrows lead here."""
    if not isinstance(widget, QAbstractButton):
        return False
    group = widget.group()
    return group is not None and group.exclusive() and not widget.isChecked()


def told_of(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()!r}"


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_control_says_what_it_is_and_what_it_is_called(typist: Typist, language: str) -> None:
    typist.window.retell(Wording(language))  # type: ignore[arg-type]
    silent = []
    for view in every_view(typist):
        for widget in stops(typist):
            heard: QAccessibleInterface = QAccessible.queryAccessibleInterface(widget)
            assert heard.state().focusable, f"{view}: {told_of(widget)}"
            if not heard.text(QAccessible.Text.Name).strip() or not _is_told(widget, heard):
                silent.append(f"{view}: {told_of(widget)} is {heard.role().name}")
    assert silent == []


def _is_told(widget: QWidget, heard: QAccessibleInterface) -> bool:
    """Tell whether one hears what it is: by its role, or, painted by hand, in words."""
    is_plain = heard.role() not in _VAGUE or isinstance(widget, QAbstractScrollArea)
    return is_plain or bool(heard.text(QAccessible.Text.Description).strip())


def test_tab_reaches_every_control_and_comes_round(typist: Typist) -> None:
    for view in every_view(typist):
        missed = set(stops(typist))
        if not missed:
            continue
        typist.window.activateWindow()  # a list that dropped down may have taken it
        typist.until(typist.window.isActiveWindow)
        for start in tuple(missed):
            start.setFocus(Qt.FocusReason.TabFocusReason)
            if start.hasFocus():
                break
        for _ in range(_MOST_STOPS):
            focus = QApplication.focusWidget()
            assert focus is not None, view
            missed.difference_update(_reached_with(focus))
            if not missed:
                break
            focus.window().focusNextChild()
        assert [told_of(widget) for widget in missed] == [], view


def _reached_with(widget: QWidget) -> list[QWidget]:
    """Return a control and, where it is one of a choice, the others, to which arrows lead."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return [widget, *(group.buttons() if group is not None and group.exclusive() else ())]


def test_focus_is_seen_wherever_it_is(typist: Typist) -> None:
    unseen = set()
    for view in every_view(typist):
        typist.window.activateWindow()
        typist.until(typist.window.isActiveWindow)
        for widget in stops(typist):
            widget.clearFocus()
            QApplication.processEvents()
            before = _around(widget)
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            QApplication.processEvents()
            if widget.hasFocus() and _around(widget) == before:
                unseen.add(f"{view}: {told_of(widget)}")
    assert unseen == set()


def _around(widget: QWidget) -> bytes:
    window = widget.window()
    at = widget.mapTo(window, QPoint(0, 0)) - QPoint(_EDGE, _EDGE)
    size = widget.size() + QSize(2 * _EDGE, 2 * _EDGE)
    image = window.grab(QRect(at, size)).toImage()
    return bytes(image.constBits())
