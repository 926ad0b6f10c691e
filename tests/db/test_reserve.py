"""A full disk: what was acknowledged stays, what is half typed still finds room."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.db import reserve
from forum_desktop.errors import Refusal
from forum_desktop.records.opinion import Opinion, OpinionKind
from forum_desktop.services.desk import Desk
from tests.factory import StepClock, make_pack

SIZE = 24


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of a few megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("a small disk is mounted by root on Linux only")
    command = ("mount", "-t", "tmpfs", "-o", f"size={SIZE}m", "tmpfs", str(place))
    mounted = subprocess.run(command, check=False, capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip(f"no small disk can be mounted here: {mounted.stderr.strip()}")
    yield place
    subprocess.run(("umount", "--lazy", str(place)), check=True)


def fill(disk: Path) -> Path:
    """Take all room there is, to the last byte."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue
    return filler


def test_the_last_words_are_kept_on_a_full_disk(small_disk: Path) -> None:
    desk = services.start.open_desk(small_disk / "data", "tester", StepClock())
    forum = services.forums.create_forum(desk, make_pack())
    assert (small_disk / "data" / reserve.RESERVE_NAME).stat().st_size == reserve.RESERVE_SIZE
    filler = fill(small_disk)
    said = []
    with pytest.raises(Refusal) as refused:
        for number in range(10_000):
            said.append(_say(desk, forum.id, f"ถ้อยคำที่ {number}"))
    assert refused.value.key == "storage.disk_full"
    services.drafts.keep_draft(desk, "capture", "คำที่พิมพ์ค้างไว้")
    assert services.drafts.read_draft(desk, "capture") == "คำที่พิมพ์ค้างไว้"
    with desk.look() as look:
        assert {item.id for item in look.all(Opinion, forum_id=forum.id)} == set(said)
    filler.unlink()
    _say(desk, forum.id, "มีที่ว่างแล้ว")
    assert services.storage.check(desk).is_sound
    desk.close()
    services.start.open_desk(small_disk / "data").close()
    assert (small_disk / "data" / reserve.RESERVE_NAME).exists()


def test_no_room_is_kept_back_where_there_is_hardly_any(small_disk: Path) -> None:
    (small_disk / "taken").write_bytes(os.urandom((SIZE - 2) << 20))
    assert not reserve.make(small_disk)
    assert not reserve.release(small_disk)


def test_room_is_given_back_once(tmp_path: Path) -> None:
    assert reserve.make(tmp_path)
    assert reserve.make(tmp_path)
    assert reserve.release(tmp_path)
    assert not reserve.release(tmp_path)


def _say(desk: Desk, forum_id: UUID, text: str) -> UUID:
    return services.opinions.capture_opinion(
        desk,
        forum_id,
        text=text,
        kind=OpinionKind.NEED,
    ).id


def test_a_disk_that_became_read_only_is_told_and_loses_nothing(small_disk: Path) -> None:
    desk = services.start.open_desk(small_disk / "data", "tester", StepClock())
    forum = services.forums.create_forum(desk, make_pack())
    said = _say(desk, forum.id, "ก่อนอ่านได้อย่างเดียว")
    desk.close()
    _remount(small_disk, "ro")
    with pytest.raises(Refusal) as refused:
        services.start.open_desk(small_disk / "data")
    assert refused.value.key == "storage.folder_refused"
    _remount(small_disk, "rw")
    desk = services.start.open_desk(small_disk / "data")
    with desk.look() as look:
        assert [item.id for item in look.all(Opinion)] == [said]
    desk.close()


def _remount(disk: Path, how: str) -> None:
    subprocess.run(("mount", "-o", f"remount,{how}", str(disk)), check=True)
