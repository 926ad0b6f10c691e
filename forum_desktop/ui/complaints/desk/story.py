"""What happened: the kind, the subject, the facts, since when, whom it concerns, how urgent."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from forum_desktop.records.complaint import Urgency
from forum_desktop.ui.complaints.desk.questions import Questions
from forum_desktop.ui.complaints.desk.step import Step
from forum_desktop.ui.controls import Text, card, column, field, restyle, row
from forum_desktop.ui.either import Either
from forum_desktop.ui.id_warning import IdWarning

if TYPE_CHECKING:
    from forum_desktop.records.pack import ComplaintKind, EventPack
    from forum_desktop.ui.words import Words

_LEVELS = tuple(level.name.lower() for level in Urgency)


class StoryStep(Step):
    """The facts take the most room: they are what is said.

    `warning` tells whom to call in an emergency; the view shows it beside the steps.
    """

    def __init__(self, words: "Words", changed: Callable[[], object]) -> None:
        super().__init__(words, changed)
        self.id_warning = IdWarning(words)
        self.changed = self.id_warning.before(changed, self.typed)
        self._pack: EventPack | None = None
        self.kind, self.more = QComboBox(), QComboBox()
        self.subject, self.facts = QLineEdit(), QPlainTextEdit()
        self.since, self.affected = QLineEdit(), QLineEdit()
        self.questions = Questions(words, self.changed)
        self.urgency = Either(words, "complaint.urgency", _LEVELS, self._urgency_chosen)
        self.emergency = Text(wraps=True)
        self.warning = card(self.emergency)
        self._lay_out()
        self.watch(subject=self.subject, facts=self.facts, since=self.since, affected=self.affected)
        for choice in (self.kind, self.more):
            choice.currentIndexChanged.connect(self._kind_chosen)
        self.urgency.choose(_LEVELS[0])

    def first(self) -> QWidget:
        """Begin with the kind."""
        return self.kind

    def show_pack(self, pack: "EventPack") -> None:
        """Offer the kinds of a forum."""
        self._pack = pack
        self.retranslate()

    def retranslate(self) -> None:
        """Name the kinds in the current language; what is chosen stays."""
        for choice, key in ((self.kind, "complaint.kind_choose"), (self.more, "complaint.no_more")):
            chosen = choice.currentData()
            choice.blockSignals(True)
            choice.clear()
            choice.addItem(self.words(key), "")
            for kind in self._pack.complaint_kinds if self._pack else ():
                choice.addItem(self._name(kind), kind.code)
            choice.setCurrentIndex(max(0, choice.findData(chosen)))
            choice.blockSignals(False)
        self._show_questions()
        self._show_emergency()

    def told(self) -> dict[str, Any]:
        """Return the case as far as it is told here."""
        more = self.more.currentData() or ""
        return super().told() | {
            "kind": self.kind.currentData() or "",
            "more_kinds": (more,) if more and more != self.kind.currentData() else (),
            "answers": self.questions.answers(),
            "urgency": _LEVELS.index(self.urgency.chosen()),
        }

    def typed(self) -> dict[str, str]:
        """Return what is typed, the answers among it."""
        return super().typed() | self.questions.typed()

    def chosen(self) -> dict[str, str]:
        """Return what is chosen: kept with a draft, but no draft by itself."""
        return {
            "kind": self.kind.currentData() or "",
            "more": self.more.currentData() or "",
            "urgency": self.urgency.chosen(),
        }

    def fill(self, kept: Mapping[str, str]) -> None:
        """Put a draft back."""
        super().fill(kept)
        self.kind.setCurrentIndex(max(0, self.kind.findData(kept.get("kind", ""))))
        self.more.setCurrentIndex(max(0, self.more.findData(kept.get("more", ""))))
        self.urgency.choose(kept.get("urgency") or _LEVELS[0])
        self.questions.fill(kept)
        self._show_emergency()

    def kinds(self) -> "tuple[ComplaintKind, ...]":
        """Return the kinds chosen."""
        codes = {self.kind.currentData(), self.more.currentData()}
        known = self._pack.complaint_kinds if self._pack else ()
        return tuple(kind for kind in known if kind.code in codes)

    def _kind_chosen(self) -> None:
        self._show_questions()
        self.changed()

    def _urgency_chosen(self, _name: str) -> None:
        self._show_emergency()
        self.changed()

    def _show_questions(self) -> None:
        self.questions.ask(tuple(q for kind in self.kinds() for q in kind.questions))

    def _show_emergency(self) -> None:
        is_emergency = self.urgency.chosen() == _LEVELS[-1]
        self.warning.setVisible(is_emergency)
        if is_emergency and self._pack is not None:
            rules, is_english = self._pack.complaint_rules, self.words.language == "en"
            own = rules.emergency_english if is_english else rules.emergency
            self.emergency.say(own or self.words("complaint.emergency_call"))

    def _name(self, kind: "ComplaintKind") -> str:
        return kind.english if self.words.language == "en" and kind.english else kind.name

    def _lay_out(self) -> None:
        words = self.words
        for choice in (self.kind, self.more):
            choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        kinds = row(
            field(words, "complaint.kind", self.kind),
            field(words, "complaint.more_kinds", self.more),
        )
        beside = row(
            field(words, "complaint.since", self.since),
            field(words, "complaint.affected", self.affected),
        )
        for pair in (kinds, beside):
            pair.setStretch(0, 1)
            pair.setStretch(1, 1)
        restyle(self.warning, look="message", tone="bad")
        body = column(
            kinds,
            field(words, "complaint.subject", self.subject),
            field(words, "complaint.facts", self.facts),
            self.id_warning,
            beside,
            self.questions,
            self.urgency,
            gap=8,
        )
        body.setStretch(2, 1)
        self.setLayout(body)
