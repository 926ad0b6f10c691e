"""Acts of delegation that is followed up: ordered, acknowledged, answered, reported."""

from forum_desktop.services.assignments.acts import (
    acknowledge,
    answer_assignment,
    assign,
    correct_assignment,
    report_assignment,
    withdraw_assignment,
)
from forum_desktop.services.assignments.carrying import carry_over, create_next_forum, left_open
from forum_desktop.services.assignments.listing import (
    count_assignments,
    find_assignment,
    list_assignments,
    read_assignment,
)
from forum_desktop.services.assignments.promising import promised
from forum_desktop.services.assignments.sources import find_source

__all__ = [
    "acknowledge",
    "answer_assignment",
    "assign",
    "carry_over",
    "correct_assignment",
    "count_assignments",
    "create_next_forum",
    "find_assignment",
    "find_source",
    "left_open",
    "list_assignments",
    "promised",
    "read_assignment",
    "report_assignment",
    "withdraw_assignment",
]
