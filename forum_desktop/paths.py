"""Where the app's own data and the user's data live."""

import os
import sys
from pathlib import Path

DATABASE_NAME = "forum.db"
"""The one file that holds a laptop's forums, inside its data folder."""

ATTACHMENTS_NAME = "attachments.db"
"""The file of what was attached to complaints, beside it."""

KEYS_NAME = "keys.json"
"""The wraps of the key of that file, beside it."""

BACKUPS_NAME = "backups"
"""The folder of the automatic backups, inside the data folder."""

REPORTS_NAME = "reports"
"""The folder of the reports of faults of ours, inside the data folder."""

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Return the path of a file or folder shipped with the app (installed or from source)."""
    installed = _PACKAGE / "_resources"
    root = installed if installed.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)


def lock_file(name: str) -> Path:
    """Return the path of a list of pinned packages, shipped with the app or in its source."""
    installed = _PACKAGE / "_resources" / "locks"
    return (installed if installed.is_dir() else _PACKAGE.parent) / name


def own_command() -> list[str]:
    """Return the words that start this program again, installed or from source."""
    ours = [] if getattr(sys, "frozen", False) else ["-m", "forum_desktop"]
    return [sys.executable, *ours]


def default_data_dir() -> Path:
    """Return the folder for this user's data on this platform (not created here)."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "Forum Desktop"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Forum Desktop"
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "forum-desktop"
