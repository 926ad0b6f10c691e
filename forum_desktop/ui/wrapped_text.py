"""A text laid out for painting: Thai wraps between words, what was searched for is lit."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QTextLayout, QTextOption

from forum_desktop.ui.display import flowing
from forum_desktop.ui.theme import TOKENS

_LINE_END = "\u2028"


def laid_out(text: str, using: QFont, width: int) -> QTextLayout:
    """Return a text in lines of at most `width` pixels."""
    layout = QTextLayout(flowing(text).replace("\n", _LINE_END), using)
    option = QTextOption()
    # A net under the break marks: an endless word still must not run out of the list.
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 40))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def lit(text: str, spans: Sequence[tuple[int, int]], shown: str) -> list[QTextLayout.FormatRange]:
    """Return the lit parts of a text as they stand in what is shown, which has break marks."""
    places = _places(text, shown) if spans else []
    return [_lit_part(places[start], places[end - 1] + 1) for start, end in spans]


def _lit_part(start: int, end: int) -> QTextLayout.FormatRange:
    part = QTextLayout.FormatRange()
    part.start, part.length = start, end - start
    part.format.setBackground(QColor(TOKENS.lit))
    return part


def _places(text: str, shown: str) -> list[int]:
    """Return where each letter of `text` stands in `shown`, which has break marks between."""
    places, at = [], 0
    for letter in text.replace("\n", _LINE_END):
        at = shown.index(letter, at) + 1
        places.append(at - 1)
    return places
