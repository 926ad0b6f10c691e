"""The hall's scenes: what they tell, and that no name of a citizen can be in them."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import Complaint, ComplaintIntake
from forum_desktop.records.hall import HallView, StrategyCount
from forum_desktop.records.opinion import OpinionKind, SpeakerLink
from forum_desktop.records.people import Attendance, Attendee, AttendeeRow
from forum_desktop.records.priorities import RankingMethod
from forum_desktop.records.screening import Screening
from forum_desktop.records.sealed import SealedPart
from forum_desktop.services.desk import Desk
from tests.factory import make_pack

PRIVATE = (Attendee, AttendeeRow, Attendance, SpeakerLink, Complaint, SealedPart, Screening)


def scenes(desk: Desk, forum_id: UUID) -> Iterator[object]:
    """Yield every scene that the hall can be shown."""
    overview = services.forums.read_overview(desk, forum_id)
    yield services.hall.show_welcome(desk, forum_id)
    for strategy in overview.strategies:
        yield services.hall.show_strategy(desk, strategy.id)
        yield services.hall.show_stream(desk, forum_id, strategy.id)
    yield services.hall.show_stream(desk, forum_id)
    yield services.hall.show_counts(desk, forum_id)
    for opinion in services.opinions.recent_opinions(desk, forum_id):
        yield services.hall.show_read_back(desk, opinion.id)
    yield services.hall.show_speaker(desk, forum_id)
    yield services.hall.show_ranking(desk, forum_id)


def types_in(hint: Any) -> Iterator[Any]:
    """Yield a type and all types that its records are made of."""
    yield hint
    for inner in get_args(hint):
        yield from types_in(inner)
    if is_dataclass(hint):
        for name, inner in get_type_hints(hint).items():
            if name in {field.name for field in fields(hint)}:
                yield from types_in(inner)


def test_no_record_of_a_person_fits_into_a_scene() -> None:
    found = set(types_in(HallView))
    assert len(found) > 15
    assert found.isdisjoint(PRIVATE)


WORDS = st.text(alphabet="กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ", min_size=9, max_size=12)


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(first=WORDS, last=WORDS, sealed=WORDS)
def test_names_and_sealed_words_reach_no_scene(
    desk: Desk, first: str, last: str, sealed: str
) -> None:
    forum_id = services.forums.create_forum(desk, make_pack()).id
    person = services.registration.register_walk_in(
        desk,
        forum_id,
        full_name=f"นาง{first} {last}",
        sector="people",
        community="ตลาดเก่า",
        phone="0891112223",
    ).attendee
    services.opinions.capture_opinion(
        desk,
        forum_id,
        text="ขอไฟ",
        kind=OpinionKind.NEED,
        speaker_id=person.id,
        may_be_named=True,
    )
    turn = services.speakers.ask_for_floor(desk, forum_id, attendee_id=person.id)
    services.speakers.give_floor(desk, turn.id)
    services.complaints.lodge_complaint(
        desk,
        forum_id,
        ComplaintIntake(kind="light", subject=sealed, facts=sealed, first_name=first),
    )
    services.priorities.record_ranking(
        desk, forum_id, title="เรียง", method=RankingMethod.HANDS, points={"ไฟ": 3}
    )
    shown = "".join(map(repr, scenes(desk, forum_id)))
    assert "ขอไฟ" in shown
    assert "ตลาดเก่า" in shown
    for word in (first, last, sealed, "0891112223", "1112223"):
        assert word not in shown


def test_scenes_tell_where_the_meeting_stands(desk: Desk) -> None:
    forum_id = services.forums.create_forum(desk, make_pack()).id
    overview = services.forums.read_overview(desk, forum_id)
    strategy = overview.strategies[1]
    said = [
        services.opinions.capture_opinion(
            desk, forum_id, text=text, kind=OpinionKind.NEED, strategy_id=strategy.id
        )
        for text in ("ขอไฟ", "ขอไฟในซอย", "ขอท่อ")
    ]
    services.stream.join(desk, [said[0].id, said[1].id])
    services.supporting.support(desk, said[0].id)
    first, second, *_ = services.minutes.list_agenda(desk, forum_id)
    services.agenda.take_up(desk, first.id)
    services.agenda.take_up(desk, second.id)
    stream = services.hall.show_stream(desk, forum_id)
    assert [(line.text, line.weight, line.strategy) for line in stream.lines] == [
        ("ขอท่อ", 1, 2),
        ("ขอไฟ", 3, 2),
    ]
    assert stream.by_strategy[1] == StrategyCount(2, strategy.short, 2)
    assert services.hall.show_strategy(desk, strategy.id).opinions == 2
    items = services.hall.show_welcome(desk, forum_id).items
    assert [(item.is_done, item.is_now) for item in items[:3]] == [
        (True, False),
        (False, True),
        (False, False),
    ]
    assert services.hall.show_counts(desk, forum_id).opinions == 2
    assert _is_confirmed(desk, said[2].id) is False
    services.answering.confirm_wording(desk, said[2].id)
    assert _is_confirmed(desk, said[2].id) is True
    assert services.hall.show_read_back(desk, said[1].id) is None
    assert services.hall.show_ranking(desk, forum_id) is None
    with pytest.raises(Refusal, match=r"text\.empty"):
        services.hall.show_notice("  ")


def test_those_who_wait_are_told_after_who_speaks(desk: Desk) -> None:
    forum_id = services.forums.create_forum(desk, make_pack()).id
    turns = [services.speakers.ask_for_floor(desk, forum_id, label=f"ชุมชนที่ {n}") for n in range(8)]
    assert services.hall.show_speaker(desk, forum_id).label == ""
    services.speakers.give_floor(desk, turns[2].id)
    shown = services.hall.show_speaker(desk, forum_id)
    assert shown.label == "ชุมชนที่ 2"
    assert shown.following == ("ชุมชนที่ 0", "ชุมชนที่ 1", "ชุมชนที่ 3", "ชุมชนที่ 4", "ชุมชนที่ 5")


def _is_confirmed(desk: Desk, opinion_id: UUID) -> bool:
    shown = services.hall.show_read_back(desk, opinion_id)
    assert shown is not None
    return shown.is_confirmed
