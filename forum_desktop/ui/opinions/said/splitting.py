"""Parting what was said in one breath: an empty line stands where the next opinion begins."""

import re
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from forum_desktop import services
from forum_desktop.ui.controls import Text, button, column, field, row, told
from forum_desktop.ui.opinions.said.panel import Panel

if TYPE_CHECKING:
    from forum_desktop.records.opinion import Opinion
    from forum_desktop.ui.opinions.said.card import OpinionCard

_BETWEEN = re.compile(r"\n[ \t]*\n\s*")


class SplitPanel(Panel):
    """The first part keeps the number; each further one gets a number of its own."""

    name = "split"

    def __init__(self, card: "OpinionCard") -> None:
        super().__init__(card)
        self.text, self._count = QPlainTextEdit(), Text("soft")
        words = self.words
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._count_parts)
        self.save_button = button(words, "said.split", self.keep, look="primary")
        how = told(words, "said.split_how", "small", wraps=True)
        body = column(
            how,
            field(words, "opinions.text", self.text),
            row(self.save_button, self._count, None),
            gap=6,
        )
        body.setStretch(1, 1)
        self.lay_out(body)
        self.watch(text=self.text)

    def begin(self, opinion: "Opinion") -> None:
        """Show the words that are to be parted."""
        self.text.setPlainText(opinion.text)
        self._count_parts()

    def first(self) -> QWidget:
        """Begin in the words."""
        return self.text

    def parts(self) -> list[str]:
        """Return the parts that the words make now."""
        return [part for part in _BETWEEN.split(self.text.toPlainText()) if part.strip()]

    def keep(self) -> None:
        """Part the opinion."""
        opinion, parts = self.card.opinion, self.parts()
        assert opinion is not None
        self.card.acts.edit(
            lambda desk: services.stream.split(desk, opinion.id, parts),
            "said.done.split",
            lambda _: self._parted(),
            number=opinion.reference,
            count=len(parts),
        )

    def _count_parts(self) -> None:
        self._count.say(self.words("said.split_count", count=len(self.parts())))

    def _parted(self) -> None:
        self.kept()
        self.card.acts.again()
