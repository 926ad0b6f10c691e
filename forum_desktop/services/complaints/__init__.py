"""Acts at the complaint desk, by noun. Who complains is sealed at once and shown in no list."""

from forum_desktop.services.complaints.access_log import read_access_log
from forum_desktop.services.complaints.due import due_list
from forum_desktop.services.complaints.intake import (
    enter_complaint,
    is_emergency,
    lodge_complaint,
    missing_answers,
)
from forum_desktop.services.complaints.listing import (
    count_sealed,
    likely_duplicates,
    read_complaint,
    read_history,
    recent_complaints,
)
from forum_desktop.services.complaints.numbers import (
    find_complaint,
    map_official,
    reserve_numbers,
    unused_numbers,
)
from forum_desktop.services.complaints.officer import name_officer
from forum_desktop.services.complaints.opening import (
    open_case,
    open_history,
    open_identity,
    open_step,
    who_opened,
)
from forum_desktop.services.complaints.register import look_through
from forum_desktop.services.complaints.rights import (
    amend_identity,
    correct_case,
    correct_identity,
    erase_complaint,
    export_complaint,
    find_complaints_of,
    redact_identity,
)
from forum_desktop.services.complaints.sealing_later import change_kinds, seal_case
from forum_desktop.services.complaints.steps import (
    allowed_steps,
    into_plan,
    join_duplicate,
    link_duplicate,
    reopen,
    send_to,
    take_step,
    withdraw_complaint,
)

__all__ = [
    "allowed_steps",
    "amend_identity",
    "change_kinds",
    "correct_case",
    "correct_identity",
    "count_sealed",
    "due_list",
    "enter_complaint",
    "erase_complaint",
    "export_complaint",
    "find_complaint",
    "find_complaints_of",
    "into_plan",
    "is_emergency",
    "join_duplicate",
    "likely_duplicates",
    "link_duplicate",
    "lodge_complaint",
    "look_through",
    "map_official",
    "missing_answers",
    "name_officer",
    "open_case",
    "open_history",
    "open_identity",
    "open_step",
    "read_access_log",
    "read_complaint",
    "read_history",
    "recent_complaints",
    "redact_identity",
    "reopen",
    "reserve_numbers",
    "seal_case",
    "send_to",
    "take_step",
    "unused_numbers",
    "who_opened",
    "withdraw_complaint",
]
