"""A step of the intake: a few fields, their names in the draft, and what they mean."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QPlainTextEdit, QWidget

from forum_desktop.ui.choice import TypedChoice

if TYPE_CHECKING:
    from forum_desktop.records.pack import EventPack
    from forum_desktop.ui.words import Words

_LONGEST = 400


class Step(QFrame):
    """Lines, boxes and choices by their names in the intake."""

    def __init__(self, words: "Words", changed: Callable[[], object]) -> None:
        super().__init__()
        self.words, self.changed = words, changed
        self._fields: dict[str, QWidget] = {}

    def first(self) -> QWidget:
        """Return where work begins."""
        return next(iter(self._fields.values()))

    def show_pack(self, pack: "EventPack") -> None:
        """Offer what a forum knows."""

    def retranslate(self) -> None:
        """Say again what is no fixed sentence."""

    def told(self) -> dict[str, Any]:
        """Return what the step adds to the intake."""
        return {name: typed_in(widget) for name, widget in self._fields.items()}

    def typed(self) -> dict[str, str]:
        """Return what the draft keeps; empty where nothing was typed."""
        return {name: typed_in(widget) for name, widget in self._fields.items()}

    def fill(self, kept: Mapping[str, str]) -> None:
        """Put a draft back; what it does not tell is empty."""
        for name, widget in self._fields.items():
            write_in(widget, kept.get(name, ""))

    def watch(self, **fields: QWidget) -> None:
        """Take fields in, in the order of Tab."""
        self._fields = fields
        for widget in fields.values():
            self._listen(widget)

    def _listen(self, widget: QWidget) -> None:
        if isinstance(widget, QPlainTextEdit):
            widget.setTabChangesFocus(True)
            widget.textChanged.connect(self.changed)
        elif isinstance(widget, QLineEdit):
            widget.setMaxLength(_LONGEST)
            widget.textChanged.connect(lambda _: self.changed())
        elif isinstance(widget, TypedChoice):
            widget.editTextChanged.connect(lambda _: self.changed())


def typed_in(widget: QWidget) -> str:
    """Return what stands in a field."""
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QLineEdit):
        return widget.text()
    assert isinstance(widget, QComboBox)
    return widget.currentText()


def write_in(widget: QWidget, text: str) -> None:
    """Put a text in a field."""
    if isinstance(widget, QPlainTextEdit):
        widget.setPlainText(text)
    elif isinstance(widget, QLineEdit):
        widget.setText(text)
    elif isinstance(widget, TypedChoice):
        widget.setEditText(text)
