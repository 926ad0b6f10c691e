"""A rehearsed forum is held through the real acts, on a real file, the same way each time."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from forum_desktop.paths import resource
from forum_desktop.records.complaint import ComplaintLevel
from forum_desktop.records.forum import Forum, ForumState
from forum_desktop.records.opinion import Opinion, OpinionKind, Proposal, SpeakerLink
from forum_desktop.services import complaints, delegations, forums, minutes, opinions, packs
from forum_desktop.services.desk import Desk
from forum_desktop.services.registration import find_attendees
from forum_desktop.services.rehearsal import ForumClock, Size, hold_reference_forum

BANGKOK = timezone(timedelta(hours=7))


def hold(desk: Desk, key: str = "khon-kaen-2565") -> Forum:
    return hold_reference_forum(desk, packs.find_pack(key), size=Size.SAMPLE)


def said(desk: Desk, forum: Forum) -> list[Opinion]:
    return list(reversed(opinions.recent_opinions(desk, forum.id)))


def test_the_sample_forum_is_held_from_doors_to_close(desk: Desk) -> None:
    forum = hold(desk)
    counts = forums.read_overview(desk, forum.id).counts
    assert forum.state is ForumState.CLOSED
    assert (counts.registered, counts.present) == (62, 62)
    assert (counts.opinions, counts.complaints) == (40, 5)


def test_every_approach_and_every_kind_is_spoken_of(desk: Desk) -> None:
    forum = hold(desk)
    spoken = said(desk, forum)
    approaches = {approach.id for approach in forums.read_overview(desk, forum.id).approaches}
    assert {opinion.approach_id for opinion in spoken} == approaches | {None}
    assert {opinion.kind for opinion in spoken} == set(OpinionKind)
    assert len({opinion.text for opinion in spoken}) == 40
    assert not any("{" in opinion.text or "  " in opinion.text for opinion in spoken)


def test_some_opinions_are_answered_and_praise_is_not(desk: Desk) -> None:
    answered = [opinion.kind for opinion in said(desk, hold(desk)) if opinion.answer]
    assert len(answered) == 12
    assert OpinionKind.PRAISE not in answered


def test_every_opinion_has_a_speaker_and_few_agree_to_be_named(desk: Desk) -> None:
    forum = hold(desk)
    with desk.look() as look:
        links = look.all(SpeakerLink, forum_id=forum.id)
    assert Counter(link.may_be_named for link in links) == {False: 34, True: 6}


def test_every_proposed_project_is_kept_with_its_opinion(desk: Desk) -> None:
    forum = hold(desk)
    proposing = [o for o in said(desk, forum) if o.kind is OpinionKind.PROJECT]
    with desk.look() as look:
        proposals = look.all(Proposal, forum_id=forum.id)
    assert {proposal.opinion_id for proposal in proposals} == {o.id for o in proposing}
    texts = {opinion.id: opinion.text for opinion in proposing}
    assert all(p.title in texts[p.opinion_id] for p in proposals if p.opinion_id)
    assert all(p.budget and p.budget % 10_000 == 0 for p in proposals)


def test_the_acts_are_dated_on_the_day_of_the_forum(desk: Desk) -> None:
    desk = replace(desk, clock=lambda: datetime(2030, 1, 1, tzinfo=BANGKOK))
    forum = hold(desk)
    spoken = [opinion.said_at for opinion in said(desk, forum)]
    assert spoken == sorted(spoken)
    assert datetime(2021, 10, 14, 9, tzinfo=BANGKOK) < spoken[0]
    assert spoken[-1] < datetime(2021, 10, 14, 12, 30, tzinfo=BANGKOK)
    arrived = [
        row.attendance.checked_in_at
        for row in find_attendees(desk, forum.id, "", limit=100)
        if row.attendance is not None
    ]
    assert max(arrived) <= datetime(2021, 10, 14, 9, tzinfo=BANGKOK)


def test_the_chair_hands_over_to_the_deputy_at_half_past_eleven(desk: Desk) -> None:
    forum = hold(desk)
    (handed,) = delegations.list_delegations(desk, forum.id)
    people = {row.attendee.id: row.attendee for row in delegations.list_members(desk, forum.id)}
    assert handed.delegated_at == datetime(2021, 10, 14, 11, 30, tzinfo=BANGKOK)
    assert people[handed.delegator_id].full_name == "นายธีระศักดิ์  ฑีฆายุพันธุ์"
    assert people[handed.delegate_id].full_name == "นายมนตรี  สิงหปุณณภัทร"
    assert handed.task == "รับฟังความคิดเห็นจากทุกภาคส่วน"


def test_complaints_are_of_every_level_and_have_numbers(desk: Desk) -> None:
    lodged = complaints.recent_complaints(desk, hold(desk).id)
    assert {complaint.level for complaint in lodged} == set(ComplaintLevel)
    assert all(complaint.reference.startswith("KK65-A-") for complaint in lodged)
    assert len({complaint.reference for complaint in lodged}) == 5


def test_the_minutes_are_written(desk: Desk) -> None:
    forum = hold(desk)
    texts = minutes.read_minutes_texts(desk, forum.id)
    assert texts.started_at == datetime(2021, 10, 14, 9, tzinfo=BANGKOK)
    assert texts.ended_at == datetime(2021, 10, 14, 12, 30, tzinfo=BANGKOK)
    assert "พัฒนาเมืองสู่สากล สร้างสังคมแห่งความสุข" in texts.opening
    assert texts.opening.startswith("นายธีระศักดิ์")
    assert texts.closing
    assert texts.recorder_name
    assert all(item.resolution for item in minutes.list_agenda(desk, forum.id))


def test_two_rehearsals_are_the_same(desk: Desk) -> None:
    first, second = hold(desk), hold(desk)
    assert [o.text for o in said(desk, first)] == [o.text for o in said(desk, second)]
    assert [o.said_at for o in said(desk, first)] == [o.said_at for o in said(desk, second)]
    assert names(desk, first) == names(desk, second)


def names(desk: Desk, forum: Forum) -> set[str]:
    return {row.attendee.full_name for row in find_attendees(desk, forum.id, "", limit=100)}


@pytest.mark.parametrize(
    ("key", "strategies"), [("sample-four-issues", 4), ("sample-eight-strategies", 8)]
)
def test_another_municipality_rehearses_without_a_change(
    desk: Desk, key: str, strategies: int
) -> None:
    forum = hold(desk, key)
    counts = dict(forums.read_overview(desk, forum.id).counts.by_strategy)
    assert len([strategy for strategy in counts if strategy is not None]) == strategies
    assert len(delegations.list_delegations(desk, forum.id)) == 1


def test_a_bare_pack_rehearses(desk: Desk) -> None:
    pack = packs.find_pack("sample-four-issues")
    strategies = tuple(replace(strategy, approaches=()) for strategy in pack.strategies)
    bare = replace(pack, strategies=strategies, communities=(), officers=pack.officers[:1])
    forum = hold_reference_forum(desk, bare, size=Size.SAMPLE)
    assert forums.read_overview(desk, forum.id).counts.opinions == 40
    assert delegations.list_delegations(desk, forum.id) == ()


def test_progress_goes_up_to_one(desk: Desk) -> None:
    heard: list[float] = []
    pack = packs.find_pack("khon-kaen-2565")
    hold_reference_forum(desk, pack, size=Size.SAMPLE, progress=heard.append)
    assert heard == sorted(heard)
    assert (len(heard), heard[-1]) == (105, 1.0)


def test_the_clock_starts_with_the_forum_and_steps_on() -> None:
    clock = ForumClock.of(packs.find_pack("khon-kaen-2565"))
    first = clock()
    assert first == datetime(2021, 10, 14, 9, tzinfo=BANGKOK)
    assert first.utcoffset() == timedelta(hours=7)
    assert clock() > first


@pytest.mark.parametrize("path", sorted(resource("samples").glob("*.toml")), ids=lambda p: p.name)
def test_every_file_of_samples_says_that_it_is_invented(path: Path) -> None:
    heading = path.read_text(encoding="utf-8").splitlines()[:2]
    assert "สมมติขึ้น" in heading[0] + heading[1]
    assert heading[0].startswith("#")
