"""A forum held a year ago, of two sessions, with two entries of one person and a neighbour."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from forum_desktop import services
from forum_desktop.records.forum import Forum
from forum_desktop.records.pack import HealthScreening, MeetingSession, Notice
from forum_desktop.ui.registration.person.view import PersonView
from tests.factory import StepClock, make_pack
from tests.ui.keyboard import Typist
from tests.ui.registration.person.hands import come, show

NOTICE = "เทศบาลเมืองตัวอย่างเก็บชื่อของท่านเพื่อจัดทำรายงานการประชุม"


@pytest.fixture
def forum(data_dir: Path) -> Forum:
    """Keep a forum of two sessions with screening, a notice, and three people."""
    desk = services.start.open_desk(data_dir, "tester", StepClock())
    pack = replace(
        make_pack(),
        held_on=date(2020, 9, 1),
        sessions=(
            MeetingSession(code="morning", name="ภาคเช้า", english="Morning"),
            MeetingSession(code="afternoon", name="ภาคบ่าย", english="Afternoon"),
        ),
        screening=HealthScreening(is_on=True),
        notices=(Notice(key="privacy", title="ประกาศความเป็นส่วนตัว", text=NOTICE, version="3"),),
    )
    created = services.forums.create_forum(desk, pack)
    for name, place, phone in (
        ("นางสาวมานี ทดลอง", "ริมน้ำ 1", ""),
        ("มานี ทดลอง", "ริมน้ำ 1", "081-234-5678"),
        ("นายชูใจ สมมติ", "ตลาดเก่า", ""),
    ):
        services.registration.register_walk_in(
            desk, created.id, full_name=name, sector="people", community=place, phone=phone
        )
    desk.close()
    return created


@pytest.fixture
def view(typist: Typist) -> PersonView:
    """Come to the view by its keys."""
    return come(typist)


@pytest.fixture
def manee(view: PersonView, typist: Typist) -> PersonView:
    """Show the first of the two entries of one person."""
    show(view, typist, "นางสาวมานี")
    return view
