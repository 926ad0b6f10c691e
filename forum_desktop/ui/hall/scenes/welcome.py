"""Welcome: whose meeting it is, and its agenda."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from forum_desktop.records.hall import HallItem, HallWelcome
from forum_desktop.ui.display import joined, said_date
from forum_desktop.ui.hall.chalk import Chalk
from forum_desktop.ui.hall.scenes.rows import lay
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words

_AGENDA_SHARE = 0.5
_INDENT = 2.2


def draw(chalk: Chalk, area: QRectF, view: HallWelcome, words: "Words") -> None:
    """Draw the title at the left and the agenda at the right."""
    unit = chalk.unit
    chalk.fill(area, TOKENS.primary_deep)
    left = QRectF(area.left() + 1.1 * unit, area.top() + unit, 0, area.height() - 2 * unit)
    left.setRight(area.left() + area.width() * (1 - _AGENDA_SHARE) - 0.8 * unit)
    _draw_title(chalk, left, view, words)
    right = QRectF(left.right() + unit * 0.8, area.top(), 0, area.height())
    right.setRight(area.right())
    chalk.fill(right, TOKENS.surface)
    _draw_agenda(chalk, right.adjusted(unit, unit * 0.7, -unit * 0.8, -unit * 0.6), view, words)


def _draw_title(chalk: Chalk, area: QRectF, view: HallWelcome, words: "Words") -> None:
    unit = chalk.unit
    head = QRectF(area.left(), area.top(), area.width(), unit * 2.7)
    high = chalk.fit(head, view.municipality, largest=1.1, color=TOKENS.mark, bold=True)
    day, hour = said_date(view.held_on, words.language), f"{view.starts_at:%H.%M}"
    when = f"{day}\n{joined((words('hall.hour', hour=hour), view.venue))}"
    low = min(chalk.height_of(when, area.width(), 0.95), unit * 5.2)
    foot = QRectF(area.left(), area.bottom() - low, area.width(), low)
    chalk.fit(foot, when, largest=0.95, color=TOKENS.sidebar_soft)
    body = QRectF(area.left(), head.top() + high, area.width(), 0)
    body.setBottom(foot.top() - unit * 0.6)
    title, color = view.title, TOKENS.on_primary
    chalk.fit(body, title, largest=1.9, bold=True, color=color, centered=True)


def _draw_agenda(chalk: Chalk, area: QRectF, view: HallWelcome, words: "Words") -> None:
    unit = chalk.unit
    head = QRectF(area.left(), area.top(), area.width(), unit * 1.6)
    chalk.write(head, words("hall.agenda"), size=1.1, bold=True, color=TOKENS.primary_deep)
    if not view.items:
        return
    rest = area.adjusted(0, unit * 2, 0, 0)
    titles = [item.title for item in view.items]
    wide = rest.width() - unit * _INDENT
    laid = lay(chalk, rest, titles, wide, largest=1.1, under=0.25, bold=True, most=2, least=2)
    for at, place in chalk.turn_to(laid.pages):
        _draw_item(chalk, place, view.items[at], laid.size)


def _draw_item(chalk: Chalk, area: QRectF, item: HallItem, size: float) -> None:
    unit = chalk.unit
    if item.is_now:
        chalk.box(area.adjusted(-unit * 0.35, 0, unit * 0.35, 0), TOKENS.primary_soft)
    color = TOKENS.primary if item.is_now else TOKENS.line_strong
    center = QPointF(area.left() + unit * 0.78, area.center().y())
    chalk.disc(center, unit * 0.76, "✓" if item.is_done else str(item.number), color)
    words = area.adjusted(unit * _INDENT, 0, 0, 0)
    ink = TOKENS.ink_soft if item.is_done else TOKENS.ink
    bold = item.is_now
    chalk.fit(words, item.title, largest=size, bold=bold, color=ink, centered=True)
