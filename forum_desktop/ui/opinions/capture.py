"""The card where an opinion is taken down, and what it holds."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QSizePolicy

from forum_desktop.records.opinion import OpinionKind
from forum_desktop.ui.choice import TypedChoice
from forum_desktop.ui.controls import ElidedText, button, card, column, named, row
from forum_desktop.ui.opinions.kinds import KindChoice
from forum_desktop.ui.opinions.speaker import SpeakerLine
from forum_desktop.ui.opinions.text_box import TextBox
from forum_desktop.ui.theme import strategy_color

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.overview import ForumOverview
    from forum_desktop.records.plan import Strategy
    from forum_desktop.ui.page import Page

_TEXT_HEIGHT = 124
"""Three lines, so that the list below keeps most of a small screen."""


@dataclass(frozen=True)
class Said:
    """What the card holds when it is saved."""

    text: str
    kind: OpinionKind
    number: int
    strategy_id: "UUID | None"
    approach_id: "UUID | None"
    on_behalf_of: str
    speaker_id: "UUID | None"
    may_be_named: bool


class CaptureCard(QFrame):
    """Strategy and approach above, the words in the middle, who and how below."""

    def __init__(
        self,
        page: "Page",
        save: Callable[[], object],
        choose: Callable[[int], bool],
        changed: Callable[[], object],
    ) -> None:
        super().__init__()
        self._words = page.words
        self._overview: ForumOverview | None = None
        self._strategy: Strategy | None = None
        self.heading = ElidedText("lead")
        self.approach = QComboBox()
        self.text = TextBox(save, choose)
        self.kinds = KindChoice(page.words)
        self.behalf = TypedChoice()
        self.speaker = SpeakerLine(page, self._speaker_changed)
        self.may_be_named = QCheckBox()
        self.save_button = button(page.words, "opinions.save", save, look="primary")
        self._lay_out()
        self._speaker_changed()
        self.text.textChanged.connect(changed)
        self.behalf.editTextChanged.connect(lambda _: changed())

    def show_overview(self, overview: "ForumOverview") -> None:
        """Offer this forum's communities and sectors."""
        self._overview = overview
        places = (place.name for place in overview.pack.communities)
        sectors = (sector.name for sector in overview.pack.sectors)
        self.behalf.offer((*places, *sectors))

    def show_strategy(self, strategy: "Strategy | None") -> None:
        """Show where the next opinion goes."""
        self._strategy = strategy
        assert self._overview is not None
        levels, is_english = self._overview.pack.levels, self._words.language == "en"
        level = levels.strategy_english if is_english else levels.strategy
        self.heading.say(
            f"{level} {strategy.number}  {strategy.name}"
            if strategy
            else self._words("opinions.unsorted_how")
        )
        color = strategy_color(strategy.number if strategy else 0)
        self.heading.setStyleSheet(f"color: {color};")
        self._offer_approaches(levels.approach_english if is_english else levels.approach)

    def step_approach(self, step: int) -> None:
        """Choose the next or previous approach."""
        last = self.approach.count() - 1
        self.approach.setCurrentIndex(max(0, min(self.approach.currentIndex() + step, last)))

    def said(self) -> Said:
        """Return what the card holds."""
        return Said(
            text=self.text.toPlainText(),
            kind=self.kinds.kind(),
            number=self._strategy.number if self._strategy else 0,
            strategy_id=self._strategy.id if self._strategy else None,
            approach_id=self.approach.currentData(),
            on_behalf_of=self.behalf.currentText(),
            speaker_id=self.speaker.speaker_id(),
            may_be_named=self.may_be_named.isChecked(),
        )

    def begin_next(self) -> None:
        """Make room for the next words; the place in the plan stays."""
        self.text.clear()
        self.behalf.setEditText("")
        self.speaker.clear()
        self.may_be_named.setChecked(False)
        self.text.setFocus()

    def put_back(self, said: Said) -> None:
        """Put words back that were not kept, before those typed since."""
        typed = self.text.toPlainText()
        self.text.setPlainText(f"{said.text}\n\n{typed}" if typed.strip() else said.text)
        if not typed.strip():
            self.kinds.choose(said.kind)
            self.behalf.setEditText(said.on_behalf_of)
        self.text.setFocus()

    def _offer_approaches(self, level: str) -> None:
        chosen = self.approach.currentData()
        self.approach.clear()
        self.approach.addItem(self._words("opinions.any_approach", level=level), None)
        if self._strategy is not None and self._overview is not None:
            for item in self._overview.approaches_of(self._strategy.id):
                self.approach.addItem(f"{item.code}  {item.text}", item.id)
        self.approach.setCurrentIndex(max(0, self.approach.findData(chosen)))
        self.approach.setEnabled(self.approach.count() > 1)

    def _speaker_changed(self) -> None:
        known = self.speaker.speaker_id() is not None
        self.may_be_named.setEnabled(known)
        if not known:
            self.may_be_named.setChecked(False)

    def _lay_out(self) -> None:
        words = self._words
        named(words, "opinions.text", self.text)
        words.tell(self.text.setPlaceholderText, "opinions.text_hint")
        named(words, "opinions.approach", self.approach)
        words.tell(self.approach.setToolTip, "opinions.approach_hint")
        self.approach.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        named(words, "opinions.on_behalf_of", self.behalf)
        line = self.behalf.lineEdit()
        assert line is not None
        words.tell(line.setPlaceholderText, "opinions.on_behalf_of_hint")
        named(words, "opinions.speaker", self.speaker)
        words.tell(self.speaker.setPlaceholderText, "opinions.speaker_hint")
        named(words, "opinions.may_be_named", self.may_be_named)
        words.tell(self.may_be_named.setText, "opinions.may_be_named")
        words.tell(self.save_button.setToolTip, "opinions.save_hint")
        self.text.setFixedHeight(_TEXT_HEIGHT)
        head = row(self.heading, self.approach)
        head.setStretch(0, 1)
        head.setStretch(1, 1)
        foot = row(self.behalf, self.speaker, self.may_be_named, self.save_button, gap=10)
        foot.setStretch(0, 2)
        foot.setStretch(1, 3)
        self.setLayout(column(card(head, self.text, self.kinds, foot, gap=8)))
