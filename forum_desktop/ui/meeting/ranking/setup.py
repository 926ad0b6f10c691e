"""How the meeting ranks: title, method, who takes part, and how ties are parted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLineEdit, QPushButton

from forum_desktop.records.priorities import RankingMethod
from forum_desktop.ui.choice import TypedChoice
from forum_desktop.ui.controls import column, field, row, told
from forum_desktop.ui.fitting import FittingButton
from forum_desktop.ui.keys import ALT, Shortcuts
from forum_desktop.ui.meeting.ranking.number_box import NumberBox

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words

_COUNTED = {RankingMethod.DOTS, RankingMethod.HANDS}
_VOTERS_WIDTH, _EACH_WIDTH = 98, 78
_FIRST_EACH = 3
"""Dots that everybody gets where nobody says otherwise."""


class Setup(QFrame):
    """The head of a ranking."""

    changed = Signal()

    def __init__(self, words: "Words") -> None:
        super().__init__()
        self._words = words
        self.title = QLineEdit()
        self.title.setMaxLength(300)
        self.voters, self.each = NumberBox(counts=False), NumberBox(counts=False)
        self.tie_rule = TypedChoice()
        self.methods = {method: self._button(method) for method in RankingMethod}
        self._group = QButtonGroup(self)
        for made in self.methods.values():
            self._group.addButton(made)
        self._each_field = QFrame()
        self._present: int | None = None
        self._lay_out()
        self._connect()
        self.clear()

    def method(self) -> RankingMethod:
        """Return the way of ranking."""
        return next(method for method, made in self.methods.items() if made.isChecked())

    def choose(self, method: RankingMethod) -> None:
        """Rank in this way."""
        self.methods[method].setChecked(True)
        self._each_field.setVisible(method is RankingMethod.DOTS)
        self.changed.emit()

    def show_present(self, present: int) -> None:
        """Fill in how many are here, unless another number was typed."""
        if self.voters.number() in {None, self._present}:
            self.voters.show_number(present)
        self._present = present

    def clear(self) -> None:
        """Begin a new one in the same way as the last."""
        self.title.clear()
        if self.each.number() is None:
            self.each.show_number(_FIRST_EACH)
        if not any(made.isChecked() for made in self.methods.values()):
            self.choose(RankingMethod.DOTS)

    def fields(self) -> dict[str, str]:
        """Return what is typed, to be kept; only a title or another number is worth it."""
        is_present = self.voters.number() == self._present
        return {
            "title": self.title.text(),
            "method": self.method(),
            "voters": "" if is_present else self.voters.text(),
            "each": self.each.text(),
            "tie_rule": self.tie_rule.currentText(),
        }

    def restore(self, kept: dict[str, str]) -> None:
        """Show again what was kept."""
        self.title.setText(kept.get("title", ""))
        self.each.setText(kept.get("each", self.each.text()))
        self.tie_rule.setEditText(kept.get("tie_rule", self.tie_rule.currentText()))
        if kept.get("voters"):
            self.voters.setText(kept["voters"])
        self.choose(RankingMethod(kept.get("method", RankingMethod.DOTS)))

    def shortcuts(self) -> Shortcuts:
        """Return the keys that choose a method."""
        return {
            (ALT, Qt.Key.Key_1 + at): made.click for at, made in enumerate(self.methods.values())
        }

    def counts_people(self) -> bool:
        """Tell whether the count is held against the people present."""
        return self.method() in _COUNTED

    def _button(self, method: RankingMethod) -> QPushButton:
        made = FittingButton()
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setProperty("look", "kind")
        number = list(RankingMethod).index(method) + 1
        self._words.tell(
            lambda text: made.setText(f"{text}  Alt+{number}"), f"hall.method.{method}"
        )
        self._words.tell(made.setAccessibleName, f"hall.method.{method}")
        made.clicked.connect(lambda: self.choose(method))
        return made

    def _connect(self) -> None:
        for line in (self.title, self.voters, self.each):
            line.textChanged.connect(lambda _: self.changed.emit())
        self.tie_rule.editTextChanged.connect(lambda _: self.changed.emit())

    def _lay_out(self) -> None:
        words = self._words
        label = told(words, "ranking.method", "field")
        methods = column(label, row(*self.methods.values(), gap=4), gap=0)
        self._each_field.setLayout(field(words, "ranking.each", self.each))
        for line, wide in ((self.voters, _VOTERS_WIDTH), (self.each, _EACH_WIDTH)):
            line.setFixedWidth(wide)
        what = row(
            field(words, "ranking.title", self.title),
            field(words, "ranking.tie_rule", self.tie_rule),
        )
        for at, share in enumerate((3, 2)):
            what.setStretch(at, share)
        people = field(words, "ranking.voters", self.voters)
        self.setLayout(column(what, row(methods, people, self._each_field, None), gap=6))
