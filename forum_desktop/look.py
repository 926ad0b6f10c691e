"""How the window looks: its colours and the size of its texts, kept beside the file.

The window's code chooses its colours while it is loaded, so the look is told by the environment,
which also tells it to a window that is started anew. Nothing of it is about a person, and it is
needed before a passphrase opens the file.
"""

import json
import os
from collections.abc import MutableMapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from forum_desktop.files import write_whole

TEXT_SIZES = (100, 115, 130)
"""Per cent of the usual size."""
_NAME = "look.json"
_THEME, _TEXT = "FORUM_LOOK", "FORUM_TEXT"


class Theme(StrEnum):
    """A table of colours."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Look:
    """A table of colours, and texts in per cent of their usual size."""

    theme: Theme = Theme.LIGHT
    text: int = 100


def read_look(data_dir: Path) -> Look:
    """Return the look kept on this laptop; the usual one where none or none we know is kept."""
    try:
        kept = json.loads((data_dir / _NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Look()
    return _look_of(kept) if isinstance(kept, dict) else Look()


def keep_look(data_dir: Path, look: Look) -> None:
    """Wear a look from the next start on."""
    write_whole(data_dir / _NAME, json.dumps(asdict(look)).encode())


def wear(look: Look, environment: MutableMapping[str, str] = os.environ) -> None:
    """Tell the window's code, which is not loaded yet, how to look."""
    environment.setdefault(_THEME, look.theme)
    environment.setdefault(_TEXT, str(look.text))


def take_off(environment: MutableMapping[str, str] = os.environ) -> None:
    """Forget what was told, so that a window started anew looks as is kept."""
    for name in (_THEME, _TEXT):
        environment.pop(name, None)


def worn(environment: MutableMapping[str, str] = os.environ) -> Look:
    """Return the look that was told."""
    text = environment.get(_TEXT, "")
    return _look_of(
        {"theme": environment.get(_THEME), "text": int(text) if text.isdecimal() else 0}
    )


def _look_of(kept: dict[str, object]) -> Look:
    theme, text = kept.get("theme"), kept.get("text")
    return Look(
        Theme(str(theme)) if theme in set(Theme) else Theme.LIGHT,
        text if isinstance(text, int) and text in TEXT_SIZES else 100,
    )
