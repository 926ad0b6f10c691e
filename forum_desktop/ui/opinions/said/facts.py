"""The words of an opinion and where it belongs, corrected in one place."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from forum_desktop import services
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.ui.choice import ElidedChoice, TypedChoice
from forum_desktop.ui.controls import button, column, field, row
from forum_desktop.ui.id_warning import IdWarning
from forum_desktop.ui.opinions.said.panel import Panel

if TYPE_CHECKING:
    from forum_desktop.records.opinion import Opinion
    from forum_desktop.ui.opinions.said.card import OpinionCard

_URGENCIES = range(3)
_LONGEST = 300


class FactsPanel(Panel):
    """Keeps only what was changed, so that what another station did meanwhile stays."""

    name = "facts"

    def __init__(self, card: "OpinionCard") -> None:
        super().__init__(card)
        self.text, self.place, self.tags = QPlainTextEdit(), QLineEdit(), QLineEdit()
        self.kind, self.in_plan, self.other = ElidedChoice(), ElidedChoice(), ElidedChoice()
        self.urgency, self.behalf = ElidedChoice(), TypedChoice()
        self._lay_out()
        self.watch(
            text=self.text,
            kind=self.kind,
            in_plan=self.in_plan,
            other=self.other,
            urgency=self.urgency,
            behalf=self.behalf,
            place=self.place,
            tags=self.tags,
        )

    def begin(self, opinion: "Opinion") -> None:
        """Show an opinion as it is."""
        self._offer()
        self.text.setPlainText(opinion.text)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.kind.setCurrentIndex(self.kind.findData(opinion.kind.value))
        self.urgency.setCurrentIndex(opinion.urgency)
        wanted = (opinion.strategy_id, opinion.approach_id)
        places = [self.in_plan.itemData(at) for at in range(self.in_plan.count())]
        self.in_plan.setCurrentIndex(places.index(wanted) if wanted in places else 0)
        self.other.setCurrentIndex(max(0, self.other.findData(opinion.other_approach_id)))
        self.behalf.setEditText(opinion.on_behalf_of)
        self.place.setText(opinion.place)
        self.tags.setText(" ".join(f"#{tag}" for tag in opinion.tags.split("\n") if tag))

    def first(self) -> QWidget:
        """Begin in the words."""
        return self.text

    def keep(self) -> None:
        """Keep what was corrected."""
        shown = self.card.opinion
        assert shown is not None
        corrected = self._corrected(shown)
        if corrected == shown:
            self.kept()
            return
        self.edit(
            lambda desk: services.revising.revise(desk, shown, corrected),
            "said.done.changed",
            number=shown.reference,
        )

    def _corrected(self, shown: "Opinion") -> "Opinion":
        strategy_id, approach_id = self.in_plan.currentData()
        return replace(
            shown,
            text=self.text.toPlainText(),
            kind=OpinionKind(self.kind.currentData()),
            strategy_id=strategy_id,
            approach_id=approach_id,
            other_approach_id=self.other.currentData() if approach_id else None,
            urgency=self.urgency.currentIndex(),
            on_behalf_of=self.behalf.currentText().strip(),
            place=self.place.text().strip(),
            tags="\n".join(tag for tag in self.tags.text().replace("#", " ").split() if tag),
        )

    def _offer(self) -> None:
        overview, words = self.page.overview, self.words
        assert overview is not None
        for choice in (self.kind, self.in_plan, self.other, self.urgency):
            choice.clear()
        for kind in OpinionKind:
            self.kind.addItem(words(f"opinion.kind.{kind}"), kind.value)
        for level in _URGENCIES:
            self.urgency.addItem(words(f"said.urgency.{level}"))
        self.in_plan.addItem(words("opinions.unsorted"), (None, None))
        self.other.addItem(words("said.no_other"), None)
        for strategy in overview.strategies:
            self.in_plan.addItem(f"{strategy.number}  {strategy.name}", (strategy.id, None))
            for item in overview.approaches_of(strategy.id):
                self.in_plan.addItem(f"    {item.code}  {item.text}", (strategy.id, item.id))
                self.other.addItem(f"{item.code}  {item.text}", item.id)
        pack = overview.pack
        self.behalf.offer(place.name for place in pack.communities)
        self.behalf.addItems([sector.name for sector in pack.sectors])

    def _lay_out(self) -> None:
        words = self.words
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(64)
        for line in (self.place, self.tags):
            line.setMaxLength(_LONGEST)
        where = row(
            field(words, "opinions.place", self.in_plan), field(words, "said.other", self.other)
        )
        what = row(
            field(words, "opinions.kind", self.kind), field(words, "said.urgency", self.urgency)
        )
        who = row(
            field(words, "opinions.on_behalf_of", self.behalf),
            field(words, "said.place", self.place),
            field(words, "said.tags", self.tags),
        )
        for fields in (where, what, who):
            for at in range(fields.count()):
                fields.setStretch(at, 1)
        self.save_button = button(words, "said.keep", self.keep, look="primary")
        foot = row(self.save_button, None)
        id_warning = IdWarning(words)
        id_warning.beside(self.text)
        text = field(words, "opinions.text", self.text)
        body = column(text, id_warning, where, what, who, foot, gap=6)
        body.setStretch(0, 1)
        self.lay_out(body)
