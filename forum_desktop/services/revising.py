"""Correcting an opinion: its words, its place in the plan, what was answered and promised."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.opinion import Edit, Opinion
from forum_desktop.records.people import Attendee, AttendeeRole
from forum_desktop.records.plan import Approach
from forum_desktop.services.desk import Desk
from forum_desktop.services.opinions import strategy_of
from forum_desktop.services.stream import Edits
from forum_desktop.services.texts import line, long_text

_CORRECTED = (
    *("text", "kind", "strategy_id", "approach_id", "other_approach_id", "urgency"),
    *("place", "tags", "on_behalf_of"),
    *("answer", "answered_by", "promise", "promised_until"),
)
"""The facts that people correct; numbers, moments and what joins opinions are not among them."""


def revise(desk: Desk, shown: Opinion, corrected: Opinion) -> Edits:
    """Keep what was corrected of an opinion as it was shown.

    Only facts that differ between the two are written, so what another station changed
    meanwhile stays. Raises Refusal("text.empty"), "opinion.approach_elsewhere",
    "opinion.needs_first_approach", "opinion.promise_needed" or "opinion.not_of_panel".
    """
    changed = {
        fact: getattr(corrected, fact)
        for fact in _CORRECTED
        if getattr(shown, fact) != getattr(corrected, fact)
    }
    with desk.act() as act:
        before = act.get(Opinion, shown.id)
        after = _checked(act, replace(before, **changed))
        return (Edit(before=before, after=act.put(after)),)


def edit_by(desk: Desk, opinion_id: UUID, change: Callable[[], Any]) -> Edits:
    """Make another act on an opinion, and return the edit that it was."""
    before = read_opinion(desk, opinion_id)
    change()
    return (Edit(before=before, after=read_opinion(desk, opinion_id)),)


def read_opinion(desk: Desk, opinion_id: UUID) -> Opinion:
    """Return an opinion; raises Refusal("storage.not_found") where it is no more."""
    with desk.look() as look:
        return look.get(Opinion, opinion_id)


def _checked(look: Writing, opinion: Opinion) -> Opinion:
    _require_second_approach(look, opinion)
    if opinion.promised_until is not None and not line(opinion.promise):
        raise Refusal("opinion.promise_needed")
    if opinion.answered_by is not None:
        _require_member(look, opinion.answered_by)
    return replace(
        opinion,
        text=long_text(opinion.text, needed=True),
        strategy_id=strategy_of(look, opinion.strategy_id, opinion.approach_id),
        place=line(opinion.place),
        on_behalf_of=line(opinion.on_behalf_of),
        answer=long_text(opinion.answer),
        promise=line(opinion.promise),
    )


def _require_second_approach(look: Reading, opinion: Opinion) -> None:
    if opinion.other_approach_id is None:
        return
    if opinion.approach_id in {None, opinion.other_approach_id}:
        raise Refusal("opinion.needs_first_approach")
    look.get(Approach, opinion.other_approach_id)


def _require_member(look: Reading, attendee_id: UUID) -> None:
    if look.get(Attendee, attendee_id).role is not AttendeeRole.MEMBER:
        raise Refusal("opinion.not_of_panel")
