"""Names and sealed words, planted everywhere they may be typed, and looked for everywhere else."""

import io
import logging
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
from forum_desktop.records.complaint import ComplaintIntake, ComplaintLevel, ComplaintState
from forum_desktop.records.pack import ComplaintQuestion
from forum_desktop.services import complaint_desk, complaint_papers, complaints
from forum_desktop.services.desk import Desk
from tests.documents.reading import pypdf_pages, squeezed
from tests.factory import make_pack
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
    """Lodge complaints of every level, open and sealed, and take them along every way."""
    name, sealed, phone = planted
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
            made = complaints.lodge_complaint(desk, forum_id, replace(intake, level=level))
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
            ]
        ),
    )
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
    assert len(files) >= 4
    for path in files:
        data = path.read_bytes()
        for word in (*planted, "AGE-SECRET-KEY"):
            assert word.encode() not in data, path.name
            assert word.encode("utf-16-le") not in data, path.name
