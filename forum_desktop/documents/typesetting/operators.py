"""PDF page operators that draw lines of text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from forum_desktop.documents.fonts.cluster_font import ClusterFont, DocumentFonts
from forum_desktop.documents.typesetting.boxes import Atom
from forum_desktop.documents.typesetting.lines import Line
from forum_desktop.documents.typesetting.style import Align, TextStyle

_WIDEST_SPACE = 600.0
"""How far a space may stretch, beyond itself, before letters are spaced too."""

_WIDEST_LETTER_SPACE = 90.0
"""How far letters may be spaced; a line that would need more is left ragged."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class Stretching:
    """What a justified line adds to each space and after each letter (thousandths)."""

    space: float = 0.0
    letter: float = 0.0


def number(value: float) -> str:
    """Return a number as PDF writes it, to a hundredth."""
    text = f"{value:.2f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def draw_line(fonts: DocumentFonts, line: Line, style: TextStyle, x: float, y: float) -> str:
    """Return the operators that draw a line with its baseline from `x`, `y` (points)."""
    if not line.atoms:
        return ""
    size, justified = style.size, style.align is Align.JUSTIFIED
    stretching = _stretching(fonts, line) if justified else Stretching()
    start = x + _offset(line, style.align) * size / 1000
    words = _text(fonts, _in_drawn_order(line.atoms), size, stretching)
    spacing = f"{number(stretching.letter * size / 1000)} Tc\n" if stretching.letter else ""
    reset = "\n0 Tc" if stretching.letter else ""
    return f"BT\n1 0 0 1 {number(start)} {number(y)} Tm\n{spacing}{words}{reset}\nET"


def _offset(line: Line, align: Align) -> float:
    shares = {Align.CENTRED: 0.5, Align.RIGHT: 1.0}
    return (line.room - line.width) * shares.get(align, 0.0)


def _stretching(fonts: DocumentFonts, line: Line) -> Stretching:
    """Stretch spaces first, then letters, as Thai typesetting does."""
    extra = line.room - line.width
    if line.ends or extra <= 0:
        return Stretching()
    space = min(extra / line.spaces, _WIDEST_SPACE) if line.spaces else 0.0
    rest = extra - space * line.spaces
    gaps = sum(fonts.of(atom.typeface).encode(atom.text).clusters for atom in line.atoms) - 1
    letter = rest / gaps if gaps > 0 and rest > 1 else 0.0
    if letter > _WIDEST_LETTER_SPACE:
        return Stretching()
    return Stretching(space, letter)


def _text(fonts: DocumentFonts, atoms: Sequence[Atom], size: float, stretching: Stretching) -> str:
    stretch = f"{-stretching.space:.2f}" if stretching.space else ""
    shown = []
    for typeface, words in groupby(atoms, lambda atom: atom.typeface):
        font = fonts.of(typeface)
        pieces = "".join(_piece(font, atom.text, stretch) for atom in words)
        shown.append(f"{font.resource_name} {number(size)} Tf\n[{pieces.replace('><', '')}] TJ")
    return "\n".join(shown)


def _piece(font: ClusterFont, text: str, stretch: str) -> str:
    encoded = font.encode(text).pieces
    return encoded + stretch if text == " " else encoded


def _in_drawn_order(atoms: tuple[Atom, ...]) -> Sequence[Atom]:
    """Return atoms from left to right: words of right-to-left scripts go backwards."""
    if not any(_is_right_to_left(atom) for atom in atoms):
        return atoms
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
    return _RIGHT_TO_LEFT.search(atom.text) is not None
