"""Who has the floor, for how long, and who is next: communities and sectors, never names."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from forum_desktop.records.hall import HallSpeaker
from forum_desktop.ui.hall.chalk import Chalk
from forum_desktop.ui.hall.scenes.frame import draw_band
from forum_desktop.ui.pen import CENTER
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words


def draw(chalk: Chalk, area: QRectF, view: HallSpeaker, words: "Words") -> None:
    """Draw the speaker and the time at the left, the queue at the right."""
    unit = chalk.unit
    body = draw_band(chalk, area, words("hall.speaker"))
    left = QRectF(body.left(), body.top(), body.width() * 0.58, body.height())
    right = QRectF(left.right() + unit, body.top(), 0, body.height())
    right.setRight(body.right())
    label = view.label or words("hall.nobody_speaks")
    upper = QRectF(left.left(), left.top(), left.width(), left.height() * 0.5)
    chalk.fit(upper, label, largest=2.2, smallest=0.9, bold=True, centered=True)
    if view.begun_at is not None:
        lower = QRectF(left.left(), upper.bottom(), left.width(), left.height() * 0.5)
        minutes, seconds = divmod(view.seconds, 60)
        clock = f"{minutes}:{seconds:02d}"
        chalk.write(lower, clock, size=4.2, bold=True, color=TOKENS.primary_deep)
    _draw_queue(chalk, right, view, words)


def _draw_queue(chalk: Chalk, area: QRectF, view: HallSpeaker, words: "Words") -> None:
    unit = chalk.unit
    chalk.box(area, TOKENS.sunken, line=TOKENS.line)
    inner = area.adjusted(unit * 0.8, unit * 0.5, -unit * 0.8, -unit * 0.5)
    head = QRectF(inner.left(), inner.top(), inner.width(), unit * 1.4)
    chalk.write(head, words("hall.next"), size=0.9, bold=True, color=TOKENS.ink_soft)
    if not view.following:
        empty = QRectF(inner.left(), head.bottom(), inner.width(), unit * 2)
        chalk.write(empty, words("hall.nobody_waits"), size=0.85, color=TOKENS.ink_soft)
    size = chalk.common_size(view.following, inner.width() - unit * 1.4, unit * 1.9, 0.95, 0.8)
    for at, label in enumerate(view.following):
        top = head.bottom() + unit * 0.3 + at * unit * 2.1
        number = QRectF(inner.left(), top, unit * 1.1, unit * 1.9)
        chalk.write(number, str(at + 1), size=0.9, color=TOKENS.ink_soft, side=CENTER)
        place = QRectF(inner.left() + unit * 1.4, top, inner.width() - unit * 1.4, unit * 1.9)
        chalk.fit(place, label, largest=size, smallest=0.6, bold=at == 0, centered=True)
