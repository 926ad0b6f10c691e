"""The wording read back to the hall, for its speaker to confirm."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from forum_desktop.records.hall import HallReadBack
from forum_desktop.ui.hall.chalk import SMALLEST, Chalk
from forum_desktop.ui.hall.scenes.frame import draw_band
from forum_desktop.ui.hall.scenes.opinion import INDENT, draw_opinion
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words


def draw(chalk: Chalk, area: QRectF, view: HallReadBack, words: "Words") -> None:
    """Draw the words as large as they fit, all of them, and whether they were confirmed."""
    unit = chalk.unit
    color = TOKENS.good if view.is_confirmed else TOKENS.primary_deep
    body = draw_band(chalk, area, words("hall.read_back"), color)
    foot = QRectF(body.left(), body.bottom() - unit * 1.4, body.width(), unit * 1.4)
    key = "hall.read_back_confirmed" if view.is_confirmed else "hall.read_back_ask"
    chalk.write(foot, words(key), size=1, bold=True, color=color)
    field = body.adjusted(0, 0, 0, -unit * 1.6)
    text = chalk.turn_to(_pages(chalk, field, view.line.text))
    draw_opinion(chalk, field, view.line, words, text, largest=2)


def _pages(chalk: Chalk, field: QRectF, text: str) -> list[str]:
    """Return a text in as many parts as it takes to read every word of it."""
    wide = field.width() - chalk.unit * INDENT
    high = chalk.line_height(SMALLEST)
    most = max(1, int((field.height() - high + 1) / high))
    written = chalk.set(text, wide, SMALLEST)
    if written.lines <= most:
        return [text]
    starts = [written.layout.lineAt(at).textStart() for at in range(0, written.lines, most)]
    whole = written.layout.text()
    ends = (*starts[1:], len(whole))
    parts = [whole[start:end] for start, end in zip(starts, ends, strict=True)]
    return [part.replace("\u2028", "\n").strip() for part in parts]
