"""The way to a mail box, by its address; each loads its library only when it is gone."""

from pathlib import Path

from forum_desktop.records.courier import Address, Credential, Transport
from forum_desktop.sync.couriers.store import Store


def open_store(address: Address, credential: Credential) -> Store:
    """Return a mail box that answers.

    Raises Refusal("courier.unreachable", ".login_refused", ".new_server", ".other_server",
    ".no_folder", ".no_folder_there", ".not_installed" and so on).
    """
    if address.transport is Transport.SFTP:
        from forum_desktop.sync.couriers.sftp import SftpStore  # noqa: PLC0415 - loads paramiko

        return SftpStore(address, credential)
    if address.transport is Transport.WEBDAV:
        from forum_desktop.sync.couriers.webdav import WebdavStore  # noqa: PLC0415 - loads httpx

        return WebdavStore(address, credential)
    if address.transport is Transport.S3:
        from forum_desktop.sync.couriers.s3 import S3Store  # noqa: PLC0415 - 0.7 s

        return S3Store(address, credential)
    from forum_desktop.sync.couriers.folder import FolderStore  # noqa: PLC0415

    return FolderStore(Path(address.folder))
