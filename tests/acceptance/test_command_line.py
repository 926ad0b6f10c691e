"""The command line as others call it: a process, its output, its exit code."""

import json
import subprocess
import sys
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from forum_desktop import services

PACK = "khon-kaen-2565"


def run(*words: object, data: Path | None = None) -> subprocess.CompletedProcess[str]:
    place = [] if data is None else ["--data-dir", str(data)]
    command = [sys.executable, "-m", "forum_desktop", *map(str, words), *place]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_new_prints_an_id_that_export_takes(tmp_path: Path) -> None:
    made = run("new", "--pack", PACK, data=tmp_path)
    assert made.returncode == 0, made.stderr
    forum = made.stdout.strip()
    out = tmp_path / "minutes.pdf"
    done = run("export", "minutes", "--out", out, "--forum", forum, data=tmp_path)
    assert done.returncode == 0, done.stderr
    assert out.read_bytes().startswith(b"%PDF")


def test_two_forums_make_export_ask_which(tmp_path: Path) -> None:
    empty = run("export", "minutes", "--out", tmp_path / "m.pdf", data=tmp_path / "data")
    assert (empty.returncode, "Traceback" in empty.stderr) == (1, False)
    for _ in range(2):
        run("new", "--pack", PACK, data=tmp_path / "data")
    asked = run(
        "--lang", "en", "export", "minutes", "--out", tmp_path / "m.pdf", data=tmp_path / "data"
    )
    assert asked.returncode == 1
    assert "--forum" in asked.stderr
    assert not (tmp_path / "m.pdf").exists()


def test_check_backup_and_restore(tmp_path: Path) -> None:
    here, there, copy = tmp_path / "here", tmp_path / "there", tmp_path / "copy.db"
    run("new", "--pack", PACK, data=here)
    assert run("backup", "--out", copy, data=here).returncode == 0
    assert run("restore", copy, data=there).returncode == 0
    counts = []
    for folder in (here, there):
        checked = run("check", "--json", data=folder)
        assert checked.returncode == 0, checked.stderr
        counts.append(json.loads(checked.stdout)["counts"])
    assert counts[0] == counts[1]
    assert counts[0]["strategy"] == 5
    assert counts[0]["approach"] == 16


def test_check_of_a_damaged_file_exits_1_with_a_sentence(tmp_path: Path) -> None:
    run("new", "--pack", PACK, data=tmp_path)
    path = tmp_path / "forum.db"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)
    checked = run("check", data=tmp_path)
    assert checked.returncode == 1
    assert "Traceback" not in checked.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("import", "guests", "people.xlsx", "--apply"),
        ("venue-pack",),
        ("join", "x"),
        ("bundle",),
        ("bundle", "export"),
        ("hq",),
        ("hq", "keygen"),
        ("export", "summary"),
        ("export", "minutes", "--out", "x", "--format", "odt"),
        ("nonsense",),
        ("export", "minutes"),
    ],
)
def test_wrong_usage_exits_2(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = run(*words, data=tmp_path)
    assert done.returncode == 2
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_every_kind_is_exported_in_the_format_of_its_ending(tmp_path: Path) -> None:
    data = tmp_path / "data"
    run("new", "--pack", PACK, data=data)
    starts = {"pdf": b"%PDF", "docx": b"PK", "xlsx": b"PK", "csv": b"\xef\xbb\xbf", "json": b"{"}
    for kind, ending in (
        ("minutes", "docx"),
        ("summary", "pdf"),
        ("sign-in", "pdf"),
        ("opinions", "xlsx"),
        ("projects", "csv"),
        ("complaints", "json"),
        ("attendees", "xlsx"),
        ("cards", "pdf"),
        ("badges", "pdf"),
    ):
        out = tmp_path / f"{kind}.{ending}"
        done = run("export", kind, "--out", out, data=data)
        assert done.returncode == 0, done.stderr
        assert out.read_bytes().startswith(starts[ending]), kind


def test_what_may_not_be_exported_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    data, out = tmp_path / "data", tmp_path / "file"
    run("new", "--pack", PACK, data=data)
    for words in (
        ("sign-in", "--edition", "public"),
        ("receipt",),
        ("receipt", "--complaint", "KK65-A-0001-D"),
        ("cards", "--format", "xlsx"),
        ("badges", "--edition", "public"),
        ("badges", "--whom", "zone:nowhere"),
        ("badges", "--layout", "nothing"),
        ("badges", "--skip", "10"),
    ):
        refused = run("export", *words, "--out", out, data=data)
        assert (refused.returncode, "Traceback" in refused.stderr) == (1, False), words
        assert refused.stderr.strip()
        assert not out.exists()


def test_a_document_is_checked_against_the_data(tmp_path: Path) -> None:
    data, out = tmp_path / "data", tmp_path / "minutes.pdf"
    run("new", "--pack", PACK, data=data)
    run("export", "minutes", "--out", out, data=data)
    genuine = run("check", "--document", out, "--json", data=data)
    assert (genuine.returncode, json.loads(genuine.stdout)["verdict"]) == (0, "genuine")
    out.write_bytes(out.read_bytes() + b"%")
    altered = run("check", "--document", out, data=data)
    assert (altered.returncode, "Traceback" in altered.stderr) == (1, False)
    assert altered.stdout.strip()


def test_refusals_are_sentences(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for words in (("new", "--pack", "nowhere"), ("restore", "nothing.db"), ("check",)):
        refused = run(*words, data=tmp_path / "file" / "data")
        assert refused.returncode == 1, words
        assert "Traceback" not in refused.stderr
        assert any("ก" <= letter <= "๛" for letter in refused.stderr)


def test_the_demo_minutes_hold_the_whole_plan_verbatim(tmp_path: Path) -> None:
    done = run("demo", "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    path = tmp_path / "out" / "minutes.pdf"
    assert str(path) in done.stdout
    plan = services.packs.find_pack(PACK).strategies
    wanted = [s.name for s in plan] + [a.text for s in plan for a in s.approaches]
    assert len(wanted) == 21
    for extracted in (_by_pypdf(path), _by_pdfium(path)):
        text = "".join(extracted.split())
        assert [words for words in wanted if "".join(words.split()) not in text] == []


def _by_pypdf(path: Path) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def _by_pdfium(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "".join(_page_text(document, number) for number in range(len(document)))


def _page_text(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    text_page = page.get_textpage()
    text = str(text_page.get_text_bounded())
    text_page.close()
    page.close()
    return text
