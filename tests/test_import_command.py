"""`forum-desktop import`: what it prints, what it writes, how it ends."""

import json
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.cli import main
from forum_desktop.services.desk import Desk
from forum_desktop.wording import Wording
from tests.services.importing.making import write_book, write_text

PEOPLE = [
    ["ที่", "ชื่อ-สกุล", "ชุมชน", "โทร"],
    ["1", "นายลับเฉพาะ ทดสอบ", "โนนชัย 1", "812345678"],
    ["2", "นางสาวสมหญิง ทดสอบ", "โนนชัย1", "08123"],
    ["3", "", "โนนชัย 2", ""],
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    assert main(["new", "--pack", "khon-kaen-2565", "--data-dir", str(tmp_path / "data")]) == 0
    return tmp_path / "data"


def registered(data: Path) -> int:
    with closing(Desk.open(data)) as desk:
        forum = services.forums.list_forums(desk)[0]
        return services.forums.read_overview(desk, forum.id).counts.registered


def run(data: Path, *words: object) -> int:
    return main(["--data-dir", str(data), "import", *map(str, words)])


def test_without_apply_everything_is_told_and_nothing_written(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_text(tmp_path / "people.csv", PEOPLE, "cp874", ";")
    capsys.readouterr()
    assert run(data, "attendees", path) == 0
    told = capsys.readouterr().out
    for words in (
        "จำนวนแถว: 3",
        "เพิ่มใหม่: 2",
        "นำเข้าไม่ได้: 1",
        "แถว 3 ต้องตรวจสอบ: โทร",
        "แถว 4 นำเข้าไม่ได้",
    ):
        assert words in told
    assert "--apply" in told
    assert registered(data) == 2


def test_apply_writes_once_and_tells_programs_the_counts(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_book(tmp_path / "people.xlsx", ("ปก", [["ปก"]]), ("คน", PEOPLE))
    counts = []
    for _ in range(2):
        capsys.readouterr()
        assert run(data, "attendees", path, "--sheet", "คน", "--apply", "--json") == 0
        told = json.loads(capsys.readouterr().out)
        counts.append((told["rows"], told["added"], told["matched"], told["refused"]))
        assert (told["written"], told["sheets"]) == (True, ["ปก", "คน"])
        assert [p["row"] for p in told["problems"]] == [3, 4]
        UUID(told["import"])
    assert counts == [(3, 2, 0, 1), (3, 0, 2, 1)]
    assert registered(data) == 4


def test_no_cell_of_the_file_is_printed(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [["ชื่อ-สกุล", "ชุมชน", "โทร", "กลุ่ม"], ["นายนายลับเฉพาะ ทดสอบ", "โนนไชย 1", "0812", "กลุ่มลับ"]]
    people = write_text(tmp_path / "people.csv", rows)
    rows = [["เรื่อง", "ข้อเท็จจริง", "ชื่อ", "โทร", "ระดับ"], ["ลับเฉพาะ", "ทดสอบ", "นายลับ", "0812", "โนน"]]
    complaints = write_text(tmp_path / "complaints.csv", rows)
    for kind, path in (("attendees", people), ("complaints", complaints)):
        for words in ((), ("--json",), ("--apply",)):
            capsys.readouterr()
            assert run(data, kind, path, *words) == 0
            told = capsys.readouterr().out
            assert "ลับ" not in told.replace("ระดับ", "")
            assert not any(word in told for word in ("0812", "โนน", "ทดสอบ"))


def test_opinions_and_complaints_in_english_headings(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opinions = [
        ["strategy", "kind", "text", "approach"],
        ["1.4", "need", "ขอไฟ", ""],
        ["2", "problem", "ถนน", "2.1"],
        ["5", "praise", "ดี", ""],
    ]
    complaints = [["subject", "facts", "kind"], ["ไฟดับ", "สามคืน", "light-repair"]]
    for kind, rows in (("opinions", opinions), ("complaints", complaints)):
        path = write_text(tmp_path / f"{kind}.csv", rows, "utf-8")
        capsys.readouterr()
        assert run(data, kind, path, "--apply", "--json") == 0
        told = json.loads(capsys.readouterr().out)
        assert (told["added"], told["refused"]) == (len(rows) - 1, 0)
    with closing(Desk.open(data)) as desk:
        forum = services.forums.list_forums(desk)[0]
        counts = services.forums.read_overview(desk, forum.id).counts
    assert (counts.opinions, counts.complaints) == (3, 1)


@pytest.mark.parametrize(
    ("rows", "key"),
    [
        ([["ชุมชน"], ["โนนชัย 1"]], "importing.missing.full_name"),
        ([["ชื่อ-สกุล"]], "importing.no_rows"),
        ([["ชื่อ-สกุล", "ชุมชน"], ["", "โนนชัย 1"]], "importing.all_refused"),
    ],
)
def test_what_cannot_be_imported_ends_with_1_and_a_sentence(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], rows: list[list[str]], key: str
) -> None:
    path = write_text(tmp_path / "people.csv", rows)
    assert run(data, "attendees", path, "--apply") == 1
    sentence = Wording()(key).partition("{")[0]
    assert capsys.readouterr().err.startswith(sentence)
    assert registered(data) == 2


@pytest.mark.parametrize(
    "words", [(), ("attendees",), ("guests", "a.csv"), ("attendees", "a", "b")]
)
def test_wrong_usage_ends_with_2(data: Path, words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(data, *words)
    assert ended.value.code == 2


def test_options_may_stand_before_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--lang", "en", "--data-dir", str(tmp_path), "import", "attendees", "nowhere.csv"]
    assert main(words) == 1
    assert "There is no forum" in capsys.readouterr().err
