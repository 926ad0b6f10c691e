"""Where the next opinion goes in the plan, and whether this station hears one strategy only."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from forum_desktop.ui.choice import ElidedChoice
from forum_desktop.ui.controls import ElidedText, named, row
from forum_desktop.ui.fitting import FittingButton
from forum_desktop.ui.theme import strategy_color

if TYPE_CHECKING:
    from forum_desktop.records.overview import ForumOverview
    from forum_desktop.records.plan import Strategy
    from forum_desktop.ui.words import Words


class PlaceLine(QWidget):
    """The strategy in its colour, its approaches, and the button that binds the station."""

    def __init__(self, words: "Words", bind: Callable[[], object]) -> None:
        super().__init__()
        self._words = words
        self._overview: ForumOverview | None = None
        self.strategy: Strategy | None = None
        self.heading = ElidedText("lead")
        self.approach = ElidedChoice()
        self.bound = FittingButton()
        self.bound.clicked.connect(bind)
        self._lay_out()

    def show_overview(self, overview: "ForumOverview") -> None:
        """Take a forum's plan and what this station hears."""
        self._overview = overview
        self._show_bound()

    def show_strategy(self, strategy: "Strategy | None") -> None:
        """Show where the next opinion goes."""
        self.strategy = strategy
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
        self._show_bound()

    def code(self) -> str:
        """Return the code of the chosen approach, "" for none."""
        return str(self.approach.currentData() or "")

    def choose_code(self, code: str) -> None:
        """Choose an approach of the strategy, or none."""
        self.approach.setCurrentIndex(max(0, self.approach.findData(code)))

    def step_approach(self, step: int) -> None:
        """Choose the next or previous approach."""
        last = self.approach.count() - 1
        self.approach.setCurrentIndex(max(0, min(self.approach.currentIndex() + step, last)))

    def name_of(self, code: str) -> str:
        """Return the name of the strategy or approach of a code, "" where there is none."""
        if self._overview is None:
            return ""
        names = {str(strategy.number): strategy.name for strategy in self._overview.strategies}
        names |= {item.code: item.text for item in self._overview.approaches}
        return names.get(code, "")

    def bound_number(self) -> int:
        """Return the number of the one strategy this station hears, 0 where it hears all."""
        assert self._overview is not None
        bound_to = self._overview.station.strategy_id
        numbers = {strategy.id: strategy.number for strategy in self._overview.strategies}
        return numbers.get(bound_to, 0) if bound_to is not None else 0

    def _show_bound(self) -> None:
        number = self.bound_number()
        key = "capture.bound" if number else "capture.bind"
        self.bound.setText(self._words(key, number=number))
        self.bound.setAccessibleName(self._words(key, number=number))
        self.bound.setChecked(bool(number))
        self.bound.setVisible(bool(number) or self.strategy is not None)

    def _offer_approaches(self, level: str) -> None:
        chosen = self.approach.currentData()
        self.approach.clear()
        self.approach.addItem(self._words("opinions.any_approach", level=level), None)
        if self.strategy is not None and self._overview is not None:
            for item in self._overview.approaches_of(self.strategy.id):
                self.approach.addItem(f"{item.code}  {item.text}", item.code)
        self.approach.setCurrentIndex(max(0, self.approach.findData(chosen)))
        self.approach.setEnabled(self.approach.count() > 1)

    def _lay_out(self) -> None:
        words = self._words
        named(words, "opinions.approach", self.approach)
        words.tell(self.approach.setToolTip, "opinions.approach_hint")
        self.bound.setProperty("look", "kind")
        self.bound.setCheckable(True)
        self.bound.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        words.tell(self.bound.setToolTip, "capture.bind_how")
        layout = row(self.heading, self.bound, self.approach)
        layout.setStretch(0, 3)
        layout.setStretch(2, 2)
        self.setLayout(layout)
