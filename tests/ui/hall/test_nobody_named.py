"""Whatever is done in whatever order, nothing but class public is ever on the hall's screen."""

from collections.abc import Callable
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import ComplaintIntake
from forum_desktop.records.hall import HallScene
from forum_desktop.records.opinion import Opinion, OpinionKind
from forum_desktop.records.priorities import RankingMethod
from forum_desktop.services.desk import Desk
from forum_desktop.ui.meeting.hall.choosing import SCENES
from forum_desktop.ui.meeting.hall.minding import Minding
from forum_desktop.ui.meeting.hall.wish import Wish
from tests.factory import make_pack

FIRST, LAST, PHONE = "กมลลักษณ์", "ซ่อนนามสกุล", "0891112223"
COMPLAINED = "เรื่องร้องเรียนที่ปิดผนึก"
BEHALF = ("", "ชุมชนตลาดเก่า", f"นาง{FIRST} {LAST}", f"{FIRST} {LAST}")


class Step(NamedTuple):
    """What somebody does, and to which of the things there are."""

    name: str
    at: int


class Meeting:
    """A forum whose hall's screen is minded. `secret` is what must not be shown any more."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.forum_id = services.forums.create_forum(desk, make_pack()).id
        self.strategies = services.forums.read_overview(desk, self.forum_id).strategies
        self.minding = Minding(self.forum_id, self.strategies)
        self.wish = Wish(HallScene.WELCOME)
        self.secret = {FIRST, LAST, PHONE, COMPLAINED}
        self.said: list[Opinion] = []
        self.count = 0
        self.person = self._register()

    def look(self) -> None:
        """Hear the news as the operator's control does."""
        job = self.minding.job(self.wish)
        found = job(self.desk)
        self.minding.keep_up(job, found)
        self.minding.prepare(found)
        self.wish = self.minding.hear(found.asked) or self.wish

    def shown(self) -> str:
        """Return all that the hall sees, and what the operator has prepared."""
        program = self.minding.program
        return f"{program.on_air!r} {program.prepared!r}"

    def pick(self, at: int) -> Opinion | None:
        """Return one of the opinions taken down so far as the file has it, while it is there."""
        if not self.said:
            return None
        with self.desk.look() as look:
            return look.find(Opinion, self.said[at % len(self.said)].id)

    def words(self) -> str:
        """Return words that nobody said yet."""
        self.count += 1
        return f"ถ้อยคำที่{self.count:03d}จบ"

    def _register(self) -> UUID:
        return services.registration.register_walk_in(
            self.desk,
            self.forum_id,
            full_name=f"นาง{FIRST} {LAST}",
            sector="people",
            community="ตลาดเก่า",
            phone=PHONE,
        ).attendee.id


def say(meeting: Meeting, at: int) -> None:
    strategy = meeting.strategies[at % len(meeting.strategies)]
    made = services.opinions.capture_opinion(
        meeting.desk,
        meeting.forum_id,
        text=meeting.words(),
        kind=OpinionKind.PROJECT,
        strategy_id=strategy.id if at % 3 else None,
        speaker_id=meeting.person if at % 2 else None,
        may_be_named=True if at % 2 else None,
        on_behalf_of=BEHALF[at % len(BEHALF)],
    )
    meeting.said.append(made)


def move(meeting: Meeting, opinion: Opinion) -> None:
    intake = ComplaintIntake(kind="light", subject=COMPLAINED, facts=opinion.text, first_name=FIRST)
    services.stream.move_to_complaints(meeting.desk, opinion.id, intake)
    meeting.secret |= {opinion.text, opinion.promise} - {""}


def withdraw(meeting: Meeting, opinion: Opinion) -> None:
    services.stream.withdraw(meeting.desk, opinion.id, "เอ่ยชื่อผู้อื่น")
    meeting.secret |= {opinion.text, opinion.promise} - {""}


def correct(meeting: Meeting, opinion: Opinion) -> None:
    # Of a project made of it before, the title is a text of its own.
    made = services.priorities.list_projects(meeting.desk, meeting.forum_id)
    services.answering.correct_wording(meeting.desk, opinion.id, meeting.words())
    if all(project.opinion_id != opinion.id for project in made):
        meeting.secret.add(opinion.text)


def support(meeting: Meeting, opinion: Opinion) -> None:
    services.supporting.support(meeting.desk, opinion.id, on_behalf_of=f"{FIRST} {LAST}")


def propose(meeting: Meeting, opinion: Opinion) -> None:
    services.priorities.propose_from_opinion(meeting.desk, opinion.id)


def hand_over(meeting: Meeting, opinion: Opinion) -> None:
    services.hall.ask_to_read_back(meeting.desk, opinion.id)


def promise(meeting: Meeting, opinion: Opinion) -> None:
    services.answering.answer(meeting.desk, opinion.id, "จะดำเนินการ", promise=meeting.words())


def join(meeting: Meeting, at: int) -> None:
    pair = [found for found in (meeting.pick(at), meeting.pick(at + 1)) if found]
    services.stream.join(meeting.desk, [one.id for one in pair])


def rank(meeting: Meeting, _at: int) -> None:
    projects = services.priorities.list_projects(meeting.desk, meeting.forum_id)
    if projects:
        services.priorities.record_ranking(
            meeting.desk,
            meeting.forum_id,
            title="เรียง",
            method=RankingMethod.PAIRS,
            points={project.title: at for at, project in enumerate(projects)},
            proposals={project.title: project.id for project in projects},
            details={project.title: projects[0].title for project in projects},
        )


def ask_floor(meeting: Meeting, at: int) -> None:
    if at % 2:
        services.speakers.ask_for_floor(meeting.desk, meeting.forum_id, attendee_id=meeting.person)
    else:
        label = BEHALF[1 + at % 3]
        services.speakers.ask_for_floor(meeting.desk, meeting.forum_id, label=label)


def give_floor(meeting: Meeting, at: int) -> None:
    turns = services.speakers.list_turns(meeting.desk, meeting.forum_id)
    if turns:
        services.speakers.give_floor(meeting.desk, turns[at % len(turns)].id)


def complain(meeting: Meeting, _at: int) -> None:
    intake = ComplaintIntake(kind="light", subject=COMPLAINED, facts=COMPLAINED, first_name=FIRST)
    services.complaints.lodge_complaint(meeting.desk, meeting.forum_id, intake)


def choose(meeting: Meeting, at: int) -> None:
    meeting.wish = Wish(SCENES[at % (len(SCENES) - 1)])


def take(meeting: Meeting, _at: int) -> None:
    meeting.minding.take()


def freeze(meeting: Meeting, _at: int) -> None:
    meeting.minding.program.freeze()


def blank(meeting: Meeting, _at: int) -> None:
    meeting.minding.program.blank()


WITH_OPINION: MappingProxyType[str, Callable[[Meeting, Opinion], None]] = MappingProxyType(
    {act.__name__: act for act in (move, withdraw, correct, support, propose, hand_over, promise)}
)
OTHERS: MappingProxyType[str, Callable[[Meeting, int], None]] = MappingProxyType(
    {
        act.__name__: act
        for act in (
            *(say, join, rank, ask_floor, give_floor, complain),
            *(choose, take, freeze, blank),
        )
    }
)
NAMES = (*WITH_OPINION, *OTHERS, *("move", "withdraw", "correct") * 2)
ACTS = st.lists(st.builds(Step, st.sampled_from(NAMES), st.integers(0, 9)), max_size=8)


def a_show(scene: int, acts: list[Step], *, is_frozen: bool) -> list[Step]:
    """Return what somebody does who shows a scene, then does other things."""
    frozen = [Step("freeze", 0)] if is_frozen else []
    return [Step("choose", scene), Step("take", 0), *frozen, *acts]


SHOWS = st.lists(
    st.builds(a_show, st.integers(0, len(SCENES) - 2), ACTS, is_frozen=st.booleans()),
    min_size=1,
    max_size=5,
)
BEFORE = [Step(name, at) for at in (1, 2, 7) for name in ("say", "propose")]
TELLING = [
    *BEFORE,
    *(Step("rank", 0), Step("choose", 6), Step("take", 0), Step("freeze", 0)),
    *(Step("move", 0), Step("withdraw", 1)),
]


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(shows=SHOWS, has_begun=st.booleans())
def test_nothing_but_class_public_is_ever_shown(
    desk: Desk, shows: list[list[Step]], has_begun: bool
) -> None:
    meeting = Meeting(desk)
    for step in chain(BEFORE if has_begun else (), *shows):
        do(meeting, step)
        meeting.look()
        shown = meeting.shown()
        assert not [word for word in meeting.secret if word in shown]


def test_a_ranked_project_goes_with_what_was_said(desk: Desk) -> None:
    meeting = Meeting(desk)
    for step in TELLING:
        do(meeting, step)
        meeting.look()
    shown = meeting.shown()
    assert "เรียง" in shown
    assert not [word for word in meeting.secret if word in shown]
    assert "A-P001" in shown
    assert "A-P002" in shown


def do(meeting: Meeting, step: Step) -> None:
    """Do what somebody would do, as far as it is allowed."""
    try:
        if step.name in OTHERS:
            OTHERS[step.name](meeting, step.at)
        elif (opinion := meeting.pick(step.at)) is not None:
            WITH_OPINION[step.name](meeting, opinion)
    except Refusal:
        pass


@pytest.mark.parametrize("going", ["move", "withdraw"])
def test_a_promise_on_a_frozen_screen_goes_with_its_opinion(desk: Desk, going: str) -> None:
    meeting = Meeting(desk)
    scene = SCENES.index(HallScene.PROMISES)
    steps = a_show(scene, [Step(going, 0)], is_frozen=True)
    for step in (*BEFORE, Step("promise", 0), Step("promise", 1), *steps):
        do(meeting, step)
        meeting.look()
    (kept,) = services.answering.list_promises(desk, meeting.forum_id)
    assert kept.promise in meeting.shown()
    assert not [word for word in meeting.secret if word in meeting.shown()]
