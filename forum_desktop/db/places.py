"""Where the file must not lie: SQLite on a network's or a cloud's folder loses data.

Locks do not hold there, and a service that copies a file while it is written copies halves of two
moments (sqlite.org/howtocorrupt.html, sections 2.1 and 2.2).
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from forum_desktop.errors import Refusal

_MOUNTS = Path("/proc/self/mounts")
_NETWORK = frozenset(
    ("nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "glusterfs", "davfs", "ncpfs", "lustre")
)
_NETWORK_BY_FUSE = frozenset(
    f"fuse.{name}"
    for name in (
        "sshfs",
        "rclone",
        "davfs2",
        "gvfsd-fuse",
        "s3fs",
        "glusterfs",
        "google-drive-ocamlfuse",
    )
)
_CLOUDS = (
    "onedrive", "dropbox", "google drive", "googledrive", "my drive", "icloud drive",
    "iclouddrive", "mobile documents", "cloudstorage", "nextcloud", "owncloud",
)  # fmt: skip
"""How a synced folder begins to be called, in lower case."""
_SIGNS = (".dropbox", ".dropbox.cache", ".nextcloudsync.log", ".owncloudsync.log", ".sync_folder")
"""Files that a service leaves in a folder it syncs."""
_REMOTE_DRIVE = 4
"""What Windows calls DRIVE_REMOTE."""


def refuse_shared(folder: Path) -> None:
    """Raise Refusal("storage.shared_folder") where a folder is a network's or a cloud's."""
    place = folder.resolve()
    if _is_on_network(place) or _is_synced(place):
        raise Refusal("storage.shared_folder", path=folder)


def _is_synced(place: Path) -> bool:
    above = (place, *place.parents)
    is_called_so = any(part.name.lower().startswith(_CLOUDS) for part in above)
    return is_called_so or any((part / sign).exists() for part in above for sign in _SIGNS)


def _is_on_network(place: Path) -> bool:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - of Windows

        is_share = place.drive.startswith("\\\\")
        return is_share or ctypes.windll.kernel32.GetDriveTypeW(place.anchor) == _REMOTE_DRIVE
    if not _MOUNTS.exists():
        return False
    kind = kind_of_mount(place, _MOUNTS.read_text("utf-8", "replace").splitlines())
    return kind in _NETWORK | _NETWORK_BY_FUSE


def kind_of_mount(place: Path, mounts: Iterable[str]) -> str:
    """Return the kind of file system a place is on, from lines as of /proc/self/mounts."""
    held = [line.split() for line in mounts]
    points = [(Path(_plain(words[1])), words[2]) for words in held if len(words) > 2]
    around = [(point, kind) for point, kind in points if place.is_relative_to(point)]
    # The deepest counts, and of two on one place the later, which hides the other.
    return max(reversed(around), key=lambda one: len(one[0].parts), default=(place, ""))[1]


def _plain(written: str) -> str:
    """Return a path of the mount table, where blanks are told by their octal number."""
    return written.encode().decode("unicode_escape").encode("latin-1").decode("utf-8", "replace")
