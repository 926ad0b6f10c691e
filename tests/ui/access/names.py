"""What a screen reader would be told, asked through Qt's accessibility interface."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from forum_desktop.ui.main_window import MainWindow

_Role = QAccessible.Role
_NAME, _HELP = QAccessible.Text.Name, QAccessible.Text.Description
MEANINGFUL = frozenset(
    {
        _Role.Button,
        _Role.ButtonMenu,
        _Role.CheckBox,
        _Role.RadioButton,
        _Role.ComboBox,
        _Role.EditableText,
        _Role.SpinBox,
        _Role.Slider,
        _Role.List,
        _Role.ListItem,
        _Role.Table,
        _Role.Tree,
        _Role.PageTab,
        _Role.ProgressBar,
        _Role.Link,
        _Role.Graphic,
    }
)
"""The roles of what can be used; what takes the focus must have one of them."""
_ROWS = 20
"""Rows of a list that are asked; the others are made alike."""


def unnamed(window: MainWindow) -> list[str]:
    """Return what can be used and has no name, or takes the focus and has no role."""
    return [said for widget in usable(window) if (said := _fault(widget))]


def usable(window: QWidget) -> Iterator[QWidget]:
    """Yield what is seen and can be reached by the keyboard."""
    for widget in window.findChildren(QWidget):
        takes_keys = widget.focusPolicy().value & 1 and widget.focusProxy() is None
        if widget.isVisible() and takes_keys and not widget.visibleRegion().isEmpty():
            yield widget


def interface(widget: QWidget) -> QAccessibleInterface:
    """Return how a widget appears to a screen reader."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def name(found: QAccessibleInterface) -> str:
    """Return the name that is read aloud."""
    return str(found.text(_NAME)).replace("\u200b", "").strip()


def _fault(widget: QWidget) -> str:
    found = interface(widget)
    where = f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
    if found.role() not in MEANINGFUL:
        return f"{where} ({widget.accessibleName()}) is a {found.role().name}"
    if not name(found):
        return f"{where} has no name"
    return next((f"{where}: {said}" for said in _children(found)), "")


def _children(found: QAccessibleInterface) -> Iterator[str]:
    """Yield the rows of a list that say nothing."""
    if found.role() is _Role.List:
        for at in range(min(found.childCount(), _ROWS)):
            row = found.child(at)
            if row is not None and row.role() is _Role.ListItem and not name(row):
                yield f"row {at} says nothing"
