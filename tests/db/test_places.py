"""A data folder on a network or in a cloud's folder is refused before anything is written."""

from pathlib import Path

import pytest

from forum_desktop import services
from forum_desktop.db.places import kind_of_mount, refuse_shared
from forum_desktop.errors import Refusal

MOUNTS = (
    "/dev/sda1 / ext4 rw 0 0",
    "server:/home /home nfs4 rw 0 0",
    "//server/share /home/her/my\\040share cifs rw 0 0",
    "/dev/sdb1 /home/her/my\\040share/stick vfat rw 0 0",
    "her@host:/ /mnt/far fuse.sshfs rw 0 0",
    "tmpfs /mnt/twice tmpfs rw 0 0",
    "server:/x /mnt/twice nfs rw 0 0",
)


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/opt/data", "ext4"),
        ("/home/her/data", "nfs4"),
        ("/home/her/my share/data", "cifs"),
        ("/home/her/my share/stick/data", "vfat"),
        ("/home/her/my shared", "nfs4"),
        ("/mnt/far/data", "fuse.sshfs"),
        ("/mnt/twice/data", "nfs"),
    ],
)
def test_the_deepest_mount_counts(place: str, kind: str) -> None:
    assert kind_of_mount(Path(place), MOUNTS) == kind


@pytest.mark.parametrize(
    "name", ["OneDrive - เทศบาล", "Dropbox", "Google Drive", "iCloud Drive", "Nextcloud"]
)
def test_a_synced_folder_is_refused_and_stays_empty(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name / "forum"
    with pytest.raises(Refusal) as refused:
        services.start.open_desk(folder)
    assert refused.value.key == "storage.shared_folder"
    assert not folder.exists()


def test_a_folder_that_a_service_signed_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".dropbox.cache").mkdir()
    with pytest.raises(Refusal):
        refuse_shared(tmp_path / "forum")


def test_a_usual_folder_is_taken(tmp_path: Path) -> None:
    refuse_shared(tmp_path / "forum")
