"""send, receipt, hand-over: from a laptop to headquarters and back, by commands alone."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from forum_desktop.cli import main
from forum_desktop.paths import resource
from tests.sync.couriers.servers import SECRET, lack_of, served

Told = dict[str, object]


class Station:
    """A data folder, and commands on it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys

    def run(self, *words: object) -> tuple[int, str, str]:
        status = main([*map(str, words), "--data-dir", str(self.folder)])
        return (status, *self._capsys.readouterr())

    def facts(self, *words: object, status: int = 0) -> Told:
        found, out, error = self.run(*words, "--json")
        assert found == status, error
        told: Told = json.loads(out)
        return told


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Station:
    made = Station(tmp_path / "office", capsys)
    made.facts("hq", "keygen", "--out", tmp_path / "hq.key")
    return made


@pytest.fixture
def laptop(tmp_path: Path, capsys: pytest.CaptureFixture[str], office: Station) -> Station:
    """Return a laptop whose forum knows headquarters by its pack."""
    lines = (tmp_path / "hq.key").read_text(encoding="ascii").splitlines()
    public, receipt_key = (line.partition(": ")[2] for line in lines[:2])
    source = resource("packs", "khon-kaen-2565.toml").read_text(encoding="utf-8")
    head = "[complaints]\n"
    assert head in source
    told = f'{head}hq_recipient = "{public}"\nhq_receipt_key = "{receipt_key}"\n'
    pack = tmp_path / "pack.toml"
    pack.write_text(source.replace(head, told, 1), encoding="utf-8")
    made = Station(tmp_path / "laptop", capsys)
    made.facts("new", "--pack", pack)
    return made


def test_from_the_laptop_to_headquarters_and_back_and_clean(
    tmp_path: Path, laptop: Station, office: Station
) -> None:
    box, target = tmp_path / "box", tmp_path / "certificate.pdf"
    box.mkdir()
    status, _, error = laptop.run("hand-over", "--out", target)
    assert status == 1
    assert "ยังไม่ล้างข้อมูล" in error
    sent = laptop.facts("send", "--to", box)
    assert (sent["was_there"], sent["lack"]) == (False, "no_receipt")
    assert laptop.facts("send")["was_there"], "the folder is remembered"
    assert laptop.facts("receipt", status=1)["lack"] == "no_receipt"
    status, out, _ = office.run("hq", "watch", box, "--key", tmp_path / "hq.key", "--once")
    assert status == 0, out
    assert laptop.facts("receipt")["is_received"]
    receipt = next(box.glob("*.forumreceipt"))
    assert laptop.facts("receipt", receipt)["is_received"], "it may come by a stick"
    status, _, error = laptop.run("hand-over", "--out", tmp_path / "nowhere" / "certificate.pdf")
    assert status == 1, "the laptop is clean by then, and the certificate is printed again"
    handed = laptop.facts("hand-over", "--out", target)
    assert target.read_bytes().startswith(b"%PDF")
    assert handed["bundle"] == sent["sha256"]
    status, _, error = laptop.run("send")
    assert status == 1
    assert laptop.facts("check")


@pytest.mark.parametrize("language", ["th", "en"])
def test_what_is_wrong_is_told_in_a_sentence(
    tmp_path: Path, laptop: Station, language: str
) -> None:
    for words in (
        ("send", "--to", tmp_path / "nowhere"),
        ("send", "--to", "https://office:word@example.invalid/box"),
        ("send", "--to", "ftp://example.invalid/box"),
        ("receipt", tmp_path / "none.forumreceipt"),
        ("receipt", "--receipt-key", "12"),
    ):
        status, out, error = laptop.run(*words, "--lang", language)
        assert (status, out) == (1, ""), words
        assert len(error.strip()) > 30
        assert "word" not in error.split()


def test_a_password_comes_from_a_file_and_is_kept_nowhere(tmp_path: Path, laptop: Station) -> None:
    if lack := lack_of("webdav"):
        pytest.skip(f"THE WAY WEBDAV IS NOT PROVEN HERE: {lack}")
    word = tmp_path / "word.txt"
    word.write_text(f"{SECRET}\n", encoding="utf-8")
    with served("webdav", tmp_path) as box:
        address = f"http://office@127.0.0.1:{box.port}/box"
        status, _, error = laptop.run("send", "--to", address)
        assert status == 1
        assert "127.0.0.1" in error
        told = laptop.facts("send", "--password-file", word)
        assert box.folder is not None
        assert [path.name for path in box.folder.iterdir()] == [told["file"]]
    found = [path for path in laptop.folder.rglob("*") if path.is_file()]
    assert not [path for path in found if SECRET.encode() in path.read_bytes()]


def test_no_library_of_a_way_is_loaded_before_it_is_gone(tmp_path: Path, laptop: Station) -> None:
    box = tmp_path / "box"
    box.mkdir()
    code = (
        "import sys; from forum_desktop.cli import main; "
        f"main(['send', '--to', {str(box)!r}, '--data-dir', {str(laptop.folder)!r}]); "
        "print(sorted({'paramiko', 'httpx', 's3fs', 'fsspec', 'PySide6'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert told.stdout.splitlines()[-1] == "[]"
