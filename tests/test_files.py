"""Files are written whole or not at all."""

from pathlib import Path

import pytest

from forum_desktop.errors import Refusal
from forum_desktop.files import replacing, write_whole


def test_a_failed_writing_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "minutes.pdf"
    write_whole(target, b"old")
    with pytest.raises(ZeroDivisionError), replacing(target) as file:
        file.write(b"half")
        _ = 1 / 0
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"files\.not_written"):
        write_whole(tmp_path / "nowhere" / "minutes.pdf", b"new")
