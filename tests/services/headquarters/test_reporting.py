"""Reports, minutes, search and openings at headquarters, in a file and in PostgreSQL."""

import csv
import io
import json
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from forum_desktop import cli, sealing, services
from forum_desktop.db.codec import to_record
from forum_desktop.db.tables import ENTITY_TABLES
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import Complaint, ComplaintIntake, ComplaintLevel
from forum_desktop.records.forum import Forum
from forum_desktop.records.office_report import (
    AttendanceLine,
    ComplaintsLine,
    DelegationLine,
    OpinionsLine,
    ProposalLine,
    ReportKind,
)
from forum_desktop.records.opinion import Opinion, OpinionKind
from forum_desktop.records.plan import Strategy
from forum_desktop.records.priorities import RankingMethod
from forum_desktop.services.complaints import due
from forum_desktop.services.desk import Desk
from forum_desktop.services.headquarters import Office
from forum_desktop.sync.hq import reports
from forum_desktop.sync.hq.tables import opening
from tests.factory import StepClock, make_pack
from tests.sync.hq.server import can_serve, served

DUE = date(2022, 1, 10)
exchange, headquarters = services.exchange, services.headquarters


@pytest.fixture(
    scope="module",
    params=[
        "file",
        pytest.param(
            "postgresql",
            marks=pytest.mark.skipif(
                not can_serve(), reason="POSTGRESQL NOT TRIED: its server is not installed here"
            ),
        ),
    ],
)
def held(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Office, Forum]]:
    """Yield headquarters after one forum with every kind of thing, and the forum."""
    folder = tmp_path_factory.mktemp("held")
    keys = headquarters.make_keys(folder / "hq.key")
    secret = headquarters.read_keys(folder / "hq.key")
    with ExitStack() as stack:
        url = stack.enter_context(served()) if request.param == "postgresql" else ""
        office = stack.enter_context(
            headquarters.open_office(folder / "hq", secret, url, StepClock())
        )
        with closing(Desk.open(folder / "a", clock=StepClock())) as desk:
            forum = hold(desk, keys.recipient)
            exchange.write_bundle(desk, forum.id, folder / "a.forumbundle")
        headquarters.file_bundle(office, folder / "a.forumbundle")
        yield office, forum


def hold(desk: Desk, recipient: str) -> Forum:
    """Hold a forum: four who came, two of them one person; opinions; a complaint; a task."""
    forum = services.forums.create_forum(desk, replace(make_pack(), hq_recipient=recipient))
    with desk.look() as look:
        strategy = look.all(Strategy, forum_id=forum.id)[0]
    people = [
        services.registration.register_walk_in(desk, forum.id, full_name=name, sector="people")
        for name in ("สมมติ หนึ่ง", "สมมติ  หนึ่งหนึ่ง", "ตัวอย่าง สอง", "ทดลอง สาม")
    ]
    services.twins.merge_people(desk, people[0].attendee.id, people[1].attendee.id, "คนเดียวกัน")
    for text, of in (("ถนนน้ำท่วมทุกปี", strategy.id), ("ไฟดับบ่อย", strategy.id), ("ขอต้นไม้", None)):
        services.opinions.capture_opinion(
            desk, forum.id, text=text, kind=OpinionKind.NEED, strategy_id=of
        )
    gone = services.opinions.capture_opinion(
        desk, forum.id, text="ถนนน้ำท่วมซ้ำ", kind=OpinionKind.NEED
    )
    with desk.act() as act:
        act.put(replace(gone, withdrawn="ซ้ำ"))
    for level, name in ((ComplaintLevel.WITHHELD, "สมมติ"), (ComplaintLevel.ANONYMOUS, "")):
        intake = ComplaintIntake(
            kind=make_pack().complaint_kinds[0].code,
            subject="ไฟทาง",
            facts="ดับ",
            level=level,
            first_name=name,
            last_name=name,
            is_sealed=False,
        )
        services.complaints.lodge_complaint(desk, forum.id, intake)
    propose(desk, forum)
    services.assignments.assign(
        desk, forum.id, task="ตรวจท่อ", ordered_by="ประธาน", unit="กองช่าง", due_on=DUE
    )
    return forum


def propose(desk: Desk, forum: Forum) -> None:
    """Propose projects: two were ranked (once in a ranking taken back), one is asked for twice."""
    with desk.look() as look:
        asked = next(one for one in look.all(Opinion, forum_id=forum.id) if "ต้นไม้" in one.text)
    for whom in ("ชุมชนตัวอย่าง", "กลุ่มสมมติ"):
        services.supporting.support(desk, asked.id, on_behalf_of=whom)
    services.priorities.propose_from_opinion(desk, asked.id)
    titles = ("ตัดหญ้า", "เปลี่ยนโคมไฟ", "ยกระดับถนน", "ถอนไป")
    ids = {
        title: services.priorities.propose_project(desk, forum.id, title=title).id
        for title in titles
    }
    services.priorities.withdraw_project(desk, ids.pop("ถอนไป"), "ซ้ำ")
    for points, is_wrong in (({"ตัดหญ้า": 50}, True), ({"เปลี่ยนโคมไฟ": 4, "ยกระดับถนน": 9}, False)):
        ranking = services.rankings.record_ranking(
            desk,
            forum.id,
            title="จัดลำดับ",
            method=RankingMethod.HANDS,
            points=points,
            proposals={label: ids[label] for label in points},
        )
        if is_wrong:
            services.rankings.withdraw_ranking(desk, ranking.id, "นับผิด")


def test_attendance_counts_as_the_laptop_does_and_merged_people_once(
    held: tuple[Office, Forum], tmp_path: Path
) -> None:
    office, forum = held
    report = headquarters.read_report(office, ReportKind.ATTENDANCE)
    (line,) = report.lines
    assert isinstance(line, AttendanceLine)
    assert (line.forum, line.held_on) == (forum.code, forum.held_on)
    assert (line.registered, line.present) == (5, 3), "two officers are on the list too"
    order = services.documents.order_of("summary", made_as="json")
    headquarters.write_document(office, forum.id, order, tmp_path / "s.json")
    figures = json.loads((tmp_path / "s.json").read_text())["tables"]["figures"]
    assert [row["count"] for row in figures[:2]] == [5, 3]


def test_opinions_are_counted_by_strategy(held: tuple[Office, Forum]) -> None:
    office, _ = held
    lines = headquarters.read_report(office, ReportKind.OPINIONS).lines
    told = [(bool(one.strategy), one.opinions) for one in lines if isinstance(one, OpinionsLine)]
    assert told == [(True, 2), (False, 1)]


def test_proposals_stand_by_their_ranking_then_by_who_said_the_same(
    held: tuple[Office, Forum],
) -> None:
    office, forum = held
    lines = headquarters.read_report(office, ReportKind.PROPOSALS).lines
    told = [
        (one.forum, one.title, one.points, one.supports)
        for one in lines
        if isinstance(one, ProposalLine)
    ]
    assert told == [
        (forum.code, "ยกระดับถนน", 9, 0),
        (forum.code, "เปลี่ยนโคมไฟ", 4, 0),
        (forum.code, "ขอต้นไม้", 0, 2),
        (forum.code, "ตัดหญ้า", 0, 0),
    ]


@pytest.mark.parametrize("kind", ReportKind)
def test_every_report_is_written_in_every_format(
    held: tuple[Office, Forum], tmp_path: Path, kind: ReportKind
) -> None:
    office, _ = held
    lines = headquarters.read_report(office, kind).lines
    for ending in ("xlsx", "pdf", "csv", "json"):
        headquarters.write_report(office, kind, tmp_path / f"r.{ending}")
    rows = list(csv.reader(io.StringIO((tmp_path / "r.csv").read_text("utf-8-sig"))))
    assert len(rows) == len(lines) + 1
    told = json.loads((tmp_path / "r.json").read_text())
    assert len(told["tables"][f"office_{kind}"]) == len(lines)
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(Refusal, match=r"hq\.bad_format"):
        headquarters.write_report(office, kind, tmp_path / "r.doc")


def test_a_search_finds_any_part_of_what_was_said(held: tuple[Office, Forum]) -> None:
    office, forum = held
    assert [one.text for one in headquarters.search(office, "น้ำท่วม ถนน")] == ["ถนนน้ำท่วมทุกปี"]
    assert [one.forum for one in headquarters.search(office, "ดับ")] == [forum.code]
    assert not headquarters.search(office, "100%")
    assert not headquarters.search(office, " ")
    assert len(headquarters.search(office, "น", limit=1)) == 1


def test_minutes_are_those_of_the_laptop(held: tuple[Office, Forum], tmp_path: Path) -> None:
    office, forum = held
    assert headquarters.forum_of_code(office, forum.code) == forum.id
    order = services.documents.order_of("minutes", made_as="json")
    headquarters.write_document(office, forum.id, order, tmp_path / "m.json")
    told = json.loads((tmp_path / "m.json").read_text())
    assert told["forum"] == forum.code
    assert len(told["tables"]["opinions"]) == 3
    with pytest.raises(Refusal, match=r"hq\.no_forum"):
        headquarters.forum_of_code(office, "NONE")
    with pytest.raises(Refusal, match=r"hq\.no_forum"):
        headquarters.forum_of_code(office, forum.code, forum.held_on + timedelta(days=1))


def test_complaints_turn_overdue_the_day_after_they_are_due(held: tuple[Office, Forum]) -> None:
    office, _ = held
    due_on = complaint_under(office, "").due_on
    days = ((due_on - timedelta(days=8), 0, 0), (due_on - timedelta(days=7), 0, 2))
    for on, overdue, soon in (*days, (due_on, 0, 2), (due_on + timedelta(days=1), 2, 0)):
        (line,) = headquarters.read_report(office, ReportKind.COMPLAINTS, on).lines
        assert isinstance(line, ComplaintsLine)
        assert (line.waiting, line.overdue, line.soon) == (2, overdue, soon)


def test_tasks_nobody_answered_are_listed_with_their_days(held: tuple[Office, Forum]) -> None:
    office, forum = held
    (line,) = headquarters.read_report(office, ReportKind.DELEGATIONS, date(2022, 1, 12)).lines
    assert isinstance(line, DelegationLine)
    assert (line.forum, line.task, line.unit) == (forum.code, "ตรวจท่อ", "กองช่าง")
    assert (line.due_on, line.days_left) == (DUE, -2)


def test_who_complains_is_opened_for_a_reason_that_is_kept_first(
    held: tuple[Office, Forum],
) -> None:
    office, forum = held
    number = complaint_under(office, ComplaintLevel.WITHHELD).reference
    with pytest.raises(Refusal, match=r"text\.empty"):
        headquarters.open_identity(office, forum.id, number, reason=" ", actor="ผู้ตรวจ")
    assert not opened(office)
    person = headquarters.open_identity(office, forum.id, number, reason="ติดตาม", actor="ผู้ตรวจ")
    assert person.first_name == "สมมติ"
    assert opened(office) == [("ติดตาม", "ผู้ตรวจ")]
    stranger = replace(office, secret=sealing.make_key().secret)
    with pytest.raises(Refusal, match=r"sealing\.not_ours"):
        headquarters.open_identity(stranger, forum.id, number, reason="ลอง", actor="ผู้อื่น")
    assert len(opened(office)) == 2, "a try is on record too"
    unnamed = complaint_under(office, ComplaintLevel.ANONYMOUS).reference
    with pytest.raises(Refusal, match=r"complaint\.nobody_named"):
        headquarters.open_identity(office, forum.id, unnamed, reason="ดู", actor="ผู้ตรวจ")
    with pytest.raises(Refusal, match=r"hq\.no_complaint"):
        headquarters.open_identity(office, forum.id, "NONE", reason="ดู", actor="ผู้ตรวจ")


def test_the_commands_write_find_and_open(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keys = headquarters.make_keys(tmp_path / "hq.key")
    with closing(Desk.open(tmp_path / "a", clock=StepClock())) as desk:
        forum = hold(desk, keys.recipient)
        exchange.write_bundle(desk, forum.id, tmp_path / "a.forumbundle")
    common = ["--key", str(tmp_path / "hq.key"), "--data-dir", str(tmp_path / "hq"), "--json"]
    assert cli.main(["hq", "import", str(tmp_path / "a.forumbundle"), *common]) == 0
    assert cli.main(["hq", "report", "complaints", "--out", str(tmp_path / "c.csv"), *common]) == 0
    of = ["--forum", forum.code]
    assert cli.main(["hq", "minutes", *of, "--out", str(tmp_path / "m.pdf"), *common]) == 0
    capsys.readouterr()
    assert cli.main(["hq", "search", "น้ำท่วม", *common]) == 0
    assert "ถนนน้ำท่วมทุกปี" in capsys.readouterr().out
    with headquarters.open_office(
        tmp_path / "hq", headquarters.read_keys(tmp_path / "hq.key")
    ) as office:
        number = complaint_under(office, ComplaintLevel.WITHHELD).reference
    said = ["--complaint", number, "--reason", "ติดตาม", "--by", "ผู้ตรวจ"]
    assert cli.main(["hq", "open", *of, *said, *common]) == 0
    assert json.loads(capsys.readouterr().out)["first_name"] == "สมมติ"
    assert cli.main(["hq", "openings", *common]) == 0
    told = capsys.readouterr().out
    (known,) = json.loads(told)["openings"]
    facts = (known["forum"], known["complaint"], known["actor"], known["reason"])
    assert facts == (forum.code, number, "ผู้ตรวจ", "ติดตาม")
    assert "สมมติ" not in told


def complaint_under(office: Office, level: str) -> Complaint:
    with office.archive.look() as connection:
        table = ENTITY_TABLES["complaint"]
        rows = connection.execute(select(table)).mappings().all()
    found = [to_record(Complaint, row) for row in rows]
    return next(one for one in found if level in {"", one.level})


def opened(office: Office) -> list[tuple[str, str]]:
    with office.archive.look() as connection:
        chosen = select(opening.c.reason, opening.c.actor).order_by(opening.c.at)
        return [(row.reason, row.actor) for row in connection.execute(chosen)]


def test_what_is_answered_here_is_answered_at_the_desk() -> None:
    assert reports._ANSWERED == due._ANSWERED
