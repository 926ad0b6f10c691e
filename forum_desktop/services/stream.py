"""Acts on the stream of opinions: sorted, called something else, split, joined, undone.

Every act returns its edits, the opinions before and after, so that `reverse` can undo it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from forum_desktop.db import drafts
from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import Complaint, ComplaintIntake
from forum_desktop.records.identity import same_id
from forum_desktop.records.opinion import (
    Edit,
    MovedOpinion,
    Opinion,
    OpinionKind,
    Proposal,
    SpeakerLink,
)
from forum_desktop.services.complaints import enter_complaint
from forum_desktop.services.complaints.followed import move_orders
from forum_desktop.services.desk import Desk
from forum_desktop.services.opinions import MOST_URGENT, next_reference, strategy_of
from forum_desktop.services.rankings import erase_words
from forum_desktop.services.texts import line, long_text

Edits = tuple[Edit, ...]


def call_it(desk: Desk, opinion_id: UUID, kind: OpinionKind) -> Edits:
    """Say what an utterance is; its number and history stay."""
    return _edit(desk, opinion_id, lambda act, opinion: replace(opinion, kind=kind))


def sort_into(
    desk: Desk, opinion_id: UUID, strategy_id: UUID | None, approach_id: UUID | None = None
) -> Edits:
    """Put an opinion in its place in the plan, or back in the tray of those not sorted."""

    def sorted_into(act: Writing, opinion: Opinion) -> Opinion:
        strategy = strategy_of(act, strategy_id, approach_id)
        return replace(
            opinion, strategy_id=strategy, approach_id=approach_id, other_approach_id=None
        )

    return _edit(desk, opinion_id, sorted_into)


def add_approach(desk: Desk, opinion_id: UUID, approach_id: UUID | None) -> Edits:
    """Let an opinion speak to a second approach too, or to none but its first."""

    def added(act: Writing, opinion: Opinion) -> Opinion:
        if opinion.approach_id is None or approach_id == opinion.approach_id:
            raise Refusal("opinion.needs_first_approach")
        return replace(opinion, other_approach_id=approach_id)

    return _edit(desk, opinion_id, added)


def mark_urgent(desk: Desk, opinion_id: UUID, urgency: int) -> Edits:
    """Say how urgent it is, from 0 to 2."""
    marked = max(0, min(urgency, MOST_URGENT))
    return _edit(desk, opinion_id, lambda act, opinion: replace(opinion, urgency=marked))


def withdraw(desk: Desk, opinion_id: UUID, reason: str) -> Edits:
    """Take an opinion out of lists and minutes, with a reason; it is not deleted."""
    said = line(reason, needed=True)
    return _edit(desk, opinion_id, lambda act, opinion: replace(opinion, withdrawn=said))


def split(desk: Desk, opinion_id: UUID, texts: Sequence[str]) -> Edits:
    """Part an opinion in two or more: the first text stays under its number, others are new.

    Raises Refusal("opinion.nothing_to_split") for fewer than two texts.
    """
    said = [long_text(text) for text in texts if text.strip()]
    if len(said) < 2:
        raise Refusal("opinion.nothing_to_split")
    with desk.act() as act:
        whole = _standing(act, opinion_id)
        kept = act.put(replace(whole, text=said[0]))
        parts = [_part(act, whole, text) for text in said[1:]]
        return (Edit(before=whole, after=kept), *(_made(part) for part in parts))


def join(desk: Desk, opinion_ids: Sequence[UUID], text: str = "") -> Edits:
    """Join opinions into the one named first, under its words or new ones.

    The others stay as they were said, shown under it; voices add up. Raises
    Refusal("opinion.nothing_to_join") for fewer than two.
    """
    distinct = tuple(dict.fromkeys(opinion_ids))
    if len(distinct) < 2:
        raise Refusal("opinion.nothing_to_join")
    with desk.act() as act:
        first, *others = (_standing(act, opinion_id) for opinion_id in distinct)
        under = [child for other in others for child in _joined(act, other)]
        head = act.put(replace(first, text=long_text(text) or first.text))
        moved = [(one, act.put(replace(one, joined_into=head.id))) for one in (*others, *under)]
        return (
            Edit(before=first, after=head),
            *(Edit(before=before, after=after) for before, after in moved),
        )


def take_out(desk: Desk, opinion_id: UUID) -> Edits:
    """Let a joined opinion stand for itself again."""
    return _edit(desk, opinion_id, lambda act, opinion: replace(opinion, joined_into=None))


def list_joined(desk: Desk, opinion_id: UUID) -> tuple[Opinion, ...]:
    """Return the opinions that were joined into another, as they were said."""
    with desk.look() as look:
        return _joined(look, look.get(Opinion, opinion_id))


def move_to_complaints(desk: Desk, opinion_id: UUID, intake: ComplaintIntake) -> Complaint:
    """Hand an opinion to the complaint desk: lodged there, its words are erased from the stream.

    A trace stays: its number, strategy and the moment. Projects made of it are erased too, and
    what was ordered because of it names the complaint from now on.
    Raises what `lodge_complaint` raises.
    """
    with desk.act() as act:
        opinion = act.get(Opinion, opinion_id)
        complaint = enter_complaint(act, opinion.forum_id, intake, from_opinion_id=opinion.id)
        for link in act.all(SpeakerLink, forum_id=opinion.forum_id, opinion_id=opinion.id):
            act.erase(link)
        _erase_projects(act, opinion)
        move_orders(act, opinion.id, complaint)
        act.erase(opinion)
        # What was half typed of it names who complains.
        drafts.keep(act, f"{opinion.forum_id}/said/{opinion.id}", "")
        act.put(
            MovedOpinion(
                id=same_id(opinion.id, "moved"),
                forum_id=opinion.forum_id,
                reference=opinion.reference,
                strategy_id=opinion.strategy_id,
                moved_at=act.now,
            )
        )
        return complaint


def _erase_projects(act: Writing, opinion: Opinion) -> None:
    """Erase the projects made of an opinion; in a ranking their numbers stand for their words."""
    for project in act.all(Proposal, forum_id=opinion.forum_id, opinion_id=opinion.id):
        erase_words(act, project)
        act.erase(project)


def list_moved(desk: Desk, forum_id: UUID) -> tuple[MovedOpinion, ...]:
    """Return the traces of opinions that went to the complaint desk."""
    with desk.look() as look:
        return look.all(MovedOpinion, forum_id=forum_id)


def captured(opinion: Opinion, reason: str) -> Edits:
    """Return the edit that capturing an opinion was; undone, it is withdrawn with the reason."""
    return (Edit(before=replace(opinion, withdrawn=line(reason, needed=True)), after=opinion),)


def reverse(desk: Desk, edits: Iterable[Edit]) -> Edits:
    """Undo an act, all of it or nothing; the edits returned do it again when reversed.

    Raises Refusal("opinion.changed_since") where one of its opinions was changed since.
    """
    undone = []
    with desk.act() as act:
        for edit in edits:
            now = act.get(Opinion, edit.after.id)
            if now != edit.after:
                raise Refusal("opinion.changed_since", number=now.reference)
            undone.append(Edit(before=now, after=act.put(edit.before)))
    return tuple(undone)


def _edit(desk: Desk, opinion_id: UUID, change: Any) -> Edits:
    with desk.act() as act:
        before = act.get(Opinion, opinion_id)
        return (Edit(before=before, after=act.put(change(act, before))),)


def _standing(act: Writing, opinion_id: UUID) -> Opinion:
    opinion = act.get(Opinion, opinion_id)
    if not opinion.stands:
        raise Refusal("opinion.stands_no_more", number=opinion.reference)
    return opinion


def _joined(look: Reading, head: Opinion) -> tuple[Opinion, ...]:
    return look.all(Opinion, forum_id=head.forum_id, joined_into=head.id, withdrawn="")


def _part(act: Writing, whole: Opinion, text: str) -> Opinion:
    """Enter a part of an opinion, said by whoever said the whole."""
    reference = next_reference(act, whole.forum_id)
    part = replace(whole, id=act.new_id(), reference=reference, text=text, split_from=whole.id)
    act.add(part)
    for link in act.all(SpeakerLink, forum_id=whole.forum_id, opinion_id=whole.id):
        act.add(replace(link, id=act.new_id(), opinion_id=part.id))
    return part


def _made(opinion: Opinion) -> Edit:
    return Edit(before=replace(opinion, withdrawn="-"), after=opinion)
