"""Imports from the file to the forum, and back again."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import Complaint, ComplaintLevel
from forum_desktop.records.importing import (
    ColumnSource,
    ImportField,
    ImportKind,
    ImportPreview,
    ImportState,
    RowDecision,
)
from forum_desktop.records.opinion import OpinionKind, SpeakerLink
from forum_desktop.records.people import Attendee, AttendeeRole
from forum_desktop.records.sealed import SealedPart
from forum_desktop.services.desk import Desk
from tests.factory import make_pack
from tests.services.importing.making import write_book, write_text

HEADS = ["ชื่อ-สกุล", "ชุมชน", "โทรศัพท์", "กลุ่ม", "ตำแหน่ง"]
SOMSRI = ["นางสมศรี ใจดี", "ริมน้ำ 1", "081-234-5678", "ประชาชนทั่วไป", "กรรมการ"]
SOMCHAI = ["นายสมชาย ใจดี", "ตลาดเก่า", "", "", ""]

imports = services.imports


@pytest.fixture
def forum_id(desk: Desk) -> UUID:
    return services.forums.create_forum(desk, make_pack()).id


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def look_at(
    desk: Desk, forum_id: UUID, folder: Path, *rows: Sequence[str], heads: Sequence[str] = HEADS
) -> ImportPreview:
    path = write_text(folder / "people.csv", [heads, *rows])
    return imports.preview_attendees(desk, forum_id, path)


def people(desk: Desk, forum_id: UUID) -> tuple[Attendee, ...]:
    """Return those listed who are no officers of the pack."""
    rows = services.registration.find_attendees(desk, forum_id, "", 20_000)
    return tuple(r.attendee for r in rows if r.attendee.position not in OFFICERS)


OFFICERS = {"นายกเทศมนตรี", "รองนายกเทศมนตรี"}


def states(preview: ImportPreview) -> list[tuple[str, str]]:
    return [(row.state.value, row.decision.value) for row in preview.rows]


def reasons(preview: ImportPreview) -> list[str]:
    return [row.reason.removeprefix("importing.row.") for row in preview.rows]


def operations(desk: Desk) -> int:
    return dict(services.storage.check(desk).counts)["operation"]


def test_rows_become_people_with_their_community_zone_and_phone(
    desk: Desk, forum_id: UUID, folder: Path
) -> None:
    preview = look_at(desk, forum_id, folder, SOMSRI)
    run = imports.apply_attendees(desk, forum_id, preview)
    (person,) = people(desk, forum_id)
    assert (person.title, person.first_name, person.last_name) == ("นาง", "สมศรี", "ใจดี")
    assert (person.community, person.zone, person.sector) == ("ริมน้ำ 1", "เขต 1", "people")
    assert (person.phone, person.position) == ("0812345678", "กรรมการ")
    assert (person.walk_in, person.import_id) == (False, run.id)
    assert (run.rows, run.added, run.file_name) == (1, 1, "people.csv")
    assert imports.list_imports(desk, forum_id) == (run,)
    assert services.storage.check(desk).is_sound


def test_a_preview_writes_nothing(desk: Desk, forum_id: UUID, folder: Path) -> None:
    before = desk.database.path.with_name("forum.db-wal").read_bytes()
    look_at(desk, forum_id, folder, SOMSRI, SOMCHAI, ["", "ตลาดเก่า"])
    assert desk.database.path.with_name("forum.db-wal").read_bytes() == before


def test_the_same_file_again_matches_every_row_and_changes_nothing(
    desk: Desk, forum_id: UUID, folder: Path
) -> None:
    imports.apply_attendees(desk, forum_id, look_at(desk, forum_id, folder, SOMSRI, SOMCHAI))
    before = people(desk, forum_id)
    again = look_at(desk, forum_id, folder, SOMSRI, SOMCHAI)
    assert states(again) == [("matched", "skip")] * 2
    assert {cell.state for row in again.rows for cell in row.cells} == {ImportState.MATCHED}
    imports.apply_attendees(desk, forum_id, again)
    assert people(desk, forum_id) == before


def test_a_changed_fact_is_shown_beside_the_one_before(
    desk: Desk, forum_id: UUID, folder: Path
) -> None:
    imports.apply_attendees(desk, forum_id, look_at(desk, forum_id, folder, SOMSRI))
    moved = ["น.ส.สมศรี ใจดี", "ตลาดเก่า", "081 234 5678", "ภาครัฐ", ""]
    preview = look_at(desk, forum_id, folder, moved)
    assert states(preview) == [("changed", "change")]
    shown = {cell.field: (cell.before, cell.value, cell.state) for cell in preview.rows[0].cells}
    changed, matched = ImportState.CHANGED, ImportState.MATCHED
    assert shown[ImportField.COMMUNITY] == ("ริมน้ำ 1", "ตลาดเก่า", changed)
    assert shown[ImportField.PHONE] == ("", "0812345678", matched)
    imports.apply_attendees(desk, forum_id, preview)
    (person,) = people(desk, forum_id)
    assert (person.title, person.community, person.zone) == ("น.ส.", "ตลาดเก่า", "เขต 2")
    assert (person.sector, person.position) == ("state", "กรรมการ")


@pytest.mark.parametrize(
    ("row", "expected", "reason"),
    [
        (["นางสมศรี ใจดี", "ตลาดเก่า", "0899999999"], ("doubtful", "add"), "namesake"),
        (["นางสมศรี ใจดี", "", ""], ("doubtful", "skip"), "maybe_same"),
        (["นายสมศรี ใจดี", "ริมน้ำ 1", ""], ("doubtful", "add"), "other_title"),
        (["นางสมสี ใจดี", "", "0812345678"], ("doubtful", "add"), "similar_name"),
        (["นายทวี ใจดี", "", "0812345678"], ("new", "add"), ""),
        (["รวม 45 คน", "", ""], ("doubtful", "skip"), "no_name"),
        (["", "ริมน้ำ 1", "0812345678"], ("refused", "skip"), "name_missing"),
        (["นางสมศรี์ ใจดี", "ริมน้ำ 1", ""], ("matched", "skip"), ""),
        (["สมศรี ใจดี", "ชุมชนริมน้ำ๑", ""], ("matched", "skip"), ""),
    ],
)
def test_who_a_row_is(
    desk: Desk,
    forum_id: UUID,
    folder: Path,
    row: list[str],
    expected: tuple[str, str],
    reason: str,
) -> None:
    imports.apply_attendees(desk, forum_id, look_at(desk, forum_id, folder, SOMSRI))
    preview = look_at(desk, forum_id, folder, row)
    assert (states(preview), reasons(preview)) == ([expected], [reason])


def test_what_many_share_confirms_nobody_where_more_speaks_against_it(
    desk: Desk, forum_id: UUID, folder: Path
) -> None:
    heads = ["ชื่อ-สกุล", "หน่วยงาน", "ชุมชน"]
    first = ["นายสมชาย ใจดี", "เทศบาล", "ตลาดเก่า"]
    imports.apply_attendees(desk, forum_id, look_at(desk, forum_id, folder, first, heads=heads))
    elsewhere = look_at(desk, forum_id, folder, [*first[:2], "ริมน้ำ 1"], heads=heads)
    nowhere = look_at(desk, forum_id, folder, [*first[:2], ""], heads=heads)
    assert (states(elsewhere), reasons(elsewhere)) == ([("doubtful", "add")], ["namesake"])
    assert states(nowhere) == [("matched", "skip")]


def test_an_unsound_number_takes_no_sound_ones_place(
    desk: Desk, forum_id: UUID, folder: Path
) -> None:
    imports.apply_attendees(desk, forum_id, look_at(desk, forum_id, folder, SOMSRI))
    preview = look_at(desk, forum_id, folder, [*SOMSRI[:2], "08123"])
    assert states(preview) == [("matched", "skip")]
    assert preview.rows[0].cells[-1].state is ImportState.DOUBTFUL


def test_a_community_decides_its_zone(desk: Desk, forum_id: UUID, folder: Path) -> None:
    heads = ["ชื่อ-สกุล", "ชุมชน", "เขต"]
    rows = [["นายหนึ่ง ก", "ริมน้ำ 1", "เขต 2"], ["นายสอง ข", "ที่อื่น", "2"], ["นายสาม ค", "", "เขต2"]]
    preview = look_at(desk, forum_id, folder, *rows, heads=heads)
    assert preview.rows[0].cells[-1].reason == "importing.cell.zone_differs"
    imports.apply_attendees(desk, forum_id, preview)
    zones = {person.first_name: person.zone for person in people(desk, forum_id)}
    assert zones == {"หนึ่ง": "เขต 1", "สอง": "เขต 2", "สาม": "เขต 2"}


def test_a_name_is_never_respelt_unasked(desk: Desk, forum_id: UUID, folder: Path) -> None:
    imports.apply_attendees(desk, forum_id, look_at(desk, forum_id, folder, SOMSRI))
    preview = look_at(desk, forum_id, folder, ["นางสมศรี้ ใจดี", "ริมน้ำ 1", ""])
    assert preview.rows[0].cells[0].reason == "importing.cell.spelling"
    imports.apply_attendees(desk, forum_id, preview)
    assert people(desk, forum_id)[0].first_name == "สมศรี"


def test_duplicates_inside_the_file_are_found(desk: Desk, forum_id: UUID, folder: Path) -> None:
    twice = ["นาง สมศรี  ใจดี", "ชุมชนริมน้ำ 1", ""]
    other = ["นางสมศรี ใจดี", "ตลาดเก่า", ""]
    preview = look_at(desk, forum_id, folder, SOMSRI, SOMCHAI, twice, other, SOMCHAI)
    assert reasons(preview) == ["", "", "twice_in_file", "namesake", "twice_in_file"]
    assert [row.twin for row in preview.rows] == [0, 0, 2, 2, 3]
    imports.apply_attendees(desk, forum_id, preview)
    assert len(people(desk, forum_id)) == 3


def test_two_namesakes_who_are_known_are_both_found_again(
    desk: Desk, forum_id: UUID, folder: Path
) -> None:
    for _ in range(2):
        services.registration.register_walk_in(
            desk, forum_id, full_name="นายสมชาย ใจดี", sector="", community="ตลาดเก่า"
        )
    twice = look_at(desk, forum_id, folder, SOMCHAI, SOMCHAI, SOMCHAI)
    assert states(twice) == [("matched", "skip"), ("matched", "skip"), ("doubtful", "skip")]
    changed = look_at(desk, forum_id, folder, [*SOMCHAI[:2], "0812345678"])
    assert reasons(changed) == ["several_known"]


def test_doubtful_cells_are_kept_and_refused_ones_are_not(
    desk: Desk, forum_id: UUID, folder: Path
) -> None:
    row = ["นายนายมนตรี ทดสอบ", "ตลาตเก่า", "08123", "ชาวต่างชาติ", "#N/A"]
    preview = look_at(desk, forum_id, folder, row)
    told = {cell.field: cell.reason.rpartition(".")[2] for cell in preview.rows[0].cells}
    assert told == {
        ImportField.FULL_NAME: "title_doubled",
        ImportField.COMMUNITY: "guessed",
        ImportField.PHONE: "phone",
        ImportField.SECTOR: "sector_unknown",
        ImportField.POSITION: "error_value",
    }
    imports.apply_attendees(desk, forum_id, preview)
    (person,) = people(desk, forum_id)
    assert (person.first_name, person.community, person.phone) == ("มนตรี", "ตลาดเก่า", "08123")
    assert (person.sector, person.position) == ("", "")


def test_a_too_long_cell_is_refused_and_the_rest_is_taken(
    desk: Desk, forum_id: UUID, folder: Path
) -> None:
    preview = look_at(desk, forum_id, folder, ["สมชาย ใจดี", "ตลาดเก่า", "", "", "ก" * 301])
    assert preview.rows[0].cells[-1].state is ImportState.REFUSED
    imports.apply_attendees(desk, forum_id, preview)
    assert people(desk, forum_id)[0].position == ""


def test_a_column_tells_the_role_which_is_never_lowered(
    desk: Desk, forum_id: UUID, folder: Path
) -> None:
    heads = ["ชื่อ-สกุล", "ตำแหน่ง", "บทบาท"]
    rows = [["นายก้อง ตัวอย่าง", "ครู", "กรรมการ"], ["นายตัวอย่าง ประธานสมมติ", "นายกเทศมนตรี", "ผู้เข้าร่วม"]]
    preview = look_at(desk, forum_id, folder, *rows, heads=heads)
    assert states(preview) == [("new", "add"), ("matched", "skip")]
    assert preview.rows[1].cells[-1].reason == "importing.cell.role_lowered"
    imports.apply_attendees(desk, forum_id, preview)
    assert people(desk, forum_id)[0].role is AttendeeRole.MEMBER


def test_decisions_of_a_person_are_followed(desk: Desk, forum_id: UUID, folder: Path) -> None:
    imports.apply_attendees(desk, forum_id, look_at(desk, forum_id, folder, SOMSRI))
    named_only = ["นางสมศรี ใจดี", "", "", "", "ครู"]
    preview = look_at(desk, forum_id, folder, named_only, ["", "ตลาดเก่า"])
    chosen = preview.decided({2: RowDecision.CHANGE, 3: RowDecision.ADD})
    assert states(chosen) == [("doubtful", "change"), ("refused", "skip")]
    imports.apply_attendees(desk, forum_id, chosen)
    (person,) = people(desk, forum_id)
    assert (person.position, person.community) == ("ครู", "ริมน้ำ 1")


def test_an_import_is_one_undo(desk: Desk, forum_id: UUID, folder: Path) -> None:
    imports.apply_attendees(desk, forum_id, look_at(desk, forum_id, folder, SOMSRI))
    before = people(desk, forum_id)
    counts = services.forums.read_overview(desk, forum_id).counts
    changed = [*SOMSRI[:2], "0899999999", "ภาครัฐ", "ประธาน"]
    run = imports.apply_attendees(desk, forum_id, look_at(desk, forum_id, folder, changed, SOMCHAI))
    assert (run.added, run.changed) == (1, 1)
    undone = imports.undo_import(desk, run.id, "แฟ้มผิด")
    assert (undone.undone, undone.kept) == ("แฟ้มผิด", 0)
    assert people(desk, forum_id) == before
    assert services.forums.read_overview(desk, forum_id).counts == counts
    assert services.storage.check(desk).is_sound
    with pytest.raises(Refusal, match="already_undone"):
        imports.undo_import(desk, run.id, "อีกครั้ง")
    again = look_at(desk, forum_id, folder, SOMCHAI)
    assert states(again) == [("new", "add")]


def test_who_came_spoke_or_was_changed_stays_when_an_import_is_undone(
    desk: Desk, forum_id: UUID, folder: Path
) -> None:
    names = ["นายมา แล้ว", "นายพูด แล้ว", "นายแก้ แล้ว", "นายกลับ แล้ว", "นายไม่ มา"]
    rows = [[name, "ตลาดเก่า"] for name in names]
    run = imports.apply_attendees(desk, forum_id, look_at(desk, forum_id, folder, *rows))
    by_name = {person.first_name: person for person in people(desk, forum_id)}
    services.registration.check_in(desk, by_name["มา"].id)
    services.opinions.capture_opinion(
        desk, forum_id, text="ขอไฟ", kind=OpinionKind.NEED, speaker_id=by_name["พูด"].id
    )
    imports.apply_attendees(
        desk, forum_id, look_at(desk, forum_id, folder, ["นายแก้ แล้ว", "ตลาดเก่า", "0812345678"])
    )
    services.registration.check_in(desk, by_name["กลับ"].id)
    services.registration.undo_check_in(desk, by_name["กลับ"].id, "ผิดคน")
    undone = imports.undo_import(desk, run.id, "แฟ้มผิด")
    assert undone.kept == 4
    assert {p.first_name for p in people(desk, forum_id)} == {"มา", "พูด", "แก้", "กลับ"}
    kept = {person.first_name for person in imports.people_of_import(desk, run.id)}
    assert kept == {"มา", "พูด", "กลับ"}


def test_an_undo_needs_a_reason(desk: Desk, forum_id: UUID, folder: Path) -> None:
    run = imports.apply_attendees(desk, forum_id, look_at(desk, forum_id, folder, SOMSRI))
    with pytest.raises(Refusal, match=r"text\.empty"):
        imports.undo_import(desk, run.id, "  ")
    assert len(people(desk, forum_id)) == 1


def test_chosen_columns_are_remembered_for_the_same_heads(
    desk: Desk, forum_id: UUID, folder: Path
) -> None:
    heads = ["คนที่มา", "อยู่แถวไหน"]
    path = write_text(folder / "odd.csv", [heads, ["ก้อง ตัวอย่าง", "ที่ใหม่"], ["เก่ง ตัวอย่าง", "ที่ใหม่"]])
    guess = imports.preview_attendees(desk, forum_id, path)
    assert guess.missing == (ImportField.FULL_NAME,)
    with pytest.raises(Refusal, match=r"importing\.missing\.full_name"):
        imports.apply_attendees(desk, forum_id, guess)
    heads = ["ชื่อ-สกุล", "กลุ่ม"]
    path = write_text(folder / "group.csv", [heads, ["ก้อง ตัวอย่าง", "แม่บ้าน"]])
    fields = [ImportField.FULL_NAME, ImportField.ORGANISATION]
    given = imports.preview_attendees(desk, forum_id, path, columns=fields)
    imports.apply_attendees(desk, forum_id, given)
    assert people(desk, forum_id)[0].organisation == "แม่บ้าน"
    path = write_text(folder / "next.csv", [["ชื่อ - สกุล", "กลุ่ม "], ["กล้า ตัวอย่าง", "ตลาด"]])
    other = services.forums.create_forum(desk, make_pack()).id
    columns = imports.preview_attendees(desk, other, path).columns
    assert [column.field for column in columns] == fields
    assert {column.source for column in columns} == {ColumnSource.REMEMBERED}


def test_what_was_entered_since_the_preview_is_not_written_over(
    desk: Desk, forum_id: UUID, folder: Path
) -> None:
    preview = look_at(desk, forum_id, folder, SOMSRI)
    services.registration.register_walk_in(desk, forum_id, full_name="นางสมศรี ใจดี", sector="")
    with pytest.raises(Refusal, match=r"importing\.outdated"):
        imports.apply_attendees(desk, forum_id, preview)
    assert imports.list_imports(desk, forum_id) == ()
    other = services.forums.create_forum(desk, make_pack()).id
    with pytest.raises(Refusal, match=r"importing\.outdated"):
        imports.apply_attendees(desk, other, look_at(desk, forum_id, folder, SOMSRI))


def test_an_import_that_fails_half_way_leaves_nothing(
    desk: Desk, forum_id: UUID, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = look_at(desk, forum_id, folder, SOMSRI, SOMCHAI)
    before = operations(desk)
    made = iter([desk.clock])

    def fail(*_: object) -> None:
        next(made)

    monkeypatch.setattr("forum_desktop.services.imports._write", fail)
    with pytest.raises(StopIteration):
        imports.apply_attendees(desk, forum_id, preview)
    assert operations(desk) == before


def test_a_person_withdrawn_here_and_present_elsewhere_is_listed(
    desk: Desk, forum_id: UUID, folder: Path
) -> None:
    run = imports.apply_attendees(desk, forum_id, look_at(desk, forum_id, folder, SOMSRI))
    (person,) = people(desk, forum_id)
    imports.undo_import(desk, run.id, "แฟ้มผิด")
    assert services.forums.read_overview(desk, forum_id).counts.registered == 2
    services.registration.check_in(desk, person.id)
    assert [one.id for one in people(desk, forum_id)] == [person.id]
    assert services.forums.read_overview(desk, forum_id).counts.registered == 3


OPINION_HEADS = ["ยุทธศาสตร์", "ประเภท", "ความคิดเห็น", "ผู้พูด", "ชุมชน"]


def test_opinions_come_in_under_their_strategy_and_speaker(
    desk: Desk, forum_id: UUID, folder: Path
) -> None:
    row = services.registration.register_walk_in(
        desk, forum_id, full_name="นายสมชาย ใจดี", sector="people"
    )
    path = write_book(
        folder / "opinions.xlsx",
        (
            "ความคิดเห็น",
            [
                OPINION_HEADS,
                [1.2, "ปัญหา", "น้ำท่วม\nทุกปี", "นายสมชาย ใจดี", "ชุมชนริมน้ำ1"],
                ["ยุทธศาสตร์ที่ ๒", "need", "ขอไฟ", "ไม่รู้จัก", ""],
                ["ยุทธศาสตร์ตัวอย่างที่ 3", "ชมเชย", "ดีมาก", "", ""],
                ["", "คำถาม", "เมื่อไร", "", ""],
                [9, "ปัญหา", "ไม่มียุทธศาสตร์นี้", "", ""],
                [1.9, "ปัญหา", "ไม่มีแนวทางนี้", "", ""],
                [1, "อะไร", "ไม่มีลักษณะนี้", "", ""],
                [1, "ปัญหา", "", "", ""],
            ],
        ),
    )
    preview = imports.preview(desk, forum_id, ImportKind.OPINIONS, path)
    assert [row.state.value for row in preview.rows] == ["new"] * 4 + ["refused"] * 4
    run = imports.apply(desk, forum_id, preview)
    assert (run.added, run.refused) == (4, 4)
    overview = services.forums.read_overview(desk, forum_id)
    by_text = {item.text: item for item in services.opinions.recent_opinions(desk, forum_id)}
    flooded = by_text["น้ำท่วม\nทุกปี"]
    assert flooded.strategy_id == overview.strategies[0].id
    assert flooded.approach_id == overview.approaches_of(overview.strategies[0].id)[1].id
    assert (flooded.kind, flooded.on_behalf_of) == (OpinionKind.PROBLEM, "ริมน้ำ 1")
    assert by_text["ขอไฟ"].strategy_id == overview.strategies[1].id
    assert by_text["ดีมาก"].strategy_id == overview.strategies[2].id
    assert by_text["เมื่อไร"].strategy_id is None
    with desk.look() as look:
        (link,) = look.all(SpeakerLink)
    assert (link.opinion_id, link.attendee_id) == (flooded.id, row.attendee.id)
    again = imports.preview(desk, forum_id, ImportKind.OPINIONS, path)
    assert (again.counts.matched, again.counts.added) == (4, 0)
    with pytest.raises(Refusal, match=r"importing\.only_people"):
        imports.undo_import(desk, run.id, "ผิด")


def test_the_same_words_said_again_are_another_opinion(
    desk: Desk, forum_id: UUID, folder: Path
) -> None:
    services.opinions.capture_opinion(desk, forum_id, text="ขอไฟ", kind=OpinionKind.NEED)
    rows = [["", "need", "ขอไฟ", "", ""]] * 3
    path = write_text(folder / "opinions.csv", [OPINION_HEADS, *rows])
    counts = imports.preview(desk, forum_id, ImportKind.OPINIONS, path).counts
    assert (counts.matched, counts.added) == (1, 2)


COMPLAINT_HEADS = ["Subject", "Facts", "Name", "Phone", "Level", "Kind", "Community"]


def test_complaints_come_in_with_their_people_kept_apart(
    desk: Desk, forum_id: UUID, folder: Path
) -> None:
    path = write_text(
        folder / "complaints.csv",
        [
            COMPLAINT_HEADS,
            ["ไฟดับ", "ดับสามคืน", "นายลับ มาก", "81 234 5678", "ปกปิดชื่อ", "ไฟฟ้าชำรุด", "ริมน้ำ1"],
            ["ท่อตัน", "เหม็น", "นายลืม ชื่อ", "", "ไม่ประสงค์ออกนาม", "drain", ""],
            ["ท่อตัน", "อีกแห่ง", "", "", "", "ท่อระบายนำ", ""],
            ["ไม่มีชื่อ", "แต่เปิดเผย", "", "", "open", "light", ""],
            ["", "ไม่มีเรื่อง", "", "", "", "light", ""],
            ["ไม่รู้ประเภท", "อะไร", "", "", "", "จักรวาล", ""],
        ],
    )
    preview = imports.preview(desk, forum_id, ImportKind.COMPLAINTS, path)
    assert [row.state.value for row in preview.rows] == ["new"] * 3 + ["refused"] * 3
    assert "ดับสามคืน" not in repr(preview)
    assert "ลืม" not in repr([row.draft for row in preview.rows])
    assert "นายลับ" not in repr(preview)
    imports.apply(desk, forum_id, preview)
    with desk.look() as look:
        cases, (part,) = look.all(Complaint), look.all(SealedPart)
    person = services.complaints.open_identity(desk, cases[0].id, "โทรกลับ")
    assert [case.level for case in cases] == [
        ComplaintLevel.WITHHELD,
        ComplaintLevel.ANONYMOUS,
        ComplaintLevel.ANONYMOUS,
    ]
    assert [case.kind for case in cases] == ["light", "drain", "drain"]
    assert (cases[0].community, cases[0].unit) == ("ริมน้ำ 1", "กองช่าง")
    assert (person.first_name, person.phone, part.complaint_id) == (
        "ลับ",
        "0812345678",
        cases[0].id,
    )
    again = imports.preview(desk, forum_id, ImportKind.COMPLAINTS, path)
    assert (again.counts.matched, again.counts.added) == (3, 0)
