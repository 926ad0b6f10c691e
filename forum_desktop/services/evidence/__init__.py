"""Acts on the evidence of complaints: photos and files, looked at before they are kept."""

from forum_desktop.services.evidence.acts import (
    MOST_OF_A_COMPLAINT,
    EvidenceOutcome,
    add_all,
    add_evidence,
    sweep_evidence,
    withdraw_evidence,
)
from forum_desktop.services.evidence.opening import (
    list_evidence,
    open_evidence,
    read_thumbnail,
    save_evidence,
    suggested_name,
)

__all__ = [
    "MOST_OF_A_COMPLAINT",
    "EvidenceOutcome",
    "add_all",
    "add_evidence",
    "list_evidence",
    "open_evidence",
    "read_thumbnail",
    "save_evidence",
    "suggested_name",
    "sweep_evidence",
    "withdraw_evidence",
]
