"""Opening what is sealed: for a reason, on record first, and shown for a minute at most."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from forum_desktop import services
from forum_desktop.records.complaint import ComplaintLevel
from forum_desktop.ui.complaints.register.facts import case_words, opening_told, step_told
from forum_desktop.ui.complaints.register.panel import Panel, is_plain_enter
from forum_desktop.ui.controls import Text, button, column, field, restyle, row, told
from forum_desktop.ui.either import Either
from forum_desktop.ui.scrolling import scrolled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any
    from uuid import UUID

    from forum_desktop.records.complaint import Complainant, ComplaintCase, ComplaintStep
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.complaints.register.card import CaseCard

SHOWN_FOR = 60 * 1000
"""Milliseconds for which an opened name stands on the screen."""
_WHAT = ("person", "case")
_MOST_OPENINGS = 5
_PERSON = ("phone", "email", "address", "on_behalf_of", "witness", "acting_for_paper")


class OpenedCase(NamedTuple):
    """The words of a sealed case and of its steps, as they were just opened."""

    words: "ComplaintCase"
    history: "tuple[ComplaintStep, ...]"


class OpenPanel(Panel):
    """Asks what and why; tells who opened it before; forgets what it shows by itself."""

    def __init__(self, card: "CaseCard") -> None:
        super().__init__(card)
        self.what = Either(
            self.words, "case_register.open_what", _WHAT, lambda _: self.hide_opened()
        )
        self.reason, self.passphrase = QLineEdit(), QLineEdit()
        self.opened_case: ComplaintCase | None = None
        self.timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self.timer.timeout.connect(self.hide_opened)
        self._before, self._shown = Text("small", wraps=True), QVBoxLayout()
        self._texts: list[Text] = []
        self._opened, self._phrase = QFrame(), QFrame()
        self._lay_out()

    def can_open(self) -> bool:
        """Tell whether there is anything to open."""
        return any(self._offered())

    def begin(self) -> None:
        """Ask about the case in hand."""
        assert self.card.case is not None
        self.forget()
        for name, is_offered in zip(_WHAT, self._offered(), strict=True):
            self.what.buttons[name].setVisible(is_offered)
        self.what.choose(_WHAT[0] if self._offered()[0] else _WHAT[1])
        self._phrase.setVisible(self.card.case.needs_passphrase)
        self.retranslate()

    def first(self) -> QWidget:
        """Begin with the reason."""
        return self.reason

    def keep(self) -> None:
        """Open it; the reason is on record before anything is read."""
        reason, phrase = self.reason.text(), self.passphrase.text()
        complaint_id = self.complaint.id
        job = _identity if self.what.chosen() == _WHAT[0] else _case
        self.passphrase.clear()
        self.hide_opened()
        self.page.look_up(
            lambda desk: job(desk, complaint_id, reason, phrase),
            lambda opened: self._show(complaint_id, opened),
            refused=lambda _: self._again(),
        )

    def shown(self) -> str:
        """Return what stands opened on the screen."""
        return "\n".join(text.said() for text in self._texts)

    def hide_opened(self) -> None:
        """Take what was opened off the screen, and out of memory."""
        self.timer.stop()
        self.opened_case = None
        for text in self._texts:
            text.say("")
            text.setParent(None)
            text.deleteLater()
        self._texts.clear()
        self._opened.hide()

    def forget(self) -> None:
        """Show nothing, hold no passphrase."""
        self.hide_opened()
        self.reason.clear()
        self.passphrase.clear()

    def half_typed(self) -> dict[str, str]:
        """Keep nothing: neither a reason nor a passphrase belongs in a draft."""
        return {}

    def retranslate(self) -> None:
        """Tell who opened it before."""
        if self.card.case is None:
            return
        openings = self.card.case.openings[:_MOST_OPENINGS]
        told_ = "\n".join(opening_told(self.words, access) for access in openings)
        before = self.words("case_register.opened_before", openings=told_)
        self._before.say(before if openings else self.words("case_register.opened_never"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead Enter from the reason to the passphrase, then open."""
        if not is_plain_enter(event):
            super().keyPressEvent(event)
        elif self.reason.hasFocus() and self._phrase.isVisible():
            self.passphrase.setFocus()
        else:
            self.keep()

    def _offered(self) -> tuple[bool, bool]:
        complaint = self.complaint
        has_person = complaint.level is not ComplaintLevel.ANONYMOUS and not complaint.is_erased
        return has_person, complaint.is_sealed

    def _again(self) -> None:
        """Show that the try is on record, and ask anew."""
        self.card.read_again()
        box = self.passphrase if self.reason.text().strip() and self._phrase.isVisible() else None
        (box or self.reason).setFocus()

    def _show(self, asked_of: "UUID", opened: "Complainant | OpenedCase") -> None:
        self.card.read_again()
        is_here = self.card.task is self and self.complaint.id == asked_of
        if not is_here or not self.isVisible():
            return
        if isinstance(opened, OpenedCase):
            self.opened_case = opened.words
            pairs = _case_told(self.words, opened)
        else:
            pairs = _person_told(self.words, opened)
        for name, text in pairs:
            if text.strip():
                self._add(name, text)
        self.correct_button.setVisible(isinstance(opened, OpenedCase))
        self._opened.show()
        self.timer.start()

    def _add(self, name: str, text: str) -> None:
        for look, words in (("field", name), ("lead", text)):
            if words:
                made = Text(look, wraps=True)  # type: ignore[arg-type]
                made.say(words)
                self._shown.addWidget(made)
                self._texts.append(made)

    def _lay_out(self) -> None:
        words = self.words
        self.reason.setMaxLength(300)
        self.passphrase.setMaxLength(200)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._phrase.setLayout(field(words, "curtain.passphrase", self.passphrase))
        self._shown.setSpacing(2)
        restyle(self._opened, look="message", tone="warn")
        self.correct_button = button(words, "case_register.correct_opened", self.card.correct)
        opened = column(
            told(words, "case_register.shown_for", "small", wraps=True),
            self._shown,
            row(self.correct_button, None),
            gap=6,
        )
        opened.setContentsMargins(12, 8, 12, 10)
        self._opened.setLayout(opened)
        self.go_button = button(words, "case_register.open_go", self.keep, look="primary")
        back = button(words, "case_register.back", self.card.close_task, look="quiet")
        asked = row(field(words, "case_register.open_reason", self.reason), self._phrase, gap=8)
        asked.setStretch(0, 3)
        asked.setStretch(1, 2)
        below = scrolled(column(self._opened, self._before, None, gap=10))
        body = column(
            told(words, "case_register.open_title", "lead"),
            told(words, "case_register.open_how", "soft", wraps=True),
            self.what,
            asked,
            row(self.go_button, back, None, gap=8),
            below,
            gap=8,
        )
        body.setStretch(5, 1)
        self.setLayout(body)


def _identity(desk: "Desk", complaint_id: "UUID", reason: str, phrase: str) -> "Complainant":
    return services.complaints.open_identity(desk, complaint_id, reason, passphrase=phrase)


def _case(desk: "Desk", complaint_id: "UUID", reason: str, phrase: str) -> OpenedCase:
    opens = services.complaints
    words = opens.open_case(desk, complaint_id, reason, passphrase=phrase)
    return OpenedCase(words, opens.open_history(desk, complaint_id, reason, passphrase=phrase))


def _person_told(words: "Callable[..., str]", person: "Complainant") -> "Iterator[tuple[str, str]]":
    name = f"{person.title}{person.first_name} {person.last_name}".strip()
    yield words("complaint.name"), name
    for part in _PERSON:
        yield words(f"case_register.identity.{part}"), getattr(person, part)


def _case_told(words: "Any", opened: OpenedCase) -> "Iterator[tuple[str, str]]":
    yield words("complaint.subject"), opened.words.subject
    yield from case_words(words, opened.words)
    yield words("case_register.unit"), opened.words.unit
    for at, step in enumerate(opened.history):
        yield "" if at else words("case_register.history"), step_told(words, step)
