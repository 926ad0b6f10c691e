"""How an assignment appears: of one from a sealed case nothing but its number."""

from typing import TYPE_CHECKING

from forum_desktop.records.assignment import AssignmentState
from forum_desktop.ui.complaints.register.lines import days_told
from forum_desktop.ui.display import joined, said_date
from forum_desktop.ui.record_list import Line
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.records.assignment import Assignment, AssignmentRow, Promised
    from forum_desktop.ui.words import Words

SOON = 7
_COLORS = {
    AssignmentState.ANSWERED: TOKENS.good,
    AssignmentState.REPORTED: TOKENS.ink_soft,
    AssignmentState.WITHDRAWN: TOKENS.ink_soft,
    AssignmentState.CARRIED: TOKENS.ink_soft,
}
_OVER = frozenset({AssignmentState.REPORTED, AssignmentState.WITHDRAWN, AssignmentState.CARRIED})


def task_of(words: "Words", assignment: "Assignment") -> str:
    """Return what was ordered, or why that is not told here."""
    if assignment.is_sealed:
        return words("follow_up.sealed", number=assignment.source_reference)
    return assignment.task


def line_of(words: "Words", row: "AssignmentRow") -> Line:
    """Return how an assignment of a list appears."""
    one = row.assignment
    whom = joined((one.to_officer, one.unit))
    under = joined((one.number, whom, one.source_reference))
    mark, color = _mark(words, row)
    return Line(
        text=task_of(words, one),
        under=under,
        mark=mark,
        mark_color=color,
        is_quiet=one.state in _OVER,
    )


def promise_line(words: "Words", promised: "Promised") -> Line:
    """Return how a promise appears, as the hall may see it."""
    day = said_date(promised.due_on, words.language) if promised.due_on else ""
    state = words(f"assignment.state.{promised.state}")
    return Line(
        text=promised.text,
        under=joined((promised.unit, day, promised.outcome)),
        mark=state,
        mark_color=_COLORS.get(promised.state, TOKENS.primary),
    )


def _mark(words: "Words", row: "AssignmentRow") -> tuple[str, str]:
    state = row.assignment.state
    if not row.assignment.is_waiting or row.days_left is None:
        return words(f"assignment.state.{state}"), _COLORS.get(state, TOKENS.primary)
    color = TOKENS.primary
    if row.days_left < 0:
        color = TOKENS.bad
    elif row.days_left <= SOON:
        color = TOKENS.warn
    return days_told(words, row.days_left), color
