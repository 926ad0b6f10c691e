"""Sealed parts: what a complaint's name and words look like once they are written."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any, TypeVar
from uuid import UUID

from forum_desktop import sealing
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import Complaint
from forum_desktop.records.identity import same_id
from forum_desktop.records.sealed import SealedHolds, SealedPart
from forum_desktop.services.complaints.keys import recipients_of

R = TypeVar("R")


def part_id(complaint_id: UUID, holds: SealedHolds) -> UUID:
    """Return the id of a complaint's part, the same on every laptop."""
    return same_id(complaint_id, "sealed", holds.value)


def sealed_later(open_id: UUID) -> UUID:
    """Return the id of what stands sealed in the place of something that stood open."""
    return same_id(open_id, "sealed later")


def put_part(
    act: Writing, complaint: Complaint, holds: SealedHolds, record: Any, of_id: UUID | None = None
) -> SealedPart:
    """Seal a record to this desk and headquarters; `of_id` is what it is of, if not the case."""
    to = recipients_of(act, complaint.forum_id)
    about = of_id or complaint.id
    # What is sealed says of what it is, so that two parts cannot be exchanged for each other.
    content = {"of": str(about), "holds": holds.value, "facts": asdict(record)}
    text = json.dumps(content, sort_keys=True)
    return act.put(
        SealedPart(
            id=part_id(about, holds),
            forum_id=complaint.forum_id,
            complaint_id=complaint.id,
            holds=holds,
            sealed=sealing.seal(text.encode(), to),
            recipients="\n".join(to),
        )
    )


def open_part(part: SealedPart, of_id: UUID, secrets: Sequence[str]) -> Mapping[str, str]:
    """Return the facts in a part.

    Raises Refusal("sealing.not_ours") where another desk sealed it, and
    Refusal("sealing.damaged") where it is not what it stands for.
    """
    content = json.loads(_unseal(part.sealed, secrets))
    # Who complains stays sealed as she was where the case was sealed later.
    stood_for = UUID(content["of"])
    is_of = of_id in {stood_for, sealed_later(stood_for)}
    if not is_of or content["holds"] != part.holds.value:
        raise Refusal("sealing.damaged")
    facts: Mapping[str, str] = content["facts"]
    return facts


def to_sealed(kind: type[R], facts: Mapping[str, str]) -> R:
    """Return the record in a part; facts of a newer app are passed over."""
    known = {item.name for item in fields(kind)}  # type: ignore[arg-type]
    return kind(**{name: value for name, value in facts.items() if name in known})


def _unseal(sealed: str, secrets: Sequence[str]) -> bytes:
    for secret in secrets:
        try:
            return sealing.unseal(sealed, secret)
        except Refusal:
            continue
    raise Refusal("sealing.not_ours")
