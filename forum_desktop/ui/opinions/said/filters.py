"""What is looked for among what was said: one row, of which every part may stay open."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from forum_desktop.records.opinion import Opinion, OpinionFilter, OpinionKind
from forum_desktop.thai.folding import fold, fold_tight
from forum_desktop.ui.choice import ElidedChoice
from forum_desktop.ui.controls import named, row
from forum_desktop.ui.fitting import FittingButton

if TYPE_CHECKING:
    from forum_desktop.records.overview import ForumOverview
    from forum_desktop.records.plan import Strategy
    from forum_desktop.ui.words import Words

_URGENCIES = (1, 2)
_HIGH = 36


class SaidFilters(QWidget):
    """Free text, then whose strategy, kind, on whose behalf, how urgent; two switches."""

    changed = Signal()
    left = Signal()
    """The arrow down was pressed in the text: to the list."""

    def __init__(self, words: "Words") -> None:
        super().__init__()
        self._words = words
        self._overview: ForumOverview | None = None
        self._strategy: Strategy | None = None
        self.search = _SearchLine(self.left)
        self.scope, self.kind = ElidedChoice(), ElidedChoice()
        self.behalf, self.urgency = ElidedChoice(), ElidedChoice()
        self.unanswered = self._switch("said.unanswered")
        self.unsorted = self._switch("said.unsorted")
        self._lay_out()
        self._listen()

    def show_overview(self, overview: "ForumOverview") -> None:
        """Offer this forum's communities and sectors."""
        self._overview = overview
        self.retranslate()

    def retranslate(self) -> None:
        """Name the choices in the current language; what is chosen stays."""
        words = self._words
        kinds = [(words(f"opinion.kind.{kind}"), kind.value) for kind in OpinionKind]
        urgencies = [(words(f"said.urgency.{level}"), level) for level in _URGENCIES]
        _offer(self.scope, words("said.all_strategies"), [(words("said.chosen_strategy"), True)])
        _offer(self.kind, words("said.all_kinds"), kinds)
        _offer(self.urgency, words("said.all_urgencies"), urgencies)
        _offer(self.behalf, words("said.all_behalf"), [(name, name) for name in self._names()])

    def follow(self, strategy: "Strategy | None") -> bool:
        """Take the strategy chosen above; tell whether that changes what is listed."""
        is_other = strategy != self._strategy
        self._strategy = strategy
        return is_other and bool(self.scope.currentData())

    def wanted(self) -> OpinionFilter:
        """Return what is looked for."""
        follows = bool(self.scope.currentData())
        strategy = self._strategy if follows and not self.unsorted.isChecked() else None
        kind = self.kind.currentData()
        return OpinionFilter(
            typed=self.search.text(),
            strategy_id=strategy.id if strategy else None,
            is_unsorted=self.unsorted.isChecked() or (follows and strategy is None),
            kind=OpinionKind(kind) if kind else None,
            behalf=self.behalf.currentData() or "",
            urgency=self.urgency.currentData() or 0,
            is_unanswered=self.unanswered.isChecked(),
        )

    def is_open(self) -> bool:
        """Tell whether nothing is left out."""
        return self.wanted() == OpinionFilter(typed=self.search.text()) and not self.search.text()

    def clear(self) -> None:
        """Leave everything in."""
        was_open = self.is_open()
        with QSignalBlocker(self):
            self.search.clear()
            for choice in (self.scope, self.kind, self.behalf, self.urgency):
                choice.setCurrentIndex(0)
            for switch in (self.unanswered, self.unsorted):
                switch.setChecked(False)
        if not was_open:
            self.changed.emit()

    def show_unsorted(self) -> None:
        """Leave in only what is not sorted yet."""
        with QSignalBlocker(self):
            self.clear()
            self.unsorted.setChecked(True)
        self.changed.emit()

    def _names(self) -> tuple[str, ...]:
        if self._overview is None:
            return ()
        pack = self._overview.pack
        communities = (place.name for place in pack.communities)
        return (*communities, *(sector.name for sector in pack.sectors))

    def _switch(self, key: str) -> QPushButton:
        made = FittingButton()
        made.setCheckable(True)
        made.setProperty("look", "kind")
        self._words.tell(made.setText, key)
        named(self._words, key, made)
        return made

    def _listen(self) -> None:
        self.search.textChanged.connect(lambda _: self.changed.emit())
        for choice in (self.scope, self.kind, self.behalf, self.urgency):
            choice.currentIndexChanged.connect(lambda _: self.changed.emit())
        for switch in (self.unanswered, self.unsorted):
            switch.toggled.connect(lambda _: self.changed.emit())

    def _lay_out(self) -> None:
        words = self._words
        named(words, "opinions.search", self.search)
        words.tell(self.search.setPlaceholderText, "said.search_hint")
        for key, choice in (
            ("said.by_strategy", self.scope),
            ("opinions.kind", self.kind),
            ("opinions.on_behalf_of", self.behalf),
            ("said.urgency", self.urgency),
        ):
            named(words, key, choice)
            words.tell(choice.setToolTip, key)
        line = row(
            *(self.search, self.scope, self.kind, self.behalf, self.urgency),
            *(self.unanswered, self.unsorted),
            gap=8,
        )
        for at, share in enumerate((5, 5, 4, 5, 4)):
            line.setStretch(at, share)
        self.setLayout(line)
        # Told here because the choices are measured before they wear their style.
        self.setMinimumHeight(_HIGH)


class _SearchLine(QLineEdit):
    def __init__(self, left: SignalInstance) -> None:
        super().__init__()
        self._left = left
        self.setMaxLength(300)
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._left.emit()
        else:
            super().keyPressEvent(event)


def fits(opinion: Opinion, wanted: OpinionFilter) -> bool:
    """Tell whether an opinion stands and meets a filter, as the search would tell."""
    told = (opinion.text, opinion.place, opinion.tags, opinion.answer, opinion.reference)
    searched = fold_tight("|".join((*told, opinion.on_behalf_of)))
    return opinion.stands and all(
        (
            all(fold_tight(word) in searched for word in fold(wanted.typed).split()),
            wanted.strategy_id in {None, opinion.strategy_id},
            not wanted.is_unsorted or opinion.strategy_id is None,
            wanted.kind in {None, opinion.kind},
            wanted.behalf in {"", opinion.on_behalf_of, opinion.place},
            wanted.urgency <= opinion.urgency,
            not wanted.is_unanswered or not opinion.answer,
        )
    )


def _offer(choice: QComboBox, all_of_them: str, offers: "Sequence[tuple[str, object]]") -> None:
    with QSignalBlocker(choice):
        chosen = choice.currentData()
        choice.clear()
        choice.addItem(all_of_them, None)
        for name, value in offers:
            choice.addItem(name, value)
        choice.setCurrentIndex(max(0, choice.findData(chosen)))
