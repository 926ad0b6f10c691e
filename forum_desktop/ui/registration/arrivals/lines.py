"""A panel of the board: a line for each sector or zone, expected against present."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF

from forum_desktop.ui.pen import RIGHT, Pen
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.records.arrivals import ArrivalRow
    from forum_desktop.ui.words import Words

_HIGHEST, _LOWEST, _HEAD = 2.4, 1.45, 2.5
"""Units that a line may be high, those it needs to be read, and those of the panel's head."""
_BAR, _FIGURES = 0.15, 0.3
"""The smallest share of a line's width for its bar, the largest for its figures."""


class Panel(NamedTuple):
    """A panel with its title; the figures of `rows` are present against expected."""

    title: str
    rows: "tuple[ArrivalRow, ...]"


def label_of(words: "Words", row: "ArrivalRow") -> str:
    """Return the name of a line in the current language."""
    if not row.code:
        return words("arrivals.unstated")
    return (row.english if words.language == "en" else "") or row.label or row.code


def said_of_row(words: "Words", row: "ArrivalRow") -> str:
    """Tell how many came of how many."""
    if row.expected is None:
        return words(
            "arrivals.row_registered", present=f"{row.present:,}", registered=f"{row.registered:,}"
        )
    return f"{row.present:,} / {row.expected:,}"


def share_of(row: "ArrivalRow") -> float:
    """Return which part of those expected came; of those registered where none are."""
    whole = row.registered if row.expected is None else row.expected
    return row.present / whole if whole else float(row.present > 0)


def columns_of(panel: Panel, high: float, unit: float) -> int:
    """Return in how many columns the lines of a panel stand where they have a height."""
    fitting = max(int((high - _HEAD * unit) / (_LOWEST * unit)), 1)
    return -(-len(panel.rows) // fitting)


def draw_panel(
    pen: Pen, area: QRectF, words: "Words", panel: Panel, chosen: int | None
) -> tuple[QRectF, ...]:
    """Draw a panel and return where its lines stand."""
    unit = pen.unit
    pen.box(area, TOKENS.surface, line=TOKENS.line)
    inner = area.adjusted(unit * 0.5, unit * 0.4, -unit * 0.5, -unit * 0.4)
    head = QRectF(inner.left() + unit * 0.5, inner.top(), inner.width() - unit, unit * 1.5)
    pen.write(head, panel.title, bold=True)
    told = "arrivals.legend" if _has_expected(panel) else "arrivals.legend_registered"
    pen.write(head, words(told), size=0.85, color=TOKENS.ink_soft, side=RIGHT)
    field = QRectF(inner.left(), head.bottom() + unit * 0.2, inner.width(), 0)
    field.setBottom(inner.bottom())
    places = _places(field, len(panel.rows), columns_of(panel, area.height(), unit), unit)
    widths = _widths(pen, words, panel, places)
    for at, (place, row) in enumerate(zip(places, panel.rows, strict=True)):
        if at == chosen:
            pen.box(place, TOKENS.primary_soft, radius=0.2)
            mark = QRectF(place.left(), place.top(), unit * 0.25, place.height())
            pen.box(mark, TOKENS.primary, radius=0.1)
        _draw_row(pen, place, widths, words, row)
    return places


def _has_expected(panel: Panel) -> bool:
    return any(row.expected is not None for row in panel.rows)


def _places(field: QRectF, count: int, columns: int, unit: float) -> tuple[QRectF, ...]:
    each = -(-count // max(columns, 1))
    high = min(field.height() / max(each, 1), _HIGHEST * unit)
    wide = (field.width() - unit * (columns - 1)) / max(columns, 1)
    return tuple(
        QRectF(
            field.left() + at // each * (wide + unit),
            field.top() + at % each * high,
            wide,
            high,
        )
        for at in range(count)
    )


class _Widths(NamedTuple):
    size: float
    label: float
    figures: float


def _widths(pen: Pen, words: "Words", panel: Panel, places: tuple[QRectF, ...]) -> _Widths:
    place = places[0]
    size = min(1.0, place.height() / pen.unit * 0.62)
    labels = (pen.width(label_of(words, row), size) for row in panel.rows)
    figures = (pen.width(said_of_row(words, row), size, bold=True) for row in panel.rows)
    wide = place.width()
    right = min(max(figures), wide * _FIGURES)
    rest = wide * (1 - _BAR) - right - 2.5 * pen.unit
    return _Widths(size, min(max(labels), rest), right)


def _draw_row(pen: Pen, place: QRectF, widths: _Widths, words: "Words", row: "ArrivalRow") -> None:
    unit = pen.unit
    inner = place.adjusted(unit * 0.5, 0, -unit * 0.5, 0)
    label = QRectF(inner.left(), inner.top(), widths.label + 1, inner.height())
    figures = QRectF(inner.right() - widths.figures, inner.top(), widths.figures, inner.height())
    high = min(place.height() * 0.42, unit * 0.8)
    bar = QRectF(label.right() + unit * 0.75, inner.center().y() - high / 2, 0, high)
    bar.setRight(figures.left() - unit * 0.75)
    share = share_of(row)
    pen.write(label, label_of(words, row), size=widths.size)
    pen.bar(bar, share, TOKENS.good if share >= 1 else TOKENS.primary)
    is_bold = row.expected is not None
    pen.write(figures, said_of_row(words, row), size=widths.size, bold=is_bold, side=RIGHT)
