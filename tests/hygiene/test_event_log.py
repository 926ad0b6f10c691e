"""The log says what the program did, and of nobody anything; it stays small and goes in time."""

import logging
import os
import re
import subprocess
import sys
import threading
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop import services
from forum_desktop.cli import main
from forum_desktop.errors import Refusal
from forum_desktop.event_log import Event, EventLog
from forum_desktop.services.fault_reports import MOST_KEPT, list_reports, write_report

ROOT = Path(__file__).resolve().parents[2]
LINE = re.compile(
    r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{4} "
    rf"({'|'.join(Event)}) (-|[a-z][a-z0-9._]*( [0-9.]+)?)( [a-z_]+=-?[0-9.e+-]+)*"
)
NAMES = ("สมหญิง", "Somying", "ร้องเรียนเรื่องถนน", "081-234-5678", "somchai.jaidee@example.org")
PERSONAL = st.sampled_from(NAMES) | st.text(min_size=4).map(lambda text: f"นาง{text}")


def all_of(folder: Path) -> str:
    """Return all that stands in logs and reports, and how they are called."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return "\n".join(f"{path.name}\n{path.read_text('utf-8')}" for path in files)


def kept(folder: Path) -> list[str]:
    """Return the lines of the log in use."""
    return EventLog(folder).path.read_text("utf-8").splitlines()


@given(personal=PERSONAL)
@settings(max_examples=40, deadline=None)
def test_no_name_gets_into_logs_or_reports(
    tmp_path_factory: pytest.TempPathFactory, personal: str
) -> None:
    folder = tmp_path_factory.mktemp("data")
    log = EventLog(folder)
    # Alone with the log: every other test fails where a library warns.
    with patch.object(logging.getLogger(), "handlers", []), log.run(main), log.listening():
        log.note(Event.REFUSED, personal)
        log.note(Event.REFUSED, Refusal("text.empty", name=personal).key, seconds=1.5)
        logging.getLogger(f"{personal}.library").warning("cell %s", personal)
        logging.getLogger("json.decoder").error("no such person: %s", personal)
    for fault in faults_about(personal):
        assert write_report(folder / "reports", fault) is not None
    said = all_of(folder)
    assert personal not in said
    assert "ValueError" in said
    assert "text.empty seconds=1.5" in said
    assert " library json level=40" in said
    assert all(LINE.fullmatch(line) for line in kept(folder))


def faults_about(personal: str) -> list[BaseException]:
    """Return faults as they come: bare, caused by another, met while mending another."""
    met: list[BaseException] = [Refusal("text.empty", name=personal), KeyError(personal)]
    for cause in (ValueError(personal), OSError(2, personal, personal)):
        try:
            try:
                raise cause
            except (ValueError, OSError) as fault:
                raise RuntimeError(personal) from fault
        except RuntimeError as fault:
            fault.add_note(personal)
            met.append(fault)
    circle = ValueError(personal)
    circle.__cause__ = RuntimeError(personal)
    circle.__cause__.__context__ = circle
    return [*met, circle]


def test_a_forum_held_leaves_no_word_of_it_in_the_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, out = tmp_path / "สมหญิง", tmp_path / "ใจดี"
    data.mkdir()
    here = ["--data-dir", str(data)]
    assert main(["demo", "--out", str(out), *here]) == 0
    assert main(["check", *here]) == 0
    assert main(["backup", "--out", str(out / "copy.db"), *here]) == 0
    assert main(["export", "receipt", "--complaint", "สมหญิง", "--out", str(out / "x.pdf"), *here])
    assert main(["restore", str(out / "สมหญิง.db"), *here]) == 1
    capsys.readouterr()
    said = all_of(data / "logs")
    assert not re.search("[^\x00-\x7f]", said)
    assert "storage.no_backup" in said
    assert [line.split()[3:5] for line in kept(data)][:2] == [
        ["started", "hold_demo"],
        ["ended", "hold_demo"],
    ]
    assert str(tmp_path) not in said


def test_a_fault_of_a_command_is_told_without_what_it_was_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_desk: object) -> None:
        raise ValueError("สมหญิง")

    monkeypatch.setattr(services.storage, "check", fail)
    assert main(["check", "--data-dir", str(tmp_path / "data"), "--lang", "en"]) == 1
    told = capsys.readouterr().err
    assert "สมหญิง" not in told
    (report,) = list_reports(tmp_path / "data" / "reports")
    assert report.name in told
    assert "ValueError" in report.text
    assert "commands/storage.py" in report.text
    assert "fault -" in all_of(tmp_path / "data" / "logs")


def test_what_a_library_warns_of_is_not_printed(tmp_path: Path) -> None:
    script = (
        "import sys, warnings\n"
        "from forum_desktop import services\n"
        "from forum_desktop.cli import main\n"
        "from forum_desktop.errors import Refusal\n"
        "def warn(_desk):\n"
        "    warnings.warn('cell สมหญิง')\n"
        "    raise Refusal('text.empty')\n"
        "services.storage.check = warn\n"
        "sys.exit(main(['check', '--data-dir', sys.argv[1]]))\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "data")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 1
    assert len(done.stderr.decode().splitlines()) == 1
    assert "สมหญิง" not in done.stderr.decode()


def test_the_log_stays_small(tmp_path: Path) -> None:
    log = EventLog(tmp_path)
    for number in range(25_000):
        log.note(Event.REFUSED, "storage.disk_full", number=number)
    sizes = [path.stat().st_size for path in log.folder.iterdir()]
    assert len(sizes) == 5
    assert max(sizes) <= 256 * 1024
    assert f"number={24_999}" in kept(tmp_path)[-1]


def test_old_files_go_at_the_next_start(tmp_path: Path) -> None:
    log = EventLog(tmp_path)
    with log.run(main):
        pass
    for name in ("forum.log.1", "forum.log.2"):
        (log.folder / name).write_text("old")
    os.utime(log.folder / "forum.log.2", (0, 0))
    with log.run(main):
        pass
    assert sorted(path.name for path in log.folder.iterdir()) == ["forum.log", "forum.log.1"]


def test_lines_of_several_threads_stand_whole(tmp_path: Path) -> None:
    log = EventLog(tmp_path)

    def write() -> None:
        for number in range(300):
            log.note(Event.FAULT, "x", number=number)

    writers = [threading.Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(kept(tmp_path)) == 1200
    assert all(LINE.fullmatch(line) for line in kept(tmp_path))


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    with EventLog(tmp_path).run(main):
        pass
    EventLog(tmp_path / "nowhere").note(Event.FAULT)
    assert not (tmp_path / "nowhere").exists()


def test_only_the_newest_reports_stay(tmp_path: Path) -> None:
    names = [write_report(tmp_path, ValueError()) for _ in range(MOST_KEPT + 5)]
    assert [tmp_path / report.name for report in list_reports(tmp_path)] == names[:4:-1]


def test_a_report_names_no_folder_of_the_user(tmp_path: Path) -> None:
    script = tmp_path / "สมหญิง" / "tool.py"
    script.parent.mkdir()
    source = "def fail():\n    raise ValueError('คำพูด')\n"
    script.write_text(source, encoding="utf-8")
    room: dict[str, object] = {}
    exec(compile(source, str(script), "exec"), room)
    try:
        room["fail"]()  # type: ignore[operator]
    except ValueError as fault:
        report = write_report(tmp_path / "reports", fault)
    assert report is not None
    text = report.read_text("utf-8")
    assert "สมหญิง" not in text
    assert "คำพูด" not in text
    assert "  tool.py:2 fail" in text
