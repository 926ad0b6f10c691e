"""Somebody who does all that a person can do at a forum, and what is left of her."""

from dataclasses import replace
from uuid import UUID

from forum_desktop import services
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.records.pack import HealthScreening
from forum_desktop.records.people import Attendee
from forum_desktop.records.privacy import ConsentPurpose, ConsentWay
from forum_desktop.records.screening import ScreeningResult
from forum_desktop.services.desk import Desk
from tests.services.laptops import pack_of_a_day

NAME, LAST_NAME, PHONE = "ปลายฟ้าเฉพาะกิจ", "สมมติกรเดียว", "0877766655"
TRACES = (NAME, LAST_NAME, PHONE)


def open_forum(desk: Desk) -> UUID:
    """Return a new forum of two sessions that screens at the door."""
    pack = replace(pack_of_a_day(), screening=HealthScreening(is_on=True))
    return services.forums.create_forum(desk, pack).id


def enter_once(desk: Desk, forum_id: UUID) -> Attendee:
    """Enter her as a walk-in."""
    return services.registration.register_walk_in(
        desk,
        forum_id,
        full_name=f"นางสาว{NAME} {LAST_NAME}",
        phone=PHONE,
        sector="people",
        community="ตลาดเก่า",
    ).attendee


def enter_somebody(desk: Desk, forum_id: UUID) -> Attendee:
    """Enter her twice, and let her do all that a person can do."""
    one, other = (enter_once(desk, forum_id) for _ in range(2))
    survivor = services.twins.merge_people(desk, one.id, other.id, "คนเดียวกัน")
    services.privacy.say_consent(
        desk, one.id, ConsentPurpose.NAMED, is_given=True, way=ConsentWay.PAPER
    )
    services.screening.screen(desk, one.id, ScreeningResult.PASSED)
    services.opinions.capture_opinion(
        desk, forum_id, text="ขอไฟส่องสว่าง", kind=OpinionKind.NEED, speaker_id=other.id
    )
    services.speakers.ask_for_floor(desk, forum_id, attendee_id=one.id)
    services.drafts.keep_draft(desk, f"{forum_id}/person/{one.id}", f'{{"first": "{NAME}"}}')
    typed = f'{{"full_name": "{NAME} {LAST_NAME}"}}'
    services.drafts.keep_draft(desk, f"{forum_id}/paper", typed)
    return survivor


def everything(desk: Desk) -> str:
    """Return all text in all tables of the file, the payloads of the log among them."""
    with desk.look() as look:
        tables = look.driver.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        names = [row[0] for row in tables.fetchall()]
        rows = (look.driver.execute(f"SELECT * FROM {name}").fetchall() for name in names)
        return "\n".join(map(str, rows))


def traces(desk: Desk) -> list[str]:
    """Return which of her words are still in a laptop's file."""
    kept = everything(desk)
    return [word for word in TRACES if word in kept]
