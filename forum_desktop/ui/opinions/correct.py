"""Correcting an opinion that was kept: its words, its place, the answer given, or withdrawing."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QPlainTextEdit

from forum_desktop import services
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.ui.controls import Text, button, card, column, field, row
from forum_desktop.ui.news import Kind

if TYPE_CHECKING:
    from forum_desktop.records.opinion import Opinion
    from forum_desktop.records.overview import ForumOverview
    from forum_desktop.ui.page import Page


class CorrectCard(QFrame):
    """Hidden until an opinion is opened from the list; Esc closes it."""

    def __init__(self, page: "Page", closed: Callable[[], object]) -> None:
        super().__init__()
        self._page, self._closed = page, closed
        self._opinion: Opinion | None = None
        self._head = Text("lead")
        self.text, self.answer = QPlainTextEdit(), QPlainTextEdit()
        self.kind, self.place = QComboBox(), QComboBox()
        self.reason = QLineEdit()
        self._lay_out()
        self.hide()

    def begin(self, opinion: "Opinion", overview: "ForumOverview") -> None:
        """Open an opinion."""
        self._opinion = opinion
        self._head.say(self._page.words("opinions.correct", reference=opinion.reference))
        self.text.setPlainText(opinion.text)
        self.answer.setPlainText(opinion.answer)
        self.reason.clear()
        self._offer(opinion, overview)
        self.show()
        self.text.setFocus()

    def close_card(self) -> None:
        """Leave the opinion as it is."""
        self.hide()
        self._closed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        else:
            super().keyPressEvent(event)

    def revise(self) -> None:
        """Keep the corrected opinion."""
        assert self._opinion is not None
        opinion_id, (strategy_id, approach_id) = self._opinion.id, self.place.currentData()
        text, answer = self.text.toPlainText(), self.answer.toPlainText()
        kind = OpinionKind(self.kind.currentData())
        self._page.act(
            lambda desk: services.opinions.revise_opinion(
                desk,
                opinion_id,
                text=text,
                kind=kind,
                strategy_id=strategy_id,
                approach_id=approach_id,
                answer=answer,
            ),
            lambda _: self.close_card(),
            Kind.OPINIONS,
        )

    def withdraw(self) -> None:
        """Take the opinion out, with a reason."""
        assert self._opinion is not None
        opinion_id, reason = self._opinion.id, self.reason.text()
        self._page.act(
            lambda desk: services.opinions.withdraw_opinion(desk, opinion_id, reason),
            lambda _: self.close_card(),
            Kind.OPINIONS,
        )

    def _offer(self, opinion: "Opinion", overview: "ForumOverview") -> None:
        words = self._page.words
        self.kind.clear()
        for kind in OpinionKind:
            self.kind.addItem(words(f"opinion.kind.{kind}"), kind.value)
        self.kind.setCurrentIndex(list(OpinionKind).index(opinion.kind))
        self.place.clear()
        self.place.addItem(words("opinions.unsorted"), (None, None))
        for strategy in overview.strategies:
            self.place.addItem(f"{strategy.number}  {strategy.name}", (strategy.id, None))
            for item in overview.approaches_of(strategy.id):
                self.place.addItem(f"    {item.code}  {item.text}", (strategy.id, item.id))
        wanted = (opinion.strategy_id, opinion.approach_id)
        places = [self.place.itemData(at) for at in range(self.place.count())]
        self.place.setCurrentIndex(places.index(wanted) if wanted in places else 0)

    def _lay_out(self) -> None:
        words = self._page.words
        for box in (self.text, self.answer):
            box.setTabChangesFocus(True)
            box.setMaximumHeight(76)
        self.reason.setMaxLength(300)
        texts = row(
            field(words, "opinions.text", self.text), field(words, "opinions.answer", self.answer)
        )
        choices = row(
            field(words, "opinions.kind", self.kind), field(words, "opinions.place", self.place)
        )
        choices.setStretch(1, 1)
        self.save_button = button(words, "opinions.revise", self.revise, look="primary")
        self.withdraw_button = button(words, "opinions.withdraw", self.withdraw)
        close = button(words, "opinions.leave", self.close_card, look="quiet")
        reason = field(words, "opinions.reason", self.reason)
        acts = row(self.save_button, close, reason, self.withdraw_button)
        acts.setStretch(2, 1)
        for at_foot in (self.save_button, close, self.withdraw_button):
            acts.setAlignment(at_foot, Qt.AlignmentFlag.AlignBottom)
        self.setLayout(column(card(self._head, texts, choices, acts, gap=6)))
