"""What was promised: by which unit until when, and what became of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from forum_desktop.records.assignment import AssignmentState, Promised
from forum_desktop.records.hall import HallPromises
from forum_desktop.ui.display import joined
from forum_desktop.ui.hall.chalk import SMALLEST, Chalk
from forum_desktop.ui.hall.scenes.frame import draw_band
from forum_desktop.ui.hall.scenes.rows import lay
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from datetime import date

    from forum_desktop.ui.words import Words

_UNDER, _INDENT = 1.35, 0.9
_DONE = frozenset({AssignmentState.ANSWERED, AssignmentState.REPORTED})


def draw(chalk: Chalk, area: QRectF, view: HallPromises, words: "Words") -> None:
    """Draw what was promised, the nearest day first; complaints are counted only."""
    unit, told = chalk.unit, view.promises
    body = draw_band(chalk, area, words("hall.promises"))
    if told.from_complaints:
        foot = QRectF(body.left(), body.bottom() - unit * 1.2, body.width(), unit * 1.2)
        counts = {"count": told.from_complaints, "answered": told.complaints_answered}
        said = words("hall.promises_of_complaints", **counts)
        chalk.write(foot, said, size=SMALLEST, color=TOKENS.ink_soft)
        body = body.adjusted(0, 0, 0, -unit * 1.4)
    if told.lines:
        _draw_lines(chalk, body, view, words)
    else:
        said = words("hall.no_promises")
        chalk.fit(body, said, largest=1.4, color=TOKENS.ink_soft, centered=True)


def _draw_lines(chalk: Chalk, area: QRectF, view: HallPromises, words: "Words") -> None:
    unit, lines = chalk.unit, view.promises.lines
    texts = [line.text for line in lines]
    wide = area.width() - unit * _INDENT
    laid = lay(chalk, area, texts, wide, largest=1.2, under=_UNDER, most=3, least=3)
    for at, place in chalk.turn_to(laid.pages):
        line = lines[at]
        color = _color(line, view.on)
        chalk.fill(QRectF(place.left(), place.top(), unit * 0.3, place.height()), color)
        text = place.adjusted(unit * _INDENT, 0, 0, -unit * _UNDER)
        chalk.fit(text, line.text, largest=laid.size)
        under = QRectF(text.left(), text.bottom(), text.width(), unit * _UNDER)
        chalk.write(under, _said_under(line, words), size=SMALLEST, bold=True, color=color)


def _said_under(line: Promised, words: "Words") -> str:
    due = words("hall.promise_due", day=_short(line.due_on, words)) if line.due_on else ""
    became = line.outcome or words(f"hall.promise.{line.state}")
    return joined((became, line.unit, due, line.reference))


def _short(day: "date", words: "Words") -> str:
    if words.language == "en":
        return f"{day.day} {day:%b} {day.year}"
    from forum_desktop.thai.calendar import short_date  # noqa: PLC0415 - loaded when needed

    return short_date(day)


def _color(line: Promised, on: "date") -> str:
    if line.state in _DONE:
        return TOKENS.good
    is_late = line.due_on is not None and line.due_on < on
    return TOKENS.warn if is_late else TOKENS.primary
