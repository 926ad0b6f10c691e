"""The file on a stick that is pulled out and put back: the next act goes on as if nothing was."""

import os
import sys
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.opinion import Opinion, OpinionKind
from forum_desktop.services.desk import Desk
from tests.factory import StepClock, make_pack


def pull_out(folder: Path) -> None:
    """Make every open file of a folder answer as a device does that is gone."""
    nowhere = os.open(os.devnull, os.O_RDONLY)
    for held in tuple(Path("/proc/self/fd").iterdir()):
        with suppress(OSError):  # the one that lists them is gone
            if held.readlink().is_relative_to(folder) and held.readlink().suffix != ".lock":
                os.dup2(nowhere, int(held.name))
    os.close(nowhere)


@pytest.mark.skipif(sys.platform != "linux", reason="open files are told by /proc")
def test_a_stick_that_comes_back_is_gone_on_with(tmp_path: Path) -> None:
    desk = services.start.open_desk(tmp_path / "data", "tester", StepClock())
    forum = services.forums.create_forum(desk, make_pack())
    _say(desk, forum.id, "ก่อนดึงออก")
    pull_out(tmp_path / "data")
    with pytest.raises(Refusal) as refused:
        _say(desk, forum.id, "ขณะที่ไม่มีแท่ง")
    assert refused.value.key in {"storage.unreadable", "storage.busy"}
    _say(desk, forum.id, "หลังเสียบคืน")
    with desk.look() as look:
        assert len(look.all(Opinion, forum_id=forum.id)) == 2
    assert services.storage.check(desk).is_sound
    desk.close()


def test_a_clock_that_jumps_years_keeps_order_and_numbers(tmp_path: Path) -> None:
    times = [datetime(2026, 5, 1, 9).astimezone()]
    desk = Desk.open(tmp_path, "tester", lambda: times[-1])
    forum = services.forums.create_forum(desk, make_pack())
    said = []
    for years in (0, -30, 40, -41, 5, 0):
        times.append(times[-1] + timedelta(days=365 * years))
        said.append(_say(desk, forum.id, f"ปี {times[-1].year}"))
    assert len({one.reference for one in said}) == len(said)
    assert [one.reference for one in said] == sorted(one.reference for one in said)
    changed = services.answering.correct_wording(desk, said[2].id, "แก้ไขเมื่อนาฬิกาย้อนกลับ")
    with desk.look() as look:
        assert look.get(Opinion, said[2].id).text == changed.text
    assert services.storage.check(desk).is_sound
    desk.close()


def _say(desk: Desk, forum_id: UUID, text: str) -> Opinion:
    return services.opinions.capture_opinion(
        desk,
        forum_id,
        text=text,
        kind=OpinionKind.NEED,
    )
