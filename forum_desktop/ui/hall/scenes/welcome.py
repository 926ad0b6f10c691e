"""Welcome: whose meeting it is, and its agenda."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from forum_desktop.records.hall import HallItem, HallWelcome
from forum_desktop.ui.display import joined, said_date
from forum_desktop.ui.hall.chalk import Chalk
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words

_AGENDA_SHARE = 0.47


def draw(chalk: Chalk, area: QRectF, view: HallWelcome, words: "Words") -> None:
    """Draw the title at the left and the agenda at the right."""
    unit = chalk.unit
    chalk.fill(area, TOKENS.primary_deep)
    left = QRectF(area.left() + 1.2 * unit, area.top() + unit, 0, area.height() - 2 * unit)
    left.setRight(area.left() + area.width() * (1 - _AGENDA_SHARE) - 0.6 * unit)
    _draw_title(chalk, left, view, words)
    right = QRectF(left.right() + unit, area.top(), 0, area.height())
    right.setRight(area.right())
    chalk.fill(right, TOKENS.surface)
    _draw_agenda(chalk, right.adjusted(unit, unit * 0.9, -unit, -unit * 0.7), view, words)


def _draw_title(chalk: Chalk, area: QRectF, view: HallWelcome, words: "Words") -> None:
    unit = chalk.unit
    head = QRectF(area.left(), area.top(), area.width(), unit * 1.6)
    chalk.fit(head, view.municipality, largest=1, smallest=0.7, color=TOKENS.mark, bold=True)
    foot = QRectF(area.left(), area.bottom() - unit * 4.4, area.width(), unit * 4.4)
    day = joined((said_date(view.held_on, words.language), f"{view.starts_at:%H.%M}"))
    chalk.fit(foot, f"{day}\n{view.venue}", largest=0.95, smallest=0.6, color=TOKENS.sidebar_soft)
    body = QRectF(area.left(), head.bottom(), area.width(), foot.top() - head.bottom() - unit)
    chalk.fit(
        body,
        view.title,
        largest=1.9,
        smallest=0.9,
        bold=True,
        color=TOKENS.on_primary,
        centered=True,
    )


def _draw_agenda(chalk: Chalk, area: QRectF, view: HallWelcome, words: "Words") -> None:
    unit = chalk.unit
    head = QRectF(area.left(), area.top(), area.width(), unit * 1.5)
    chalk.write(head, words("hall.agenda"), size=1.1, bold=True, color=TOKENS.primary_deep)
    if not view.items:
        return
    rest = area.adjusted(0, unit * 1.9, 0, 0)
    high = min(rest.height() / len(view.items), unit * 3.2)
    titles = [item.title for item in view.items]
    size = chalk.common_size(titles, rest.width() - unit * 2.4, high - unit * 0.2, 1, 0.6)
    for at, item in enumerate(view.items):
        place = QRectF(rest.left(), rest.top() + at * high, rest.width(), high)
        _draw_item(chalk, place, item, size)


def _draw_item(chalk: Chalk, area: QRectF, item: HallItem, size: float) -> None:
    unit = chalk.unit
    radius = min(unit * 0.72, area.height() * 0.36)
    if item.is_now:
        chalk.box(area.adjusted(-unit * 0.4, 0, unit * 0.4, 0), TOKENS.primary_soft)
    color = TOKENS.primary if item.is_now else TOKENS.line_strong
    center = QPointF(area.left() + radius, area.center().y())
    chalk.disc(center, radius, "✓" if item.is_done else str(item.number), color)
    words = QRectF(area.left() + 2 * radius + unit * 0.6, area.top(), 0, area.height())
    words.setRight(area.right())
    ink = TOKENS.ink_soft if item.is_done else TOKENS.ink
    chalk.fit(
        words.adjusted(0, unit * 0.1, 0, -unit * 0.1),
        item.title,
        largest=size,
        smallest=0.6,
        bold=item.is_now,
        color=ink,
        centered=True,
    )
