"""Who may read a data folder: its user, and nobody else on the laptop.

POSIX; Windows keeps the profile's own access list.
"""

from pathlib import Path

from forum_desktop.files import make_private
from forum_desktop.paths import default_data_dir

_OURS = (
    *("forum.*", "attachments.db*", "keys.json", "station.key", "before-*", "reserve*"),
    *("backups", "backups/*", "logs", "logs/*", "reports", "reports/*"),
)
"""Files and folders of the program in a data folder. A folder that the user named may hold
other files too, which are not ours to close."""


def close_to_others(folder: Path) -> None:
    """Take from others what an earlier program, a copy or a wide mask let them have.

    The folder itself is closed only where it is the program's own.
    """
    if folder == default_data_dir():
        make_private(folder)
    for pattern in _OURS:
        for path in folder.glob(pattern):
            make_private(path)
