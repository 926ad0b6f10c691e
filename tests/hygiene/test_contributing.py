"""What CONTRIBUTING.md names is there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
_PLACES = ("", "forum_desktop/", "tests/ui/", "tests/hygiene/", "tests/sync/couriers/", "tests/")


def test_every_file_and_test_that_is_named_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = re.findall(r"`([a-z_./-]+(?:/|\.py|\.toml|\.md|\.json)|test_\w+)`", text)
    assert len(named) > 20
    missing = [
        name
        for name in named
        if not any((ROOT / place / name).exists() for place in _PLACES)
        and not any((ROOT / place / f"{name}.py").exists() for place in _PLACES)
    ]
    assert missing == []
