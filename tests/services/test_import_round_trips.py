"""What goes out comes in again: any people, through every kind of file and layout."""

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from forum_desktop import services
from forum_desktop.records.documents import DocumentFormat, DocumentKind, DocumentOrder
from forum_desktop.records.importing import ImportState
from forum_desktop.records.minutes import Edition
from forum_desktop.records.people import Attendee
from forum_desktop.services.desk import Desk
from forum_desktop.services.importing import cells
from forum_desktop.thai.digits import to_thai_digits
from tests.factory import StepClock, make_pack
from tests.services.importing.making import DELIMITERS, ENCODINGS, write_book, write_text

LETTERS = "กขคงจชดตทนบปพมยรลวสหอ"
imports = services.imports


@dataclass(frozen=True)
class Person:
    """Somebody as a list may hold her."""

    title: str
    first: str
    last: str
    community: str
    zone: str
    organisation: str
    sector: str
    phone: str


PLACES = st.sampled_from([("ริมน้ำ 1", "เขต 1"), ("ตลาดเก่า", "เขต 2"), ("", "")])
persons = st.builds(
    lambda title, first, last, place, *others: Person(title, first, last, *place, *others),
    st.sampled_from(["นาย", "นาง", "น.ส.", "ด.ช.", "ว่าที่ ร.ต.", "รศ.ดร.", "พระครู", "Mr."]),
    # No title begins with these letters, so that a name is cut where it was joined.
    st.text("กขคงจชตบปยล", min_size=2, max_size=8),
    st.text(LETTERS, min_size=2, max_size=10),
    PLACES,
    st.sampled_from(["", "โรงเรียน, ตัวอย่าง", 'กลุ่ม "แม่บ้าน"', "บริษัท; สมมติ | จำกัด"]),
    st.sampled_from(["", "people", "state"]),
    st.one_of(st.just(""), st.from_regex("0[689][0-9]{8}", fullmatch=True)),
)
crowds = st.lists(persons, min_size=1, max_size=12, unique_by=lambda one: (one.first, one.last))
SECTORS = {"": "", "people": "ประชาชนทั่วไป", "state": "ภาครัฐ"}
HEADS = {
    "apart": ["คำนำหน้า", "ชื่อ", "สกุล"],
    "titled": ["คำนำหน้า", "ชื่อ-สกุล"],
    "two": ["ชื่อ", "นามสกุล"],
    "one": ["ชื่อ - สกุล"],
}


def name_cells(person: Person, layout: str) -> list[str]:
    glued = f"{person.title}{person.first}"
    return {
        "apart": [person.title, person.first, person.last],
        "titled": [person.title, f"{person.first}  {person.last}"],
        "two": [glued, person.last],
        "one": [f"{glued} {person.last}"],
    }[layout]


def row_of(person: Person, layout: str, phone: str) -> list[str]:
    shown = {
        "plain": person.phone,
        "spaced": f"{person.phone[:3]}-{person.phone[3:]}" if person.phone else "",
        "thai": to_thai_digits(person.phone),
        "number": person.phone[1:],
    }[phone]
    others = [person.community, person.organisation, SECTORS[person.sector], shown]
    return [*name_cells(person, layout), *others]


def as_person(attendee: Attendee) -> Person:
    return Person(
        attendee.title,
        attendee.first_name,
        attendee.last_name,
        attendee.community,
        attendee.zone,
        attendee.organisation,
        attendee.sector,
        attendee.phone,
    )


@contextmanager
def forum() -> Iterator[tuple[Desk, UUID, Path]]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with closing(Desk.open(folder / "data", clock=StepClock())) as desk:
            yield desk, services.forums.create_forum(desk, make_pack()).id, folder


def listed(desk: Desk, forum_id: UUID) -> list[Attendee]:
    rows = services.registration.find_attendees(desk, forum_id, "", 20_000)
    return sorted((row.attendee for row in rows), key=lambda person: person.id)


few = settings(
    max_examples=25,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)


@given(
    crowd=crowds,
    layout=st.sampled_from(list(HEADS)),
    phone=st.sampled_from(["plain", "spaced", "thai", "number"]),
    file=st.one_of(st.tuples(st.sampled_from(ENCODINGS), st.sampled_from(DELIMITERS)), st.none()),
    above=st.lists(st.sampled_from([["บัญชีรายชื่อ"], [], ["เทศบาลเมืองตัวอย่าง", ""]]), max_size=3),
)
@few
def test_any_people_come_out_of_any_file_as_they_went_in(
    crowd: list[Person],
    layout: str,
    phone: str,
    file: tuple[str, str] | None,
    above: list[list[str]],
) -> None:
    heads = [*HEADS[layout], "ชุมชน", "หน่วยงาน", "ภาคส่วน", "เบอร์โทร"]
    rows = [*above, heads, *(row_of(person, layout, phone) for person in crowd)]
    with forum() as (desk, forum_id, folder):
        officers = listed(desk, forum_id)
        path = (
            write_text(folder / "people.csv", rows, *file)
            if file
            else write_book(folder / "people.xlsx", ("รายชื่อ", rows))
        )
        preview = imports.preview_attendees(desk, forum_id, path)
        assert listed(desk, forum_id) == officers
        run = imports.apply_attendees(desk, forum_id, preview)
        entered = {as_person(one) for one in listed(desk, forum_id) if one not in officers}
        assert entered == set(crowd)
        again = imports.preview_attendees(desk, forum_id, path)
        assert {row.state for row in again.rows} == {ImportState.MATCHED}
        imports.undo_import(desk, run.id, "ลองเท่านั้น")
        assert listed(desk, forum_id) == officers
        assert services.storage.check(desk).is_sound


@given(before=crowds, after=crowds)
@few
def test_an_import_that_is_taken_back_leaves_no_trace_in_the_list(
    before: list[Person], after: list[Person]
) -> None:
    heads = [*HEADS["apart"], "ชุมชน", "หน่วยงาน", "ภาคส่วน", "เบอร์โทร"]
    # The same names with other facts, so that many are changed.
    mixed = [
        *after,
        *(
            Person(b.title, b.first, b.last, b.community, b.zone, "ที่ใหม่", "state", a.phone)
            for a, b in zip(after, before, strict=False)
        ),
    ]
    with forum() as (desk, forum_id, folder):
        for crowd, is_kept in ((before, True), (mixed, False)):
            state = listed(desk, forum_id)
            rows = [heads, *(row_of(person, "apart", "plain") for person in crowd)]
            path = write_text(folder / "people.csv", rows)
            run = imports.apply_attendees(
                desk, forum_id, imports.preview_attendees(desk, forum_id, path)
            )
            if not is_kept:
                imports.undo_import(desk, run.id, "ผิดแฟ้ม")
                assert listed(desk, forum_id) == state


def says_something(text: str) -> bool:
    """Tell whether a cell of this says anything: in lists a lone dash means there is nothing."""
    return bool(text.strip()) and cells.given(text.strip())


@pytest.mark.parametrize("made_as", [DocumentFormat.XLSX, DocumentFormat.CSV])
@pytest.mark.parametrize("kind", [DocumentKind.ATTENDEES, DocumentKind.SIGN_IN])
@given(crowd=crowds, odd=st.text(min_size=1, max_size=20).filter(says_something))
@settings(few, max_examples=10)
def test_a_list_that_went_out_comes_in_unchanged(
    made_as: DocumentFormat, kind: DocumentKind, crowd: list[Person], odd: str
) -> None:
    with forum() as (desk, forum_id, folder):
        for person in crowd:
            enter(desk, forum_id, person)
        odd_one = Person("", "=SUM(A1)", "", "", "", odd, "people", "081-2345678 บ้าน")
        enter(desk, forum_id, odd_one)
        before = listed(desk, forum_id)
        order = DocumentOrder(kind=kind, edition=Edition.INTERNAL, format=made_as)
        path = folder / f"list.{made_as}"
        path.write_bytes(services.documents.render_document(desk, forum_id, order))
        preview = imports.preview_attendees(desk, forum_id, path)
        assert not preview.missing
        told = [(row.number, row.state, row.reason) for row in preview.rows]
        assert {state for _, state, _ in told} == {ImportState.MATCHED}, told
        assert len(preview.rows) == (
            len(before) if kind is DocumentKind.SIGN_IN else len(crowd) + 1
        )
        imports.apply_attendees(desk, forum_id, preview)
        assert listed(desk, forum_id) == before


def enter(desk: Desk, forum_id: UUID, person: Person) -> None:
    services.registration.register_walk_in(
        desk,
        forum_id,
        full_name=f"{person.title}{person.first} {person.last}",
        sector=person.sector,
        community=person.community,
        organisation=person.organisation,
        phone=person.phone,
    )
