"""How the window looks is kept beside the file, and never keeps it from opening."""

from pathlib import Path

import pytest

from forum_desktop.look import TEXT_SIZES, Look, Theme, keep_look, read_look, take_off, wear, worn


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("text", TEXT_SIZES)
def test_a_look_is_kept_and_worn(tmp_path: Path, theme: Theme, text: int) -> None:
    keep_look(tmp_path, Look(theme, text))
    environment: dict[str, str] = {}
    wear(read_look(tmp_path), environment)
    assert worn(environment) == Look(theme, text)
    take_off(environment)
    assert worn(environment) == Look()


@pytest.mark.parametrize("kept", ["", "[]", "{", '{"theme": 3, "text": "x"}', '{"text": 900}'])
def test_what_no_app_of_ours_wrote_is_the_usual_look(tmp_path: Path, kept: str) -> None:
    (tmp_path / "look.json").write_text(kept, encoding="utf-8")
    assert read_look(tmp_path) == Look()
    assert worn({"FORUM_LOOK": "purple", "FORUM_TEXT": "-5"}) == Look()
