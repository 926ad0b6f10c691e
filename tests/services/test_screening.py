"""Health screening: outcomes only, forgotten by date, counts kept."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import ComplaintIntake
from forum_desktop.records.documents import DocumentOrder
from forum_desktop.records.pack import HealthScreening
from forum_desktop.records.people import Attendee
from forum_desktop.records.screening import ScreeningResult
from forum_desktop.services.desk import Desk
from tests.documents.reading import squeezed
from tests.documents.unpacking import everything_in
from tests.factory import StepClock, make_pack
from tests.services.laptops import join, take

PASSED, SENT = ScreeningResult.PASSED, ScreeningResult.SENT_FOR_TEST


@pytest.fixture
def forum_id(desk: Desk) -> UUID:
    pack = replace(make_pack(), screening=HealthScreening(is_on=True, keep_days=30))
    return services.forums.create_forum(desk, pack).id


def somebody(desk: Desk, forum_id: UUID, name: str = "นางสาวทดสอบ สมมติ") -> Attendee:
    return services.registration.register_walk_in(
        desk, forum_id, full_name=name, sector="people"
    ).attendee


def counted(desk: Desk, forum_id: UUID) -> dict[str, int]:
    found = services.screening.count_screenings(desk, forum_id)
    return {item.subject: item.count for item in found}


def test_screening_is_off_unless_the_pack_turns_it_on(desk: Desk) -> None:
    forum_id = services.forums.create_forum(desk, make_pack()).id
    with pytest.raises(Refusal, match=r"screening\.off"):
        services.screening.screen(desk, somebody(desk, forum_id).id, PASSED)


def test_an_outcome_takes_the_place_of_the_last_and_counts_follow(
    desk: Desk, forum_id: UUID
) -> None:
    person = somebody(desk, forum_id)
    first = services.screening.screen(desk, person.id, SENT)
    assert services.screening.screen(desk, person.id, SENT) == first
    services.screening.screen(desk, person.id, PASSED)
    kept = services.screening.read_screening(desk, person.id)
    assert kept is not None
    assert (kept.result, kept.officer) == (PASSED, "tester")
    assert counted(desk, forum_id) == {"passed": 1, "not_passed": 0, "sent_for_test": 0}
    arrivals = services.arrivals.read_arrivals(desk, forum_id)
    assert {item.subject: item.count for item in arrivals.screenings}["passed"] == 1


def test_another_desk_corrects_an_outcome_and_the_sum_is_right(
    desk: Desk, forum_id: UUID, tmp_path: Path
) -> None:
    person = somebody(desk, forum_id)
    services.screening.screen(desk, person.id, PASSED)
    other = join(tmp_path, desk, forum_id, "B", StepClock(desk.clock()))
    try:
        services.screening.screen(other, person.id, SENT)
        take(desk, other)
        for laptop in (desk, other):
            assert counted(laptop, forum_id) == {"passed": 0, "not_passed": 0, "sent_for_test": 1}
    finally:
        other.close()


def test_outcomes_are_in_no_document(desk: Desk, forum_id: UUID) -> None:
    """The officer's name is planted: it stands beside every outcome, and nowhere else."""
    officer = replace(desk, actor="ผู้คัดกรองเฉพาะกิจ")
    for result in ScreeningResult:
        person = somebody(desk, forum_id)
        services.screening.screen(officer, person.id, result)
    intake = ComplaintIntake(kind="light", subject="ไฟ", facts="ดับ", first_name="ใครอื่น")
    number = services.complaints.lodge_complaint(desk, forum_id, intake).reference
    told = ("ผู้คัดกรองเฉพาะกิจ", "ไม่ผ่าน", "ส่งตรวจ", "คัดกรอง", *map(str, ScreeningResult))
    outcomes = [squeezed(word) for word in told if word != PASSED]
    for offer in services.documents.offered():
        for edition in offer.editions:
            for made_as in offer.formats:
                order = DocumentOrder(
                    kind=offer.kind, edition=edition, format=made_as, complaint=number
                )
                text = everything_in(services.documents.render_document(desk, forum_id, order))
                assert [word for word in outcomes if word in text] == [], order


def test_outcomes_go_on_their_day_and_counts_stay(desk: Desk, forum_id: UUID) -> None:
    early, late = (somebody(desk, forum_id, name) for name in ("นายหนึ่ง ทดสอบ", "นายสอง ทดสอบ"))
    services.screening.screen(desk, early.id, PASSED)
    assert isinstance(desk.clock, StepClock)
    desk.clock.now += timedelta(days=30)
    services.screening.screen(desk, late.id, PASSED)
    assert services.screening.purge_screenings(desk, forum_id) == 0
    desk.clock.now += timedelta(days=1)
    assert services.screening.purge_screenings(desk, forum_id) == 1
    assert services.screening.purge_screenings(desk, forum_id) == 0
    assert services.screening.read_screening(desk, early.id) is None
    assert services.screening.read_screening(desk, late.id) is not None
    assert counted(desk, forum_id)["passed"] == 2
    with desk.look() as look:
        kept = look.driver.execute(
            "SELECT count(*) FROM operation WHERE entity_type = 'screening'"
            " AND payload LIKE '%passed%' AND kind = 'put'"
        ).fetchone()[0]
    assert kept == 1
