"""Who has the floor, for how long, and who is next: communities and sectors, never names."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from forum_desktop.records.hall import HallSpeaker
from forum_desktop.ui.hall.chalk import SMALLEST, Chalk
from forum_desktop.ui.hall.scenes.frame import draw_band
from forum_desktop.ui.hall.scenes.rows import lay
from forum_desktop.ui.pen import CENTER
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words

_INDENT = 1.5


def draw(chalk: Chalk, area: QRectF, view: HallSpeaker, words: "Words") -> None:
    """Draw the speaker and the time at the left, the queue at the right."""
    unit = chalk.unit
    body = draw_band(chalk, area, words("hall.speaker"))
    left = QRectF(body.left(), body.top(), body.width() * 0.57, body.height())
    right = QRectF(left.right() + unit, body.top(), 0, body.height())
    right.setRight(body.right())
    label = view.label or words("hall.nobody_speaks")
    share = 0.55 if view.begun_at is not None else 1
    upper = QRectF(left.left(), left.top(), left.width(), left.height() * share)
    chalk.fit(upper, label, largest=2.4, bold=True, centered=True)
    if view.begun_at is not None:
        lower = QRectF(left.left(), upper.bottom(), left.width(), left.height() * (1 - share))
        minutes, seconds = divmod(view.seconds, 60)
        clock = f"{minutes}:{seconds:02d}"
        chalk.write(lower, clock, size=4.6, bold=True, color=TOKENS.primary_deep)
    _draw_queue(chalk, right, view, words)


def _draw_queue(chalk: Chalk, area: QRectF, view: HallSpeaker, words: "Words") -> None:
    unit = chalk.unit
    chalk.box(area, TOKENS.sunken, line=TOKENS.line)
    inner = area.adjusted(unit * 0.8, unit * 0.5, -unit * 0.6, -unit * 0.5)
    head = QRectF(inner.left(), inner.top(), inner.width(), unit * 1.5)
    chalk.write(head, words("hall.next"), size=1, bold=True, color=TOKENS.ink_soft)
    rest = inner.adjusted(0, unit * 1.8, 0, 0)
    if not view.following:
        empty = QRectF(rest.left(), rest.top(), rest.width(), unit * 2)
        chalk.write(empty, words("hall.nobody_waits"), size=SMALLEST, color=TOKENS.ink_soft)
        return
    wide = rest.width() - unit * _INDENT
    laid = lay(chalk, rest, view.following, wide, largest=1.1, bold=True, most=2, least=1)
    for at, place in laid.pages[0]:
        number = QRectF(place.left(), place.top(), unit, chalk.line_height(laid.size))
        chalk.write(number, str(at + 1), size=laid.size, color=TOKENS.ink_soft, side=CENTER)
        words_place = place.adjusted(unit * _INDENT, 0, 0, 0)
        chalk.fit(words_place, view.following[at], largest=laid.size, bold=at == 0)
