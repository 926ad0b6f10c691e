"""Papers of the desk: forms with numbers of their own, and the cases for other systems."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from forum_desktop import cli, sealing, services
from forum_desktop.errors import Refusal
from forum_desktop.paths import resource
from forum_desktop.records.complaint import ComplaintIntake, ComplaintState
from forum_desktop.services import complaint_papers, complaints
from forum_desktop.services.desk import Desk
from tests.documents.reading import pypdf_pages, squeezed
from tests.factory import make_pack

INTAKE = ComplaintIntake(
    kind="light",
    more_kinds=("drain",),
    subject="=ไฟดับ",
    facts="สามคืน",
    first_name="ลับ",
    place="ซอยวัด",
    latitude="16.43",
    longitude="102.82",
)


@pytest.fixture
def forum_id(desk: Desk) -> UUID:
    return services.forums.create_forum(desk, make_pack()).id


def test_each_form_bears_a_number_of_its_own_on_both_halves(
    desk: Desk, forum_id: UUID, tmp_path: Path
) -> None:
    path = tmp_path / "forms.pdf"
    numbers = complaint_papers.make_forms(desk, forum_id, 3, path)
    pages = pypdf_pages(path.read_bytes())
    assert len(pages) == len(numbers) == 3
    for number, page in zip(numbers, pages, strict=True):
        assert page.count(number) == 2
    assert complaints.unused_numbers(desk, forum_id) == numbers


def test_forms_are_printed_again_and_only_under_numbers_set_aside(
    desk: Desk, forum_id: UUID, tmp_path: Path
) -> None:
    numbers = complaint_papers.make_forms(desk, forum_id, 2, tmp_path / "one.pdf")
    complaint_papers.print_forms(desk, forum_id, numbers, tmp_path / "two.pdf")
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
    with pytest.raises(Refusal, match="number_not_reserved"):
        complaint_papers.print_forms(desk, forum_id, ("TW70-A-9999-0",), tmp_path / "no.pdf")
    assert not (tmp_path / "no.pdf").exists()
    with pytest.raises(Refusal, match=r"document\.blank_forms"):
        services.checking.check_document(desk, tmp_path / "one.pdf")


def read_csv(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def test_cases_are_told_in_the_fields_of_open311(
    desk: Desk, forum_id: UUID, tmp_path: Path
) -> None:
    made = complaints.lodge_complaint(desk, forum_id, INTAKE)
    complaints.lodge_complaint(desk, forum_id, replace(INTAKE, is_sealed=True))
    complaint_papers.export_cases(desk, forum_id, "open311", tmp_path / "a.json")
    (row,) = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert row["service_request_id"] == made.reference
    assert (row["status"], row["service_code"]) == ("open", "light")
    assert row["requested_datetime"].startswith("2021-10-14T09:00:")
    assert row["expected_datetime"] == "2021-10-29T23:59:59+07:00"
    assert (row["lat"], row["long"]) == ("16.43", "102.82")
    complaint_papers.export_cases(desk, forum_id, "open311", tmp_path / "a.csv")
    (line,) = read_csv(tmp_path / "a.csv")
    assert line == {**row, "description": "'=ไฟดับ"}


def test_cases_are_told_in_columns_like_those_of_traffy(
    desk: Desk, forum_id: UUID, tmp_path: Path
) -> None:
    made = complaints.lodge_complaint(desk, forum_id, INTAKE)
    path = tmp_path / "a.csv"
    seen = []
    for state in (None, ComplaintState.SENT, ComplaintState.NOTED):
        if state:
            complaints.take_step(desk, made.id, state, reason="ตรวจ", owner="นายช่าง", unit="กองช่าง")
        complaint_papers.export_cases(desk, forum_id, "traffy", path)
        (row,) = read_csv(path)
        seen.append(row["state"])
    assert seen == ["start", "inprogress", "finish"]
    assert row["type"] == "{ไฟฟ้าชำรุด,ท่อระบายน้ำ}"
    assert row["coords"] == "102.82,16.43"
    assert row["last_activity"] > row["timestamp"]


def test_another_ending_is_refused(desk: Desk, forum_id: UUID, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="export_format"):
        complaint_papers.export_cases(desk, forum_id, "traffy", tmp_path / "a.pdf")


def test_the_command_line_writes_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = ["--data-dir", str(tmp_path / "data")]
    assert cli.main(["new", "--pack", "sample-four-issues", *place]) == 0
    forms = str(tmp_path / "forms.pdf")
    assert cli.main(["export", "complaint-forms", "--count", "2", "--out", forms, *place]) == 0
    assert len(pypdf_pages(Path(forms).read_bytes())) == 2
    for system in ("open311", "traffy"):
        out = tmp_path / f"{system}.json"
        assert cli.main(["export", system, "--out", str(out), *place]) == 0
        assert json.loads(out.read_text(encoding="utf-8")) == []
    capsys.readouterr()


def test_the_register_counts_sealed_cases_and_lists_the_others(
    desk: Desk, forum_id: UUID, tmp_path: Path
) -> None:
    made = complaints.lodge_complaint(desk, forum_id, INTAKE)
    sealed = complaints.lodge_complaint(desk, forum_id, replace(INTAKE, is_sealed=True))
    path = tmp_path / "register.pdf"
    order = services.documents.order_of("complaints")
    services.documents.export_document(desk, forum_id, order, path)
    text = squeezed("".join(pypdf_pages(path.read_bytes())))
    assert made.reference in text
    assert sealed.reference not in text
    assert "ปิดผนึกอีก๑เรื่อง" in text


def test_the_receipt_of_a_sealed_case_tells_no_kind_and_no_unit(
    desk: Desk, forum_id: UUID, tmp_path: Path
) -> None:
    for is_sealed in (False, True):
        made = complaints.lodge_complaint(desk, forum_id, replace(INTAKE, is_sealed=is_sealed))
        path = tmp_path / "receipt.pdf"
        order = services.documents.order_of("receipt", complaint=made.reference)
        services.documents.export_document(desk, forum_id, order, path)
        text = squeezed("".join(pypdf_pages(path.read_bytes())))
        assert made.reference in text
        assert ("กองช่าง" in text) is not is_sealed
        assert ("ไฟฟ้าชำรุด" in text) is not is_sealed


def test_a_pack_tells_questions_sealed_kinds_days_emergencies_and_headquarters(
    tmp_path: Path,
) -> None:
    source = resource("packs", "sample-four-issues.toml").read_text(encoding="utf-8")
    path, head = tmp_path / "pack.toml", "[complaints]\n"
    recipient = sealing.make_key().recipient
    path.write_text(source.replace(head, f'{head}hq_recipient = "{recipient}"\n'), encoding="utf-8")
    pack = services.packs.find_pack(str(path))
    assert pack.hq_recipient == recipient
    assert (pack.complaint_rules.working_days, pack.complaint_rules.emergency_phone) == (
        True,
        "191",
    )
    assert [kind.code for kind in pack.complaint_kinds if kind.sealed] == ["official"]
    asked = services.packs.find_pack("khon-kaen-2565").complaint_kinds[0].questions
    assert [question.code for question in asked] == ["pole", "count"]
    path.write_text(
        source.replace(head, f'{head}hq_recipient = "{recipient[:-1]}"\n'), encoding="utf-8"
    )
    with pytest.raises(Refusal, match=r"pack\.bad_hq_recipient"):
        services.packs.find_pack(str(path))
