"""The mail box on an SFTP server, which has to show the key that headquarters told of."""

import logging
from base64 import b64encode
from contextlib import suppress
from hashlib import sha256
from typing import Any

from forum_desktop.errors import Refusal
from forum_desktop.records.courier import Address, Credential
from forum_desktop.sync.couriers.remote import PATIENCE, RemoteStore, load
from forum_desktop.sync.couriers.store import PIECE, Source

_PORT = 22


class SftpStore(RemoteStore):
    """A folder of an SFTP server."""

    continues = True

    def __init__(self, address: Address, credential: Credential) -> None:
        ssh = load("paramiko")
        # What goes wrong is told as a refusal; its own words would go to the screen besides.
        logging.getLogger("paramiko").setLevel(logging.CRITICAL)
        self.faults = (*RemoteStore.faults, ssh.SSHException)
        server, self._logins = address.host, ssh.AuthenticationException
        super().__init__(None, address.folder or ".", server)
        try:
            with self._told():
                self._files = _connected(ssh, address, credential)
                self._files.ftp.get_channel().settimeout(PATIENCE)
                self._files.ftp.stat(self._folder)
        except Refusal as refusal:
            self.close()
            if refusal.key == "courier.broken_off":
                raise self.said("unreachable", refusal.details["reason"]) from refusal
            raise

    def write(self, name: str, source: Source, size: int, *, goes_on: bool) -> None:
        """Write what is left of a source."""
        with self._told(), self._files.open(self._path(name), "ab" if goes_on else "wb") as file:
            file.set_pipelined(True)
            while piece := source.read(PIECE):
                file.write(piece)

    def refusal_of(self, error: Exception) -> Refusal:
        """Return what an error means."""
        if isinstance(error, self._logins):
            return self.said("login_refused", error)
        if isinstance(error, FileNotFoundError):
            return self.said("no_folder_there", self._folder)
        if isinstance(error, PermissionError):
            return self.said("server_refused", error)
        return self.said("broken_off", error)

    def close(self) -> None:
        """Let go of the way there."""
        if self._files is not None:
            with suppress(Exception):
                self._files.client.close()


def _connected(ssh: Any, address: Address, credential: Credential) -> Any:
    """Connect, with neither the user's own keys nor an agent's: only what was told is tried."""
    system = load("fsspec.implementations.sftp").SFTPFileSystem
    key_file = str(credential.key_file) if credential.key_file else None
    return system(
        address.host,
        port=address.port or _PORT,
        username=credential.user or address.user,
        password=None if key_file else credential.secret,
        key_filename=key_file,
        passphrase=(credential.secret or None) if key_file else None,
        timeout=PATIENCE,
        banner_timeout=PATIENCE,
        auth_timeout=PATIENCE,
        allow_agent=False,
        look_for_keys=False,
        host_key_policy=_only(ssh, address),
        skip_instance_cache=True,
    )


def _only(ssh: Any, address: Address) -> Any:
    """Return what lets nobody but the known server hear the password."""

    class Only(ssh.MissingHostKeyPolicy):  # type: ignore[misc]  # loaded late
        def missing_host_key(self, _client: Any, _name: str, key: Any) -> None:
            told = b64encode(sha256(key.asbytes()).digest()).decode().rstrip("=")
            found = f"SHA256:{told}"
            if not address.fingerprint:
                raise Refusal("courier.new_server", server=address.host, fingerprint=found)
            if found != address.fingerprint:
                raise Refusal("courier.other_server", server=address.host, fingerprint=found)

    return Only()
