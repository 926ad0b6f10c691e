"""Text that must fit: set smaller, and in the end closed with "…", never cut unseen."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from forum_desktop.documents.fonts.face import Face
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.lines import Line
from forum_desktop.documents.typesetting.paragraph import Paragraph, set_line, set_paragraph
from forum_desktop.documents.typesetting.style import TextStyle

_MARK = "…"
_LONGEST = 600
"""Characters that are set at most of a text that is clipped: far more than would show."""

_SIZE_STEP = 0.5


def clip(paragraph: Paragraph, lines: int, face: Face) -> Paragraph:
    """Return at most `lines` lines of a paragraph; a mark tells where more was."""
    if len(paragraph.lines) <= lines:
        return paragraph
    kept = paragraph.lines[:lines]
    return replace(paragraph, lines=(*kept[:-1], _closed(kept[-1], paragraph.style, face)))


def clip_notes(blocks: Iterable[Block], face: Face, lines: int = 2) -> Iterator[Block]:
    """Yield the notes of a page that has no room for long ones, close to each other."""
    for block in blocks:
        if isinstance(block, Paragraph):
            close = replace(block, style=replace(block.style, before=0.0))
            yield clip(close, lines, face)
        else:
            yield block


def clip_line(run: Run, style: TextStyle, width: float, face: Face) -> Line:
    """Return text on one line `width` points wide; a mark tells where more was."""
    shown = replace(run, text=shortened(run.text))
    return clip(set_paragraph([shown], style, width, face=face), 1, face).lines[0]


def shrink_line(
    run: Run, style: TextStyle, width: float, least: float, face: Face
) -> tuple[Line, TextStyle]:
    """Return one line and its style, as small as it must be but not below `least` points."""
    for size in _sizes(style.size, least):
        style = replace(style, size=size)
        line = set_line(replace(run, text=shortened(run.text)), style, width, face)
        if line.width <= line.room:
            return line, style
    return clip_line(run, style, width, face), style


def shortened(text: str) -> str:
    """Return no more of a text than could ever show, so that setting it stays quick."""
    return text if len(text) <= _LONGEST else text[:_LONGEST] + _MARK


def _sizes(size: float, least: float) -> Iterator[float]:
    while size > least:
        yield size
        size -= _SIZE_STEP
    yield least


def _closed(line: Line, style: TextStyle, face: Face) -> Line:
    """Drop words from the end of a line until the mark fits behind them."""
    mark = set_line(_MARK, style, face=face)
    atoms = list(line.atoms)
    while atoms and (atoms[-1].text == " " or sum(a.width for a in atoms) + mark.width > line.room):
        atoms.pop()
    spaces = sum(atom.text == " " for atom in atoms)
    width = sum(atom.width for atom in atoms) + mark.width
    return line._replace(atoms=(*atoms, *mark.atoms), width=width, spaces=spaces, ends=True)
