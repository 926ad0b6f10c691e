"""ID numbers told in complaints and opinions reach no paper, no scene and no export."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from forum_desktop import services
from forum_desktop.db.tables import metadata
from forum_desktop.records.assignment import AssignmentSource
from forum_desktop.records.complaint import ComplaintIntake
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.services import assignment_papers, complaints
from forum_desktop.services.desk import Desk
from forum_desktop.services.masking import masked
from forum_desktop.thai.digits import to_arabic_digits
from tests.factory import make_pack
from tests.services.test_complaint_privacy import papers, text_of
from tests.services.test_hall import scenes
from tests.thai.test_id_numbers import id_numbers, written

PHONE = "081-234-5678"


def hold(desk: Desk, told: str) -> UUID:
    """Hold a small forum in which a text is told everywhere it may be typed."""
    forum = services.forums.create_forum(desk, make_pack())
    services.forums.open_forum(desk, forum.id)
    intake = ComplaintIntake(
        kind="light",
        subject=told,
        facts=told,
        wanted=told,
        community=told,
        place=told,
        landmark=told,
        since=told,
        affected=told,
        unit=told,
        first_name="ลับ",
    )
    made = complaints.lodge_complaint(desk, forum.id, intake)
    complaints.send_to(desk, made.id, told, reason=told, owner=told)
    person = services.registration.register_walk_in(
        desk, forum.id, full_name="นายตัวอย่าง สมมติ", sector="people", organisation=told
    ).attendee
    opinion = services.opinions.capture_opinion(
        desk, forum.id, text=told, kind=OpinionKind.NEED, speaker_id=person.id
    )
    services.priorities.propose_project(desk, forum.id, title=told, opinion_id=opinion.id)
    services.assignments.assign(
        desk,
        forum.id,
        task=told,
        ordered_by="ประธาน",
        to_officer="ช่าง",
        due_on=date(2027, 3, 1),
        source=AssignmentSource.OPINION,
        source_id=opinion.id,
    )
    return forum.id


@settings(
    max_examples=3,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data(), id_numbers().filter(lambda number: len(set(number)) > 5))
def test_an_id_number_goes_out_nowhere(
    desk: Desk,
    tmp_path_factory: pytest.TempPathFactory,
    data: st.DataObject,
    number: str,
) -> None:
    told = f"เลข {data.draw(written(number))} โทร {PHONE}"
    forum_id = hold(desk, told)
    folder = tmp_path_factory.mktemp("masked")
    outside = {path.name: text_of(path) for path in papers(desk, forum_id, folder / "out")}
    outside |= {f"scene {at}": repr(one) for at, one in enumerate(scenes(desk, forum_id))}
    outside["promises"] = repr(services.hall.show_promises(desk, forum_id))
    outside["notice"] = repr(services.hall.show_notice(told))
    outside["newest"] = repr(services.hall.list_newest(desk, forum_id))
    outside |= _own_copies(desk, forum_id, folder)
    for where, text in outside.items():
        digits = "".join(sign for sign in to_arabic_digits(text) if sign.isdigit())
        assert number not in digits, where
    assert PHONE in outside["opinions.json"]
    assert f"x-xxxx-xxxxx-{number[10:12]}-{number[12]}" in to_arabic_digits(
        outside["opinions.json"]
    )


def _own_copies(desk: Desk, forum_id: UUID, folder: Path) -> dict[str, str]:
    (case,) = complaints.recent_complaints(desk, forum_id)
    row, *_ = services.registration.find_attendees(desk, forum_id, "ตัวอย่าง")
    (order,) = services.assignments.list_assignments(desk, forum_id)
    assignment_papers.write_slip(desk, order.assignment.id, folder / "slip.pdf")
    complaints.export_complaint(desk, case.id, folder / "case.json", "เจ้าของข้อมูลขอ")
    for name in ("person.json", "person.pdf"):
        services.privacy.export_person(desk, row.attendee.id, folder / name)
    return {path.name: text_of(path) for path in folder.iterdir() if path.is_file()}


def test_in_the_file_the_text_stays_as_said(desk: Desk) -> None:
    told = "เลข 1-1008-00447-89-9"
    forum_id = hold(desk, told)
    (opinion,) = services.opinions.recent_opinions(desk, forum_id)
    assert opinion.text == told
    with desk.look() as look:
        rows = look.connection.execute(metadata.tables["complaint"].select()).mappings().all()
    assert [row["facts"] for row in rows] == [told]


class Pair(NamedTuple):
    name: str
    number: int


@dataclass(frozen=True)
class Inner:
    text: str
    pairs: tuple[Pair, ...] = ()


def test_only_what_holds_a_number_is_made_anew() -> None:
    plain = Inner(text="เลข 12", pairs=(Pair("โทร 0812345678", 1),))
    assert masked(plain) is plain
    told = replace(plain, pairs=(Pair("1100800447899", 1100800447899),))
    assert masked(told).pairs == (Pair("x-xxxx-xxxxx-89-9", 1100800447899),)
    hashed = "1100800447899" + "a" * 51
    assert masked({"sha": hashed, "list": ["1100800447899"]}) == {
        "sha": hashed,
        "list": ["x-xxxx-xxxxx-89-9"],
    }
