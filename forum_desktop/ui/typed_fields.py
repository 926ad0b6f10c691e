"""The fields of a form by name, and which of them were changed since it was filled."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from forum_desktop.ui.choice import TypedChoice


class TypedFields:
    """What is typed and chosen; only what differs from the beginning is a draft."""

    def __init__(self, changed: Callable[[], object], **widgets: QWidget) -> None:
        self._widgets = widgets
        self._before: dict[str, str] = {}
        for widget in widgets.values():
            _listen(widget, changed)

    def begin(self) -> None:
        """Take what the fields hold now for the beginning."""
        self._before = {name: _read(widget) for name, widget in self._widgets.items()}

    def changes(self) -> dict[str, str]:
        """Return the fields that were changed since."""
        now = {name: _read(widget) for name, widget in self._widgets.items()}
        return {name: value for name, value in now.items() if value != self._before.get(name, "")}

    def fill(self, kept: Mapping[str, str]) -> None:
        """Put a draft back; other fields stay as they are."""
        for name, widget in self._widgets.items():
            if name in kept:
                _write(widget, kept[name])


def _listen(widget: QWidget, changed: Callable[[], object]) -> None:
    if isinstance(widget, QPlainTextEdit):
        widget.textChanged.connect(changed)
    elif isinstance(widget, QLineEdit):
        widget.textChanged.connect(lambda _: changed())
    elif isinstance(widget, TypedChoice):
        widget.editTextChanged.connect(lambda _: changed())
    elif isinstance(widget, QComboBox):
        widget.currentIndexChanged.connect(lambda _: changed())


def _read(widget: QWidget) -> str:
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QLineEdit):
        return widget.text()
    assert isinstance(widget, QComboBox)
    return widget.currentText() if isinstance(widget, TypedChoice) else _spelled(widget)


def _write(widget: QWidget, value: str) -> None:
    if isinstance(widget, QPlainTextEdit):
        widget.setPlainText(value)
    elif isinstance(widget, QLineEdit):
        widget.setText(value)
    elif isinstance(widget, TypedChoice):
        widget.setEditText(value)
    elif isinstance(widget, QComboBox):
        spelled = [_spelled(widget, at) for at in range(widget.count())]
        widget.setCurrentIndex(spelled.index(value) if value in spelled else 0)


def _spelled(choice: QComboBox, at: int | None = None) -> str:
    """Return what a choice stands for, the same in every language."""
    at = choice.currentIndex() if at is None else at
    data = choice.itemData(at)
    return str(at if data is None else data)
