"""The short questions before an act on a case."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from forum_desktop import services
from forum_desktop.records.complaint import ComplaintState
from forum_desktop.ui.complaints.register.asking import Question

if TYPE_CHECKING:
    from forum_desktop.records.complaint import Complaint
    from forum_desktop.services.desk import Desk

Told = Mapping[str, str]
Tell = Callable[[Any], dict[str, object]]

ENDS = frozenset(
    {
        ComplaintState.CLOSED,
        ComplaintState.REFERRED,
        ComplaintState.NOT_OURS,
        ComplaintState.NOTED,
    }
)
"""Steps that end a case: they ask for reason and owner."""
AT_ONCE = frozenset({ComplaintState.SCREENED, ComplaintState.UNDER_WAY})
"""Steps that need no word: taken by their key alone."""


def to_step(complaint: "Complaint", state: ComplaintState, owner: str, tell: Tell) -> Question:
    """Ask before a step: what it was, or, where it ends the case, why and who answers for it."""
    is_end = state in ENDS
    return Question(
        name=f"step-{state}",
        says=f"complaint.state.{state}",
        how="case_register.ending_how" if is_end else "case_register.noting_how",
        fields=("reason", "owner") if is_end else ("reason",),
        act=lambda desk, told: take(desk, complaint, state, told),
        done="case_register.done.step",
        ready={"owner": owner},
        tell=tell,
    )


def to_send(complaint: "Complaint", owner: str) -> Question:
    """Ask which unit shall act."""

    def send(desk: "Desk", told: Told) -> Any:
        unit, reason, by = told["unit"], told["reason"], told["owner"]
        sends = services.complaints.send_to
        return sends(desk, complaint.id, unit, reason=reason, owner=by)

    return Question(
        name="send",
        says="case_register.send_title",
        how="case_register.send_how",
        fields=("unit", "reason", "owner"),
        act=send,
        done="case_register.done.sent",
        ready={"unit": complaint.unit, "owner": owner},
    )


def to_number(complaint: "Complaint") -> Question:
    """Ask for the number of headquarters' own register."""
    return Question(
        name="official",
        says="case_register.official_title",
        how="case_register.official_how",
        fields=("number",),
        act=lambda desk, told: services.complaints.map_official(desk, complaint.id, told["number"]),
        done="case_register.done.official",
        ready={"number": complaint.official_number},
    )


def to_withdraw(complaint: "Complaint", owner: str) -> Question:
    """Ask why it is withdrawn."""
    return Question(
        name="withdraw",
        says="case_register.withdraw_title",
        how="case_register.withdraw_how",
        fields=("reason", "owner"),
        act=lambda desk, told: services.complaints.withdraw_complaint(
            desk, complaint.id, told["reason"], told["owner"]
        ),
        done="case_register.done.withdrawn",
        ready={"owner": owner},
    )


def to_reopen(complaint: "Complaint", owner: str) -> Question:
    """Ask why it is taken up again."""
    return Question(
        name="reopen",
        says="case_register.reopen_title",
        how="case_register.reopen_how",
        fields=("reason", "owner"),
        act=lambda desk, told: services.complaints.reopen(
            desk, complaint.id, told["reason"], owner=told["owner"]
        ),
        done="case_register.done.reopened",
        ready={"owner": owner},
    )


def to_redact(complaint: "Complaint") -> Question:
    """Ask why who complained is taken off for good."""
    return Question(
        name="redact",
        says="case_register.redact_title",
        how="case_register.redact_how",
        fields=("reason",),
        act=lambda desk, told: services.complaints.redact_identity(
            desk, complaint.id, told["reason"]
        ),
        done="case_register.done.redacted",
        ready={},
    )


def to_seal(complaint: "Complaint") -> Question:
    """Ask why a case that stands open is sealed; the reason itself stands open."""
    return Question(
        name="seal",
        says="evidence_view.seal_title",
        how="evidence_view.seal_how",
        fields=("reason",),
        act=lambda desk, told: services.complaints.seal_case(desk, complaint.id, told["reason"]),
        done="evidence_view.seal_done",
        ready={},
    )


def take(desk: "Desk", complaint: "Complaint", state: ComplaintState, told: Told) -> Any:
    """Take a step with what was told of it."""
    reason, owner = told.get("reason", ""), told.get("owner", "")
    takes = services.complaints.take_step
    return takes(desk, complaint.id, state, reason=reason, owner=owner)
