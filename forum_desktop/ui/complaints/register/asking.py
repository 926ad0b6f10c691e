"""What an act asks before it is done: a unit, a number, the reason, who answers for it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from forum_desktop.ui.choice import TypedChoice
from forum_desktop.ui.complaints.register.panel import Panel, is_plain_enter
from forum_desktop.ui.controls import Text, button, column, field, row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.complaints.register.card import CaseCard

_LONGEST = 300
_FIELDS = ("unit", "number", "reason", "owner")
_LABELS = {
    "unit": "case_register.to_unit",
    "number": "case_register.official",
    "reason": "case_register.reason",
    "owner": "case_register.owner",
}


class Question(NamedTuple):
    """One act: its name, what it means, which fields it asks, and the act itself.

    `ready` stands in the fields at the beginning. The act is called with what was typed.
    """

    name: str
    says: str
    how: str
    fields: tuple[str, ...]
    act: "Callable[[Desk, Mapping[str, str]], Any]"
    done: str
    ready: "Mapping[str, str]"
    tell: Callable[[Any], dict[str, object]] | None = None


class AskPanel(Panel):
    """One form for all short questions. Enter goes to the next field, and from the last acts."""

    def __init__(self, card: "CaseCard") -> None:
        super().__init__(card)
        self._question: Question | None = None
        self.unit, self.owner = TypedChoice(), TypedChoice()
        self.number, self.reason = QLineEdit(), QLineEdit()
        self.widgets: dict[str, QWidget] = {name: getattr(self, name) for name in _FIELDS}
        self._boxes = {name: self._box(name, widget) for name, widget in self.widgets.items()}
        self._says, self._how = Text("lead", wraps=True), Text("soft", wraps=True)
        self.go_button = button(self.words, "case_register.keep", self.keep, look="primary")
        back = button(self.words, "case_register.back", card.close_task, look="quiet")
        foot = row(self.go_button, back, None, gap=8)
        body = column(self._says, self._how, *self._boxes.values(), foot, None, gap=8)
        self.setLayout(body)
        self.watch(**self.widgets)

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that are asked now, in the order of the form."""
        asked = self._question.fields if self._question else ()
        return tuple(name for name in _FIELDS if name in asked)

    def ask(self, question: Question) -> None:
        """Ask before an act."""
        self._question = question
        for name, box in self._boxes.items():
            box.setVisible(name in question.fields)
            _write(self.widgets[name], question.ready.get(name, ""))
        self.retranslate()

    def first(self) -> QWidget:
        """Begin in the first field that is empty."""
        texts = {name: _read(self.widgets[name]) for name in self.fields}
        name = next((name for name, text in texts.items() if not text), self.fields[0])
        return self.widgets[name]

    def keep(self) -> None:
        """Do the act."""
        question = self._question
        assert question is not None
        told = {name: _read(self.widgets[name]) for name in self.fields}
        if told.get("owner"):
            self.card.last_owner = told["owner"]
        self.do(lambda desk: question.act(desk, told), question.done, question.tell)

    def forget(self) -> None:
        """Leave nothing in the fields."""
        for widget in self.widgets.values():
            _write(widget, "")

    def retranslate(self) -> None:
        """Say what is asked again."""
        if self._question is not None:
            self._says.say(self.words(self._question.says))
            self._how.say(self.words(self._question.how))

    def half_typed(self) -> dict[str, str]:
        """Return what differs from what stood ready."""
        kept = super().half_typed()
        return {name: text for name, text in kept.items() if name in self.fields}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on with Enter, which a choice would keep for itself."""
        is_pressed = event.type() is QEvent.Type.KeyPress
        if is_pressed and isinstance(event, QKeyEvent) and is_plain_enter(event):
            self._go_on(watched)
            return True
        return super().eventFilter(watched, event)

    def _go_on(self, here: QObject) -> None:
        names = self.fields
        widgets = [self.widgets[name] for name in names]
        at = next((at for at, one in enumerate(widgets) if one is here), -1)
        if at + 1 < len(widgets):
            widgets[at + 1].setFocus()
        else:
            self.keep()

    def _box(self, name: str, widget: QWidget) -> QFrame:
        line = _line(widget)
        line.setMaxLength(_LONGEST)
        # An editable choice has the cursor itself, and hands on to its line.
        widget.installEventFilter(self)
        box = QFrame()
        box.setLayout(field(self.words, _LABELS[name], widget))
        return box


def _line(widget: QWidget) -> QLineEdit:
    line = widget.lineEdit() if isinstance(widget, TypedChoice) else widget
    assert isinstance(line, QLineEdit)
    return line


def _read(widget: QWidget) -> str:
    return _line(widget).text().strip()


def _write(widget: QWidget, text: str) -> None:
    if isinstance(widget, TypedChoice):
        widget.setEditText(text)
    else:
        _line(widget).setText(text)
