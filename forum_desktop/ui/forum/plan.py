"""The plan at a glance: each strategy with its number, count and approaches."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from forum_desktop.ui.controls import Text, column
from forum_desktop.ui.theme import TOKENS, font, strategy_color

if TYPE_CHECKING:
    from forum_desktop.records.overview import ForumOverview
    from forum_desktop.records.plan import Strategy
    from forum_desktop.wording import LanguageCode


class NumberBadge(QLabel):
    """A number on the colour of its strategy."""

    def __init__(self, number: int, size: int = 30) -> None:
        super().__init__(str(number) if number else "–")
        self.setFixedSize(size, size)
        self.setFont(font(TOKENS.body, bold=True))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setStyleSheet(
            f"background: {strategy_color(number)}; color: {TOKENS.on_primary};"
            f"border-radius: {size // 2}px; font-weight: bold;"
        )


class PlanView(QFrame):
    """Strategies down the page, their approaches under each."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 8, 0)
        self._rows.setSpacing(10)
        self._shown: tuple[object, ...] = ()

    def show_plan(self, overview: "ForumOverview", language: "LanguageCode") -> None:
        """Show the plan of a forum; the same plan is not built twice."""
        wanted = (overview.strategies, overview.approaches, language)
        if wanted == self._shown:
            return
        self._shown = wanted
        self._clear()
        level = overview.pack.levels.strategy
        if language == "en":
            level = overview.pack.levels.strategy_english
        for strategy in overview.strategies:
            self._rows.addLayout(_row(overview, strategy, level))
        self._rows.addStretch(1)

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            _discard(item.layout())


def _row(overview: "ForumOverview", strategy: "Strategy", level: str) -> QHBoxLayout:
    name = Text("body", wraps=True)
    name.say(f"{level} {strategy.number}  {strategy.name}")
    name.setFont(font(TOKENS.body, bold=True))
    name.setStyleSheet("font-weight: bold;")
    approaches = []
    for approach in overview.approaches_of(strategy.id):
        text = Text("soft", wraps=True)
        text.say(f"{approach.code}  {approach.text}")
        approaches.append(text)
    texts = column(name, *approaches, gap=0)
    layout = QHBoxLayout()
    layout.setSpacing(12)
    layout.addWidget(NumberBadge(strategy.number), 0, Qt.AlignmentFlag.AlignTop)
    layout.addLayout(texts, 1)
    return layout


def _discard(layout: object) -> None:
    if not isinstance(layout, QHBoxLayout | QVBoxLayout):
        return
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        _discard(item.layout())
