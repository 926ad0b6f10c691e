"""The board: who came and who is missing, as counts, large enough for the hall.

It shows no name, holds no forum and asks nothing: whoever holds it gives it the figures.
"""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from forum_desktop.ui.display import joined
from forum_desktop.ui.pen import Pen
from forum_desktop.ui.registration.arrivals.figures import (
    draw_head,
    said_of_expected,
    small_figures,
)
from forum_desktop.ui.registration.arrivals.hour import hour_of
from forum_desktop.ui.registration.arrivals.lines import (
    Panel,
    columns_of,
    draw_panel,
    label_of,
    said_of_row,
)
from forum_desktop.ui.registration.arrivals.strip import draw_strip, said_of_hour
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from datetime import datetime

    from forum_desktop.records.arrivals import ArrivalRow, Arrivals
    from forum_desktop.ui.words import Words

_UNITS_WIDE, _UNITS_HIGH, _SMALLEST = 68, 35, 10
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -999, Qt.Key.Key_End: 999}
_SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Chosen(NamedTuple):
    """A line of the board: which panel ("sector" or "zone") and which of its rows."""

    panel: str
    row: "ArrivalRow"


class ArrivalsBoard(QWidget):
    """Painted whole, so that its text grows with it, on the page as on the projector."""

    entered = Signal(object)

    def __init__(self, words: "Words") -> None:
        super().__init__()
        self._words = words
        self._arrivals: Arrivals | None = None
        self._now: datetime | None = None
        self._needs: dict[str, str] = {}
        self._at = (0, 0)
        self._places: tuple[tuple[QRectF, ...], ...] = ()
        self.setMinimumSize(560, 360)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_arrivals(
        self, arrivals: "Arrivals | None", now: "datetime | None", needs: dict[str, str]
    ) -> None:
        """Show figures as of a moment; `needs` names the subjects of needs that are told."""
        self._arrivals, self._now, self._needs = arrivals, now, needs
        self.setAccessibleDescription("\n".join(self.said()))
        self.update()

    def said(self) -> tuple[str, ...]:
        """Return what the board shows, in words."""
        if self._arrivals is None or self._now is None:
            return ()
        words, arrivals = self._words, self._arrivals
        present = joined((words("arrivals.present"), f"{arrivals.present:,}"))
        figures = (f"{name} {count:,}" for name, count in small_figures(words, arrivals))
        rows = (
            f"{label_of(words, row)} {said_of_row(words, row)}"
            for _, panel in self._panels()
            for row in panel.rows
        )
        hour = said_of_hour(words, hour_of(arrivals, self._now))
        return (
            present,
            said_of_expected(words, arrivals),
            *figures,
            hour,
            *rows,
            self._need_line(),
        )

    def chosen(self) -> Chosen | None:
        """Return the line that is selected."""
        panels = self._panels()
        if not panels:
            return None
        name, panel = panels[min(self._at[0], len(panels) - 1)]
        return Chosen(name, panel.rows[min(self._at[1], len(panel.rows) - 1)])

    def sizeHint(self) -> QSize:
        """Return a size at which text is as large as elsewhere in the window."""
        return QSize(_UNITS_WIDE * TOKENS.body, _UNITS_HIGH * TOKENS.body)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the board in the size it has."""
        if self._arrivals is None or self._now is None:
            return
        painter = QPainter(self)
        unit = max(min(self.width() / _UNITS_WIDE, self.height() / _UNITS_HIGH), _SMALLEST)
        self._draw(Pen(painter, unit), self._arrivals, self._now)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose a line; Enter goes where it leads."""
        key = event.key()
        if key in _STEPS:
            self._move(_STEPS[Qt.Key(key)])
        elif key in _SIDES:
            self._cross(_SIDES[Qt.Key(key)])
        elif key in _ENTER and self.chosen() is not None:
            self.entered.emit(self.chosen())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the line under the pointer."""
        for side, places in enumerate(self._places):
            for at, place in enumerate(places):
                if place.contains(event.position()):
                    self._at = (side, at)
                    self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go where the line under the pointer leads."""
        if self.chosen() is not None:
            self.entered.emit(self.chosen())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which line the keys choose."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no choice where keys do not choose."""
        super().focusOutEvent(event)
        self.update()

    def _move(self, rows: int) -> None:
        panels = self._panels()
        if panels:
            side = min(self._at[0], len(panels) - 1)
            last = len(panels[side][1].rows) - 1
            self._at = (side, max(0, min(min(self._at[1], last) + rows, last)))
            self.update()

    def _cross(self, step: int) -> None:
        """Go to the line that stands nearest in the next column, maybe of the other panel."""
        lines = {
            (side, at): place.center()
            for side, places in enumerate(self._places)
            for at, place in enumerate(places)
        }
        here = lines.get(self._at)
        if here is None:
            return
        ahead = [at for at, spot in lines.items() if (spot.x() - here.x()) * step > 1]
        if ahead:
            self._at = min(ahead, key=lambda at: _distance(lines[at], here))
            self.update()

    def _panels(self) -> tuple[tuple[str, Panel], ...]:
        if self._arrivals is None:
            return ()
        sectors = Panel(self._words("arrivals.by_sector"), self._arrivals.by_sector)
        zones = Panel(self._words("arrivals.by_zone"), self._arrivals.by_zone)
        # A municipality without zones gets no panel with one line "not stated".
        has_zones = any(row.code for row in zones.rows)
        both = (("sector", sectors), ("zone", zones if has_zones else Panel("", ())))
        return tuple((name, panel) for name, panel in both if panel.rows)

    def _need_line(self) -> str:
        assert self._arrivals is not None
        counts = {need.subject: need.count for need in self._arrivals.needs}
        told = (
            f"{name} {counts[code]:,}" for code, name in self._needs.items() if counts.get(code)
        )
        said = joined(told)
        return self._words("arrivals.needs", needs=said) if said else ""

    def _draw(self, pen: Pen, arrivals: "Arrivals", now: "datetime") -> None:
        unit, gap = pen.unit, pen.unit * 0.75
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        head = QRectF(area.left(), area.top(), area.width(), unit * 6.4)
        draw_head(pen, head, self._words, arrivals)
        strip = QRectF(area.left(), head.bottom() + gap, area.width(), unit * 7.6)
        draw_strip(pen, strip, self._words, hour_of(arrivals, now))
        needs = self._need_line()
        foot = unit * 1.9 if needs else 0
        field = QRectF(area.left(), strip.bottom() + gap, area.width(), 0)
        field.setBottom(area.bottom() - foot)
        self._draw_panels(pen, field)
        if needs:
            line = QRectF(area.left() + unit, field.bottom(), area.width() - 2 * unit, foot)
            pen.write(line, needs, color=TOKENS.ink_soft)

    def _draw_panels(self, pen: Pen, field: QRectF) -> None:
        panels, gap = self._panels(), pen.unit * 0.75
        columns = [columns_of(panel, field.height(), pen.unit) for _, panel in panels]
        wide = (field.width() - gap * (len(panels) - 1)) / max(sum(columns), 1)
        places, left = [], field.left()
        for side, (_, panel) in enumerate(panels):
            area = QRectF(left, field.top(), wide * columns[side], field.height())
            chosen = min(self._at[1], len(panel.rows) - 1) if side == self._side() else None
            places.append(draw_panel(pen, area, self._words, panel, chosen))
            left = area.right() + gap
        self._places = tuple(places)

    def _side(self) -> int | None:
        return min(self._at[0], len(self._panels()) - 1) if self.hasFocus() else None


def _distance(one: QPointF, other: QPointF) -> float:
    # A column beside counts before a line above or below.
    return abs(one.x() - other.x()) * 1000 + abs(one.y() - other.y())
