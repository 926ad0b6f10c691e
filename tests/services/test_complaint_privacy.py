"""Names and sealed words, planted everywhere they may be typed, and looked for everywhere else."""

import io
import logging
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forum_desktop import services
from forum_desktop.db.tables import metadata
from forum_desktop.records.assignment import AssignmentSource
from forum_desktop.records.complaint import (
    Complaint,
    ComplaintIntake,
    ComplaintLevel,
    ComplaintState,
    RegisterFilter,
)
from forum_desktop.records.forum import Forum
from forum_desktop.records.pack import ComplaintQuestion
from forum_desktop.sealing.signatures import new_signing_key
from forum_desktop.services import complaint_desk, complaint_papers, complaints
from forum_desktop.services.desk import Desk
from forum_desktop.sync.bundle.lines import to_lines
from forum_desktop.sync.bundle.packing import ZSTD
from forum_desktop.sync.bundle.reading import open_bundle, read_part
from forum_desktop.sync.bundle.writing import Content, Origin, write_bundle
from forum_desktop.sync.merging import all_operations
from tests.documents.reading import pypdf_pages, squeezed
from tests.factory import make_pack
from tests.services.evidence_files import photo
from tests.services.test_hall import scenes

LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬฮ"
WORDS = st.text(alphabet=LETTERS, min_size=10, max_size=14)
OWN_OF_THIS_LAPTOP = {"setting", "draft", "head", "counter"}


class Planted(NamedTuple):
    """Words that nothing may tell."""

    name: str
    sealed: str
    phone: str


def plant(desk: Desk, forum_id: UUID, planted: Planted) -> None:
    """Lodge complaints of every level, open and sealed, and take them along every way.

    The last one stands open first, and is found to be about officials after all.
    """
    name, sealed, phone = planted
    place = f"{forum_id}/complaint"
    services.drafts.keep_draft(desk, place, f"{name} {sealed}")
    person = {
        "first_name": name,
        "last_name": name,
        "phone": phone,
        "email": f"{phone}@example.invalid",
        "address": f"บ้าน{name}",
        "on_behalf_of": name,
        "witness": name,
        "acting_for_paper": name,
    }
    plain = ComplaintIntake(kind="light", subject="ไฟดับ", facts="สามคืน", **person)  # type: ignore[arg-type]
    secret = replace(
        plain,
        kind="drain",
        subject=sealed,
        facts=sealed,
        wanted=sealed,
        place=sealed,
        landmark=sealed,
        since=sealed,
        affected=sealed,
        community=sealed,
        unit=sealed,
        answers=(("who", sealed),),
        is_sealed=True,
    )
    for intake in (plain, secret):
        for level in ComplaintLevel:
            wanted = replace(intake, level=level)
            made = complaints.lodge_complaint(desk, forum_id, wanted, draft=place)
            prove(desk, made, planted)
    take_along(desk, made, sealed)
    first = complaints.lodge_complaint(
        desk, forum_id, replace(secret, kind="light", is_sealed=None)
    )
    prove(desk, first, planted)
    take_along(desk, first, sealed)
    order = services.assignments.assign(
        desk,
        forum_id,
        task=sealed,
        ordered_by="ประธาน",
        to_officer="ช่าง",
        due_on=desk.clock().date(),
        source=AssignmentSource.COMPLAINT,
        source_id=first.id,
    )
    services.assignments.acknowledge(desk, order.id, by="ช่าง")
    complaints.seal_case(desk, first.id, "เกี่ยวกับเจ้าหน้าที่")


def prove(desk: Desk, complaint: Complaint, planted: Planted) -> None:
    """Add a photo and a text called after the complainant, telling what is sealed."""
    is_secret = complaint.is_sealed or complaint.subject == planted.sealed
    tells = planted.sealed if is_secret else "หลักฐาน"
    with tempfile.TemporaryDirectory() as stick:
        for ending, content in ((".jpg", photo()), (".txt", tells.encode())):
            path = Path(stick) / f"{planted.name}{ending}"
            path.write_bytes(content)
            added = services.evidence.add_evidence(desk, complaint.id, path, name=tells)
    services.evidence.withdraw_evidence(desk, added.id, tells)


def take_along(desk: Desk, made: Complaint, sealed: str) -> None:
    """Send a case, withdraw it, and take it up again, each for a sealed reason."""
    complaints.send_to(desk, made.id, sealed, reason=sealed, owner=sealed)
    step = complaints.take_step(
        desk, made.id, ComplaintState.WITHDRAWN, reason=sealed, owner=sealed
    )
    complaints.reopen(desk, step.id, sealed)


def told(desk: Desk, forum_id: UUID, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield everything that anybody else could come to see, with where it stands."""
    for table in metadata.sorted_tables:
        if table.name not in OWN_OF_THIS_LAPTOP:
            with desk.look() as look:
                rows = look.connection.execute(table.select()).all()
            yield f"table {table.name}", repr([tuple(row) for row in rows])
    yield (
        "lists",
        repr(
            [
                complaints.recent_complaints(desk, forum_id),
                complaints.due_list(desk, forum_id, desk.clock().date()),
                complaint_desk.read_desk(desk, forum_id),
                services.forums.read_overview(desk, forum_id),
                list(scenes(desk, forum_id)),
                services.hall.show_promises(desk, forum_id),
                complaints.look_through(desk, forum_id, RegisterFilter()),
                complaints.read_access_log(desk, forum_id),
                services.assignments.list_assignments(desk, forum_id),
            ]
        ),
    )
    kept = desk.database.attachments
    for sha in kept.known():
        yield "attachments", kept.read(sha).decode("utf-8", "replace")
        yield "thumbnails", (kept.read_thumbnail(sha) or b"").decode("utf-8", "replace")
    for path in papers(desk, forum_id, folder):
        yield f"name of {path}", path.name
        yield f"inside {path.name}", text_of(path)


def papers(desk: Desk, forum_id: UUID, folder: Path) -> Iterator[Path]:
    folder.mkdir()
    yield from services.documents.export_every(desk, forum_id, folder)
    for system in complaint_papers.SYSTEMS:
        for ending in ("csv", "json"):
            target = folder / f"{system}.{ending}"
            yield complaint_papers.export_cases(desk, forum_id, system, target)
    complaint_papers.make_forms(desk, forum_id, 1, folder / "forms.pdf")
    yield folder / "forms.pdf"


def text_of(path: Path) -> str:
    """Return all text in a file, its metadata and attachments too."""
    data = path.read_bytes()
    if path.suffix == ".pdf":
        reader = pypdf.PdfReader(io.BytesIO(data))
        inside = [found for parts in reader.attachments.values() for found in parts]
        attached = "".join(part.decode("utf-8", "replace") for part in inside)
        return squeezed("".join(pypdf_pages(data))) + repr(reader.metadata) + attached
    if path.suffix in {".docx", ".xlsx"}:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    return data.decode("utf-8-sig")


@pytest.fixture
def forum_id(desk: Desk) -> UUID:
    return services.forums.create_forum(desk, make_pack()).id


@settings(
    max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(name=WORDS, sealed=WORDS)
def test_planted_names_and_sealed_words_are_told_nowhere(
    desk: Desk,
    tmp_path_factory: pytest.TempPathFactory,
    caplog: pytest.LogCaptureFixture,
    name: str,
    sealed: str,
) -> None:
    caplog.set_level(logging.DEBUG)
    pack = make_pack()
    asked = replace(pack.complaint_kinds[1], questions=(ComplaintQuestion(code="who", text="ใคร"),))
    pack = replace(pack, complaint_kinds=(pack.complaint_kinds[0], asked))
    forum_id = services.forums.create_forum(desk, pack).id
    planted = Planted(name, sealed, "0891234567")
    plant(desk, forum_id, planted)
    folder = tmp_path_factory.mktemp("told") / "out"
    for where, text in (*told(desk, forum_id, folder), ("log", caplog.text)):
        for word in planted:
            assert word not in text, where
    for word in planted:
        found = complaints.look_through(desk, forum_id, RegisterFilter(typed=word))
        assert found.rows == ()
        assert services.drafts.read_draft(desk, f"{forum_id}/complaint") == ""


def test_a_sealed_photo_has_no_small_picture_and_no_open_copy(
    desk: Desk, forum_id: UUID, tmp_path: Path
) -> None:
    """Not even once it stood open: what was kept of it openly is swept."""
    planted = Planted("กขคงจฉชซฌญ", "ญฌซชฉจงคขก", "0891234567")
    (tmp_path / f"{planted.name}.jpg").write_bytes(photo())
    told_ = ComplaintIntake(kind="light", subject="ก", facts="ก", level=ComplaintLevel.ANONYMOUS)
    case = complaints.lodge_complaint(desk, forum_id, told_)
    open_one = services.evidence.add_evidence(desk, case.id, tmp_path / f"{planted.name}.jpg")
    kept = desk.database.attachments
    assert kept.read_thumbnail(open_one.sha256) is not None
    complaints.seal_case(desk, case.id, "เกี่ยวกับเจ้าหน้าที่")
    (sha,) = kept.known()
    assert kept.read_thumbnail(sha) is None
    assert kept.read(sha).startswith(b"-----BEGIN AGE ENCRYPTED FILE-----")


def test_a_bundle_and_its_head_tell_no_name_and_no_sealed_word(
    desk: Desk, forum_id: UUID, tmp_path: Path
) -> None:
    planted = Planted("กขคงจฉชซฌญ", "ญฌซชฉจงคขก", "0891234567")
    plant(desk, forum_id, planted)
    with desk.look() as look:
        lines = list(to_lines(all_operations(look)))
        forum = look.get(Forum, forum_id)
    names = sorted(desk.database.attachments.known())
    key = new_signing_key()
    origin = Origin(
        purpose="exchange",
        forum=forum.code,
        forum_id=str(forum_id),
        station="A",
        replica="r",
        key=key,
        certificate="",
    )
    contents = [Content(name="public", packed=ZSTD, pieces=lines, entries=len(lines))]
    contents += [
        Content(
            name=f"attachment/{sha}",
            packed=ZSTD,
            pieces=[desk.database.attachments.read(sha)],
            entries=1,
        )
        for sha in names
    ]
    write_bundle(tmp_path / "out.bundle", origin, contents)
    bundle = open_bundle(tmp_path / "out.bundle")
    told_ = [(tmp_path / "out.bundle").read_bytes(), repr(bundle.manifest).encode()]
    told_ += [b"".join(read_part(bundle, part)) for part in bundle.manifest.parts]
    for word in planted:
        assert not [text for text in told_ if word.encode() in text]
    assert [text for text in told_ if "ไฟดับ".encode() in text]  # it can be found at all


def test_the_search_finds_planted_words_where_they_are_plain(desk: Desk, tmp_path: Path) -> None:
    """What looks for words above does find them: an open case stands where it may stand."""
    forum_id = services.forums.create_forum(desk, make_pack()).id
    word = "กขคงจฉชซฌญ"
    intake = ComplaintIntake(kind="light", subject=word, facts=word, level=ComplaintLevel.ANONYMOUS)
    complaints.lodge_complaint(desk, forum_id, intake)
    found = {where for where, text in told(desk, forum_id, tmp_path / "out") if word in text}
    assert {"table complaint", "table operation", "lists"} <= found
    assert {"inside open311.csv", "inside traffy.json", "inside complaints.pdf"} <= found
    assert {"inside complaints.xlsx", "inside complaints.json"} <= found


@pytest.mark.parametrize("is_closed", [True, False])
def test_raw_bytes_of_file_and_backup_tell_no_name(
    desk: Desk, tmp_path: Path, is_closed: bool
) -> None:
    forum_id = services.forums.create_forum(desk, make_pack()).id
    planted = Planted("กขคงจฉชซฌญ", "ญฌซชฉจงคขก", "0891234567")
    plant(desk, forum_id, planted)
    (tmp_path / "backup").mkdir()
    services.storage.backup(desk, tmp_path / "backup" / "copy.db")
    if is_closed:
        desk.close()
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    names = {path.name for path in files}
    assert names >= {"attachments.db", "copy.db", "copy.db.attachments"}
    for path in files:
        data = path.read_bytes()
        for word in (*planted, "AGE-SECRET-KEY"):
            assert word.encode() not in data, path.name
            assert word.encode("utf-16-le") not in data, path.name
