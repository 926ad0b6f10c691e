"""What was said before in nearly the same words: one calm line, one key to support it instead."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel

from forum_desktop import services
from forum_desktop.ui.controls import ElidedText, Text, row
from forum_desktop.ui.icons import show_picture
from forum_desktop.ui.latest import Latest
from forum_desktop.ui.opinions.plan import number_in_plan
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.opinion import Opinion
    from forum_desktop.services.similar import SaidBefore
    from forum_desktop.ui.page import Page


class OfferLine(QFrame):
    """Hidden while nothing alike was said. It asks after a pause in typing, on the worker."""

    changed = Signal()

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page = page
        self._before: SaidBefore | None = None
        self._is_learnt = False
        self._typed = ""
        self._offers: tuple[Opinion, ...] = ()
        self._at = 0
        self._latest = Latest(self, self._ask)
        self._said, self._keys = ElidedText(), Text("small")
        self._lay_out()
        self.hide()

    def forum_opened(self, forum_id: "UUID") -> None:
        """Learn what was said in a forum, while the first sentences are typed."""
        self._before, self._is_learnt = services.similar.SaidBefore(forum_id), False
        self.clear()
        self._learn(self._before)

    def typed(self, text: str) -> None:
        """Ask anew for a text, when its typist pauses."""
        if text == self._typed:
            return
        self._typed = text
        self._latest.later()

    def clear(self) -> None:
        """Offer nothing, and do not wait for an answer."""
        self._typed = ""
        self._latest.settle()
        self._show(())

    def chosen(self) -> "Opinion | None":
        """Return the opinion on offer."""
        return self._offers[self._at] if self._offers else None

    def step(self, step: int) -> bool:
        """Show another offer; tell whether there is any."""
        if self._offers:
            self._at = (self._at + step) % len(self._offers)
            self.retranslate()
        return bool(self._offers)

    def retranslate(self) -> None:
        """Say the offer in the current language."""
        opinion, words = self.chosen(), self._page.words
        if opinion is None or self._page.overview is None:
            return
        number = number_in_plan(self._page.overview, opinion) or words("opinions.unsorted")
        told = words("capture.offer", number=opinion.reference, place=number)
        self._said.say(f"{told}  {' '.join(opinion.text.split())}")
        key = "capture.offer_keys" if len(self._offers) > 1 else "capture.offer_key"
        self._keys.say(words(key, at=self._at + 1, count=len(self._offers)))

    def _learn(self, before: "SaidBefore") -> None:
        """Learn in portions: a large forum keeps nobody waiting."""

        def learnt(is_all: bool) -> None:  # noqa: FBT001 - the answer of a job
            if before is not self._before:
                return
            self._is_learnt = is_all
            if not is_all:
                self._learn(before)
            elif self._typed:
                self._latest.later()

        self._page.look_up(before.learn, learnt)

    def _ask(self) -> None:
        before, text = self._before, self._typed
        if before is not None and self._is_learnt:
            self._page.look_up(
                lambda desk: before.like(desk, text) if text == self._typed else (),
                self._latest.only(self._show),
            )

    def _show(self, offers: "tuple[Opinion, ...]") -> None:
        self._offers, self._at = offers, 0
        self.retranslate()
        self.setVisible(bool(offers))
        self.changed.emit()

    def _lay_out(self) -> None:
        self.setProperty("look", "offer")
        sign = QLabel()
        sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        show_picture(sign, "ear", TOKENS.primary, 16)
        layout = row(sign, self._said, self._keys, gap=8)
        layout.setStretch(1, 1)
        layout.setContentsMargins(10, 0, 10, 0)
        self.setLayout(layout)
