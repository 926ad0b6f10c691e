"""The strategies as chips with live counts: one glance, one key, one choice."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from forum_desktop.ui.theme import TOKENS, font, strategy_color

if TYPE_CHECKING:
    from forum_desktop.records.plan import Strategy

_HEIGHT = 68
_PAD = 12


class StrategyChip(QAbstractButton):
    """Number, short name and count; filled with the strategy's colour when chosen."""

    def __init__(self, number: int, name: str, hint: str) -> None:
        super().__init__()
        self.number = number
        self._hint = hint
        self._count = 0
        self.setText(name)
        self.setToolTip(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Show how many opinions the strategy has."""
        self._count = count
        self.setAccessibleName(f"{self.number or ''} {self.text()} {count}".strip())
        self.update()

    def count(self) -> int:
        """Return the count shown."""
        return self._count

    def sizeHint(self) -> QSize:
        """Return a size in which the number and count fit."""
        return QSize(90, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the same: chips share the row evenly."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = QColor(strategy_color(self.number))
        self._paint_ground(painter, color)
        ink = QColor(TOKENS.on_primary if self.isChecked() else TOKENS.ink)
        inner = self.rect().adjusted(_PAD, 2, -_PAD, -6)
        top = QRect(inner.left(), inner.top(), inner.width(), 36)
        self._paint_count(painter, top, ink if self.isChecked() else color)
        self._paint_hint(painter, top, ink if self.isChecked() else QColor(TOKENS.ink_soft))
        bottom = QRect(inner.left(), inner.bottom() - 27, inner.width(), 30)
        self._paint_name(painter, bottom, ink)
        painter.end()

    def _paint_ground(self, painter: QPainter, color: QColor) -> None:
        area = self.rect().adjusted(1, 1, -1, -1)
        edge = QColor(TOKENS.mark if self.hasFocus() else TOKENS.line)
        if self.isChecked():
            edge = QColor(TOKENS.mark) if self.hasFocus() else color
        elif self.underMouse():
            edge = color
        painter.setPen(QPen(edge, 2))
        painter.setBrush(color if self.isChecked() else QColor(TOKENS.surface))
        painter.drawRoundedRect(area, TOKENS.radius, TOKENS.radius)
        if not self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawRoundedRect(
                QRect(_PAD, self.height() - 6, self.width() - 2 * _PAD, 3), 1, 1
            )

    def _paint_count(self, painter: QPainter, area: QRect, ink: QColor) -> None:
        painter.setPen(ink)
        painter.setFont(font(TOKENS.title, bold=True))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, flags, f"{self._count:,}")

    def _paint_hint(self, painter: QPainter, area: QRect, ink: QColor) -> None:
        painter.setPen(ink)
        painter.setFont(font(TOKENS.small))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, flags, self._hint)

    def _paint_name(self, painter: QPainter, area: QRect, ink: QColor) -> None:
        using = font(15, bold=True)
        painter.setPen(ink)
        painter.setFont(using)
        elide = Qt.TextElideMode.ElideRight
        name = QFontMetrics(using).elidedText(self.text(), elide, area.width())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, flags, name)


class StrategyChips(QWidget):
    """A row of chips for any number of strategies, and one for what is not sorted yet."""

    def __init__(self, chosen: Callable[[], object]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(lambda _: chosen())
        self._chosen = chosen
        self._strategies: tuple[Strategy, ...] = ()
        self._chips: list[StrategyChip] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)

    def show_strategies(self, strategies: "tuple[Strategy, ...]", unsorted: str) -> None:
        """Show these strategies; the chosen number stays chosen where it still exists."""
        numbers = {strategy.number for strategy in strategies}
        number = self.number() if self.number() in numbers else 0
        for chip in self._chips:
            self._group.removeButton(chip)
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._strategies = strategies
        self._chips = [
            StrategyChip(s.number, s.short or s.name, f"Alt+{s.number}") for s in strategies
        ]
        self._chips.append(StrategyChip(0, unsorted, "Alt+0"))
        for chip in self._chips:
            self._group.addButton(chip, chip.number)
            self._row.addWidget(chip, 1)
        self.choose(number)

    def show_counts(self, counts: "dict[object, int]") -> None:
        """Show the counts by strategy id; None is what is not sorted yet."""
        ids = {strategy.number: strategy.id for strategy in self._strategies}
        for chip in self._chips:
            chip.show_count(counts.get(ids.get(chip.number), 0))

    def step_count(self, number: int) -> None:
        """Count one opinion more of a strategy (0: not yet sorted), before anything is counted."""
        chip = self._group.button(number)
        if isinstance(chip, StrategyChip):
            chip.show_count(chip.count() + 1)

    def count(self, number: int) -> int:
        """Return how many opinions a strategy has (0: not yet sorted)."""
        chip = self._group.button(number)
        return chip.count() if isinstance(chip, StrategyChip) else 0

    def choose(self, number: int) -> bool:
        """Choose the strategy of a number; tell whether there is one."""
        chip = self._group.button(number)
        if chip is not None:
            chip.setChecked(True)
            self._chosen()
        return chip is not None

    def number(self) -> int:
        """Return the chosen number: 0 is not yet sorted, -1 nothing shown."""
        return self._group.checkedId()

    def strategy(self) -> "Strategy | None":
        """Return the chosen strategy."""
        number = self.number()
        return next((s for s in self._strategies if s.number == number), None)


def _chip_of(strategy: "Strategy") -> StrategyChip:
    return StrategyChip(strategy.number, strategy.short or strategy.name, f"Alt+{strategy.number}")
