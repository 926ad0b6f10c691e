"""How large and how many: the page is set as roomy as its facts allow."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from forum_desktop.documents.typesetting.style import Align, TextStyle
from forum_desktop.records.minutes import CountRow


@dataclass(frozen=True, slots=True)
class Fit:
    """One way to set the page: type in points, and how much of each list is shown.

    Every line is `unit` high, so that lines of text beside each other meet. Names of
    strategies take `name_lines`, other names `label_lines` at most. What a list shows no
    more is summed up in its last line.
    """

    size: float
    unit: float
    title_lines: int = 2
    name_lines: int = 2
    label_lines: int = 2
    strategies: int = 10
    sectors: int = 20
    kinds: int = 8
    rankings: int = 3
    places: int = 5
    decisions: int = 4
    text_lines: int = 2

    @property
    def style(self) -> TextStyle:
        """Return the style of running text."""
        return TextStyle(size=self.size, leading=self.unit, align=Align.LEFT)

    @property
    def centred(self) -> TextStyle:
        """Return the style of the lines under the title."""
        return replace(self.style, align=Align.CENTRED)

    @property
    def right(self) -> TextStyle:
        """Return the style of numbers under each other."""
        return replace(self.style, align=Align.RIGHT)


_ROOMY = Fit(10.5, 16)
_SMALL = Fit(8.5, 12, sectors=18, kinds=6, rankings=2, places=3, decisions=3)
_BRIEF = replace(_SMALL, label_lines=1, text_lines=1, decisions=2)
FITS = (
    _ROOMY,
    replace(_ROOMY, size=10, unit=15),
    replace(_ROOMY, size=9.5, unit=14, places=4),
    replace(_ROOMY, size=9, unit=13, places=3, rankings=2, decisions=3),
    _SMALL,
    _BRIEF,
    replace(_BRIEF, sectors=14),
    replace(_BRIEF, sectors=10, kinds=5, rankings=1),
    replace(_BRIEF, name_lines=1, sectors=14),
    Fit(8.5, 11.5, 1, 1, 1, sectors=10, kinds=4, rankings=1, places=3, decisions=1, text_lines=1),
)
"""From roomy to tight; with the last one anything fits on a page."""


@dataclass(frozen=True, slots=True)
class Folded:
    """The rows that are shown, and the sum of those that are not; `hidden` tells how many."""

    shown: tuple[CountRow, ...]
    hidden: int
    count: int
    expected: int | None


def fold(rows: Sequence[CountRow], limit: int) -> Folded:
    """Return at most `limit` lines: the largest rows in their order, and a sum of the rest."""
    if len(rows) <= limit:
        return Folded(tuple(rows), 0, 0, None)
    by_size = sorted(range(len(rows)), key=lambda n: -max(rows[n].count, rows[n].expected or 0))
    kept = frozenset(by_size[: limit - 1])
    rest = [row for n, row in enumerate(rows) if n not in kept]
    expected = [row.expected for row in rest if row.expected is not None]
    return Folded(
        shown=tuple(row for n, row in enumerate(rows) if n in kept),
        hidden=len(rest),
        count=sum(row.count for row in rest),
        expected=sum(expected) if expected else None,
    )
