"""Where in a text the searched words stand, although tones, spaces and digits may differ."""

import re
from collections.abc import Iterable

from forum_desktop.thai.folding import fold, fold_tight

Span = tuple[int, int]
"""Where something begins in a text, and where it has ended."""

_GAP = "[\u200b-\u200f\u2060\ufeff\u00ad]*"
_MARKS = "[\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
_PIECE = re.compile(
    f"\u0e4d{_GAP}[\u0e48-\u0e4b]?{_GAP}\u0e32|\u0e40{_GAP}\u0e40|.[\u0300-\u036f]*", re.DOTALL
)
"""What folds as one: ํ + า is ำ, two เ are แ, a Latin letter goes with its accents."""

_MARK = re.compile(f"{_MARKS}+")


def occurrences(text: str, typed: str) -> tuple[Span, ...]:
    """Return where the typed words stand in `text`, in order, none touching another.

    A span never parts a letter from its marks above and below.
    """
    words = [fold_tight(word) for word in fold(typed).split()]
    folded, sources = _folded(text)
    found = (span for word in words if word for span in _found(folded, word))
    return _united((sources[first][0], sources[last][1]) for first, last in found)


def _folded(text: str) -> tuple[str, list[Span]]:
    """Return the search form, and for each of its letters the span it came from."""
    letters: list[str] = []
    sources: list[Span] = []
    for piece in _PIECE.finditer(text):
        form = fold_tight(piece[0])
        letters.append(form)
        sources += [(piece.start(), _with_marks(text, piece.end()))] * len(form)
    return "".join(letters), sources


def _with_marks(text: str, end: int) -> int:
    marks = _MARK.match(text, end)
    return marks.end() if marks else end


def _found(folded: str, word: str) -> list[Span]:
    """Return the first and the last letter of each place where a word stands."""
    length = len(word)
    return [(m.start(), m.start() + length - 1) for m in re.finditer(re.escape(word), folded)]


def _united(spans: Iterable[Span]) -> tuple[Span, ...]:
    united: list[Span] = []
    for start, end in sorted(spans):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return tuple(united)
