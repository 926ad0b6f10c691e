"""Which step may follow which; the table is all there is to know of it."""

from dataclasses import dataclass
from types import MappingProxyType

from forum_desktop.records.complaint import ComplaintState as S

CLOSING = frozenset({S.CLOSED, S.REFERRED, S.NOT_OURS, S.NOTED, S.IN_PLAN, S.WITHDRAWN, S.JOINED})
"""States that end a case: each takes a reason and the name of who answers for it."""

_ENDS = (S.REFERRED, S.NOT_OURS, S.NOTED, S.IN_PLAN, S.WITHDRAWN, S.JOINED)

FOLLOWING: MappingProxyType[S, frozenset[S]] = MappingProxyType(
    {
        S.RECEIVED: frozenset({S.SCREENED, S.SENT, S.ASKED, *_ENDS}),
        S.SCREENED: frozenset({S.SENT, S.ASKED, S.TOLD, *_ENDS}),
        S.ASKED: frozenset({S.SCREENED, S.SENT, S.UNDER_WAY, S.TOLD, *_ENDS}),
        S.SENT: frozenset({S.SENT, S.UNDER_WAY, S.ASKED, S.TOLD, *_ENDS}),
        S.UNDER_WAY: frozenset({S.SENT, S.ASKED, S.TOLD, *_ENDS}),
        S.TOLD: frozenset({S.CLOSED, S.UNDER_WAY, S.SENT, *_ENDS}),
        **dict.fromkeys(CLOSING, frozenset()),
    }
)
"""A closed case goes on only by being reopened, which is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepWords:
    """What a step of a sealed complaint says, which stands in a sealed part."""

    reason: str = ""
    owner: str = ""
    unit: str = ""
