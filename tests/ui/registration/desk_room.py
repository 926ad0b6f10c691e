"""A desk with somebody at its keyboard, and people invented for it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any, cast

from forum_desktop import services
from forum_desktop.records.forum import Forum
from forum_desktop.records.overview import ForumOverview
from forum_desktop.records.pack import HealthScreening, MeetingSession, Notice
from forum_desktop.records.people import Attendee
from forum_desktop.services.desk import Desk
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.registration.desk.view import DeskView
from forum_desktop.ui.registration.page import RegistrationPage
from tests.factory import StepClock, make_pack
from tests.ui.keyboard import Typist

PEOPLE = (
    ("สมหญิง", "ใจดี", "ริมน้ำ 1", "people", "0812345678"),
    ("สมชาย", "ใจกว้าง", "ตลาดเก่า", "people", "0898765432"),
    ("ประทีป", "ตั้งใจ", "ตลาดเก่า", "state", ""),
)
PACK = replace(
    make_pack(),
    held_on=date(2021, 10, 14),
    starts_at=time(8, 30),
    sessions=(
        MeetingSession(code="morning", name="ภาคเช้า", english="Morning"),
        MeetingSession(code="room", name="ห้องกลุ่ม", english="Group", sectors=("people",)),
    ),
    notices=(Notice(key="privacy", title="ประกาศ", text="เก็บชื่อเพื่อยืนยันการเข้าร่วม", version="3"),),
    screening=HealthScreening(is_on=True),
)


def keep_forum(data_dir: Path) -> Forum:
    """Keep a forum of two sessions in the file, with a few people on its list."""
    desk = services.start.open_desk(data_dir, "tester", StepClock())
    forum = services.forums.create_forum(desk, PACK)
    with desk.act() as act:
        for first, last, community, sector, phone in PEOPLE:
            person = Attendee(
                id=act.new_id(),
                forum_id=forum.id,
                title="นาง",
                first_name=first,
                last_name=last,
                community=community,
                zone="เขต 1" if community == "ริมน้ำ 1" else "เขต 2",
                sector=sector,
                phone=phone,
            )
            act.add(person)
    desk.close()
    return forum


def sit_down(typist: Typist) -> DeskView:
    """Come to the desk."""
    typist.visit(PageName.REGISTRATION)
    desk = cast("RegistrationPage", typist.window.current).desk
    typist.until(lambda: typist.window.focusWidget() is desk.box)
    return desk


def ask(typist: Typist, question: "Callable[[Desk], Any]") -> Any:
    """Return what the file answers to a question, asked after all acts before it."""
    answers: list[Any] = []
    page = typist.window.current
    page.look_up(question, answers.append)
    typist.until(lambda: bool(answers))
    return answers[0]


def present(typist: Typist, session: str = "morning") -> set[str]:
    """Return the first names of those whom the file knows to be present."""
    forum_id = overview(typist).forum.id
    rows = ask(
        typist,
        lambda desk: services.registration.find_attendees(desk, forum_id, "", session=session),
    )
    return {row.attendee.first_name for row in rows if row.is_present}


def overview(typist: Typist) -> ForumOverview:
    """Return the forum on the page."""
    assert typist.window.overview is not None
    return typist.window.overview


def verdict(desk: DeskView) -> str:
    """Return the verdict on screen."""
    said = desk.answer.said()
    assert said is not None
    return said.verdict


def tone(desk: DeskView) -> str:
    """Return the colour of the answer."""
    said = desk.answer.said()
    assert said is not None
    return said.tone
