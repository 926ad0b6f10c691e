"""A practice is a process of its own: its folder is elsewhere, and goes with it."""

from dataclasses import replace
from pathlib import Path

from forum_desktop import services
from forum_desktop.cli import _parser, open_practice
from forum_desktop.commands.practice import prepared
from forum_desktop.ui.practice.starting import practice_command


def test_the_window_starts_what_the_command_line_knows(tmp_path: Path) -> None:
    words = practice_command("en", str(tmp_path))
    arguments = _parser().parse_args(words[words.index("--data-dir") :])
    assert arguments.run is open_practice
    assert (arguments.data_dir, arguments.lang) == (tmp_path, "en")


def test_a_practice_has_a_forum_and_is_thrown_away() -> None:
    with prepared() as folder:
        (forum,) = services.start.glance(folder)
        assert forum.title
    assert not folder.parent.exists()


def test_a_practice_sees_no_stick_but_its_own(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text("/dev/sdb1 /media/nobody/STICK vfat rw 0 0\n")
    with prepared() as folder:
        desk = services.start.open_desk(folder)
        practising = replace(desk, is_practice=True)
        places = services.exchange.list_places(practising, mounts=mounts)
        desk.close()
        assert [place.folder.parent for place in places] == [folder.parent]
