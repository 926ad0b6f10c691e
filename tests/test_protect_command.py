"""protect, unprotect, passphrase: what opens the file is told by a file or the environment."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from forum_desktop import services
from forum_desktop.cli import main
from forum_desktop.db.keys.recovery_code import read_code

PASSPHRASE, OTHER = "น้ำใส ปลาว่าย", "ฝนตกที่ทุ่งนา"
Told = dict[str, object]


class Laptop:
    """A data folder, and commands on it."""

    def __init__(self, beside: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.beside, self._capsys = beside, capsys
        self.folder = beside / "data"

    def secret(self, name: str, text: str) -> Path:
        path = self.beside / name
        path.write_text(f"{text}\n", encoding="utf-8")
        return path

    def run(self, *words: object) -> tuple[int, str, str]:
        status = main([*map(str, words), "--data-dir", str(self.folder)])
        return (status, *self._capsys.readouterr())

    def facts(self, *words: object) -> Told:
        status, out, error = self.run(*words, "--json")
        assert status == 0, error
        told: Told = json.loads(out)
        return told


@pytest.fixture
def laptop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Laptop:
    """Return a folder with a forum."""
    made = Laptop(tmp_path, capsys)
    made.facts("new", "--pack", "khon-kaen-2565")
    return made


def test_protected_every_command_needs_the_passphrase(laptop: Laptop, tmp_path: Path) -> None:
    phrase = laptop.secret("phrase", PASSPHRASE)
    facts = laptop.facts("protect", "--passphrase-file", phrase)
    assert read_code(str(facts["code"]))
    assert services.protection.state(laptop.folder).is_protected
    for words in (("check",), ("backup", "--out", tmp_path / "copy.db")):
        status, _, error = laptop.run(*words)
        assert status == 1
        assert "--passphrase-file" in error
        assert laptop.run(*words, "--passphrase-file", phrase)[0] == 0
    wrong = laptop.secret("wrong", OTHER)
    assert laptop.run("check", "--passphrase-file", wrong)[0] == 1
    code = laptop.secret("code", str(facts["code"]))
    assert laptop.run("check", "--code-file", code)[0] == 0


def test_the_environment_tells_it_too_and_no_child_inherits_it(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORUM_PASSPHRASE", PASSPHRASE)
    assert laptop.run("protect")[0] == 0
    assert "FORUM_PASSPHRASE" not in os.environ
    assert laptop.run("check")[0] == 1
    monkeypatch.setenv("FORUM_PASSPHRASE", PASSPHRASE)
    assert laptop.run("check")[0] == 0


def test_an_argument_never_tells_it(laptop: Laptop) -> None:
    for words in (("--passphrase", PASSPHRASE), ("protect", PASSPHRASE)):
        with pytest.raises(SystemExit) as ended:
            laptop.run(*words)
        assert ended.value.code == 2


def test_the_slip_is_written_where_it_was_asked_for_and_the_code_is_not_told(
    laptop: Laptop, tmp_path: Path
) -> None:
    phrase, slip = laptop.secret("phrase", PASSPHRASE), tmp_path / "slip.pdf"
    facts = laptop.facts("protect", "--passphrase-file", phrase, "--slip", slip)
    assert facts == {"protected": True, "backups": 0, "slip": str(slip)}
    assert slip.read_bytes().startswith(b"%PDF")
    if sys.platform != "win32":
        assert slip.stat().st_mode & 0o777 == 0o600


def test_another_passphrase_code_and_key(laptop: Laptop) -> None:
    phrase, other = laptop.secret("phrase", PASSPHRASE), laptop.secret("other", OTHER)
    first = laptop.facts("protect", "--passphrase-file", phrase)["code"]
    code = laptop.secret("code", str(first))
    told = ("passphrase", "--code-file", code, "--new-passphrase-file", other)
    assert laptop.facts(*told) == {"changed": True}
    assert laptop.run("check", "--passphrase-file", phrase)[0] == 1
    second = laptop.facts("passphrase", "--passphrase-file", other, "--new-code")["code"]
    assert laptop.run("check", "--code-file", code)[0] == 1
    third = laptop.facts("passphrase", "--passphrase-file", other, "--renew-key")["code"]
    assert len({first, second, third}) == 3
    assert laptop.run("check", "--passphrase-file", other)[0] == 0
    assert laptop.run("unprotect", "--passphrase-file", phrase)[0] == 1
    assert laptop.run("unprotect", "--passphrase-file", other)[0] == 0
    assert laptop.run("check")[0] == 0


@pytest.mark.parametrize("words", [("protect",), ("unprotect",), ("passphrase", "--new-code")])
def test_without_a_passphrase_nothing_is_done(laptop: Laptop, words: tuple[str, ...]) -> None:
    before = (laptop.folder / "keys.json").read_bytes()
    status, _, error = laptop.run(*words)
    assert status == 1
    assert "--passphrase-file" in error
    assert (laptop.folder / "keys.json").read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xff\xfe\x00", b"a" * 5000])
def test_a_file_without_a_passphrase_is_said(laptop: Laptop, content: bytes) -> None:
    path = laptop.beside / "odd"
    path.write_bytes(content)
    status, _, error = laptop.run("protect", "--passphrase-file", path)
    assert status == 1
    assert "odd" in error
    assert not services.protection.state(laptop.folder).is_protected


def test_a_protected_backup_is_restored_by_command(laptop: Laptop, tmp_path: Path) -> None:
    phrase, copy = laptop.secret("phrase", PASSPHRASE), tmp_path / "copy.db"
    laptop.facts("protect", "--passphrase-file", phrase)
    laptop.facts("backup", "--out", copy, "--passphrase-file", phrase)
    assert laptop.run("restore", copy)[0] == 1
    assert laptop.run("restore", copy, "--passphrase-file", phrase)[0] == 0
    assert laptop.run("check", "--passphrase-file", phrase)[0] == 0


def test_the_window_takes_the_words_too() -> None:
    command = [sys.executable, "-m", "forum_desktop", "--passphrase-file", "/nowhere/at/all"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode == 1
    assert "all" in ended.stderr
