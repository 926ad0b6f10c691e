"""PDF page operators that draw lines of text."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise

from forum_desktop.documents.fonts.cluster_font import ClusterFont, DocumentFonts
from forum_desktop.documents.fonts.typeface import Typeface
from forum_desktop.documents.typesetting.boxes import Atom
from forum_desktop.documents.typesetting.lines import RIGHT_TO_LEFT, Line
from forum_desktop.documents.typesetting.style import Align, TextStyle

_EASY_LETTER_SPACE = 25.0
"""How far letters may be spaced, in thousandths, without an eye noticing."""

_WIDEST_SPACE = 600.0
"""How far a space may stretch, beyond itself, before letters are spaced more."""

_WIDEST_LETTER_SPACE = 90.0
"""How far letters may be spaced; a line that would need more is left ragged."""

_SHARES = {Align.CENTRED: 0.5, Align.RIGHT: 1.0}
"""The part of the room left over that stands before a line."""

_END = "] TJ\n"
"""What ends the text of one font, before that of the next."""


@dataclass(frozen=True, slots=True)
class Stretching:
    """What a justified line adds to each space and after each letter (thousandths)."""

    space: float = 0.0
    letter: float = 0.0


_NONE = Stretching()


@lru_cache(maxsize=1 << 13)  # sizes and edges are the same on every page
def number(value: float) -> str:
    """Return a number as PDF writes it, to a hundredth."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def draw_line(fonts: DocumentFonts, line: Line, style: TextStyle, x: float, y: float) -> str:
    """Return the operators that draw a line with its baseline from `x`, `y` (points)."""
    if not line.atoms:
        return ""
    size, justified = style.size, style.align is Align.JUSTIFIED
    stretching = _stretching(line) if justified else _NONE
    start = x + _offset(line, style.align) * size / 1000
    atoms = _in_drawn_order(line.atoms) if line.turns else line.atoms
    words = _text(fonts, atoms, size, stretching.space)
    spacing = f"{number(stretching.letter * size / 1000)} Tc\n" if stretching.letter else ""
    reset = "\n0 Tc" if stretching.letter else ""
    return f"BT\n1 0 0 1 {number(start)} {number(y)} Tm\n{spacing}{words}{reset}\nET"


def _offset(line: Line, align: Align) -> float:
    return (line.room - line.width) * _SHARES.get(align, 0.0)


def _stretching(line: Line) -> Stretching:
    """Space letters a little, then spaces, then letters more, as Thai distribution does."""
    extra = line.room - line.width
    if line.ends or extra <= 0:
        return _NONE
    gaps = max(_visible_clusters(line) - 1, 1)
    letter = min(extra / gaps, _EASY_LETTER_SPACE)
    rest = extra - letter * gaps
    space = min(rest / line.spaces, _WIDEST_SPACE) if line.spaces else 0.0
    letter += (rest - space * line.spaces) / gaps
    return Stretching(space, letter) if letter <= _WIDEST_LETTER_SPACE else _NONE


def _visible_clusters(line: Line) -> int:
    end = len(line.atoms)
    while line.atoms[end - 1].text.isspace():
        end -= 1
    return sum(atom.clusters for atom in line.atoms[:end])


def _text(fonts: DocumentFonts, atoms: Sequence[Atom], size: float, space: float) -> str:
    """Return the operators that show atoms, each space `space` thousandths wider."""
    shown: list[str] = []
    face: Typeface | None = None
    font: ClusterFont | None = None
    for typeface, text, _, _ in atoms:
        if typeface is not face:
            face, words = typeface, fonts.words(typeface)
            stretch = f"{-space / typeface.magnification:.2f}" if space else ""
        for encoded in words[text]:
            if encoded.font is not font:
                font = encoded.font
                shown.append(f"{_END}{font.resource_name} {_magnified(size, typeface)} Tf\n[")
            shown.append(encoded.pieces)
        if text == " ":
            shown.append(stretch)
    return f"{''.join(shown).replace('><', '').removeprefix(_END)}] TJ"


def _magnified(size: float, typeface: Typeface) -> str:
    return number(size * typeface.magnification)


def _in_drawn_order(atoms: tuple[Atom, ...]) -> Sequence[Atom]:
    """Return atoms from left to right: words of right-to-left scripts go backwards."""
    ordered: list[Atom] = []
    for backwards, stretch in groupby(_with_direction(atoms), lambda pair: pair[0]):
        words = [atom for _, atom in stretch]
        ordered += reversed(words) if backwards else words
    return ordered


def _with_direction(atoms: tuple[Atom, ...]) -> list[tuple[bool, Atom]]:
    """Pair each atom with whether it runs backwards; spaces do between two that do."""
    marks = [_is_right_to_left(atom) for atom in atoms]
    words = [place for place, atom in enumerate(atoms) if atom.text != " "]
    for left, right in pairwise(words):
        for space in range(left + 1, right):
            marks[space] = marks[left] and marks[right]
    return list(zip(marks, atoms, strict=True))


def _is_right_to_left(atom: Atom) -> bool:
    return RIGHT_TO_LEFT.search(atom.text) is not None
