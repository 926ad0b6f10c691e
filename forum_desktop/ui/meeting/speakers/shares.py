"""How the floor was shared between sectors, those least heard first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from forum_desktop.ui.pen import RIGHT, Pen
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forum_desktop.records.meeting import SectorBalance
    from forum_desktop.ui.words import Words

_UNIT, _ROW, _LEAST, _BAR, _GAP = 14, 34, 25, 10, 12
_FEWEST = 3
"""Lines that there is always room for."""
_NAME = 0.46
"""The share of the width that names have."""


class Shares(QWidget):
    """A line a sector: its name, how often and how long it was heard, and a bar."""

    def __init__(self, words: "Words") -> None:
        super().__init__()
        self._words = words
        self._shares: tuple[SectorBalance, ...] = ()
        self._sectors: Mapping[str, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(_FEWEST * _LEAST)

    def show_shares(
        self, shares: "tuple[SectorBalance, ...]", sectors: "Mapping[str, str]"
    ) -> None:
        """Show the shares of sectors named by their codes; those quite silent have no line."""
        self._shares = tuple(share for share in shares if share.turns or share.waiting)
        self._sectors = sectors
        self.setAccessibleName("; ".join(self.said()))
        self.update()

    def said(self) -> list[str]:
        """Return the lines as they are told."""
        return [f"{self._name(share)} {self._figures(share)}" for share in self._shares]

    def sizeHint(self) -> QSize:
        """Return the room that all lines would like."""
        return QSize(240, _ROW * max(1, len(self._shares)))

    def lines_shown(self) -> int:
        """Return how many sectors have a line of their own."""
        room = int(self.height() / _LEAST)
        return len(self._shares) if len(self._shares) <= room else room - 1

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a line each, closer together where there are many.

        Where not all have room, those heard most are told by their number alone.
        """
        painter = QPainter(self)
        pen = Pen(painter, _UNIT)
        high = max(_LEAST, min(_ROW, self.height() / max(1, len(self._shares))))
        most = max((share.seconds for share in self._shares), default=0) or 1
        wide = max((pen.width(self._figures(share)) for share in self._shares), default=0)
        shown = self.lines_shown()
        for at, share in enumerate(self._shares[:shown]):
            area = QRectF(0, at * high, self.width(), high)
            self._draw(pen, area, share, wide, share.seconds / most)
        if left := len(self._shares) - shown:
            area = QRectF(0, shown * high, self.width(), high)
            more = self._words("speakers.more_sectors", count=left)
            pen.write(area, more, color=TOKENS.ink_soft)
        painter.end()

    def _draw(
        self, pen: Pen, area: QRectF, share: "SectorBalance", wide: float, filled: float
    ) -> None:
        name = QRectF(area.left(), area.top(), area.width() * _NAME, area.height())
        pen.write(name, self._name(share))
        color = TOKENS.ink if share.turns else TOKENS.ink_soft
        pen.write(area, self._figures(share), color=color, side=RIGHT)
        left, right = name.right() + _GAP, area.right() - wide - _GAP
        if right > left:
            middle = area.center().y() - _BAR / 2
            pen.bar(QRectF(left, middle, right - left, _BAR), filled, TOKENS.primary)

    def _name(self, share: "SectorBalance") -> str:
        return self._sectors.get(share.sector, "") or self._words("speakers.no_sector")

    def _figures(self, share: "SectorBalance") -> str:
        words = self._words
        told = (
            words("speakers.share", turns=share.turns, minutes=round(share.seconds / 60))
            if share.turns
            else words("speakers.not_heard")
        )
        waits = words("speakers.waits", count=share.waiting) if share.waiting else ""
        return f"{told}  {waits}".strip()
