"""The mail box on a WebDAV server, such as an office's own cloud."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from forum_desktop.errors import Refusal
from forum_desktop.records.courier import Address, Credential
from forum_desktop.sync.couriers.remote import PATIENCE, RemoteStore, load
from forum_desktop.sync.couriers.store import PIECE, Source

_LOGIN, _FORBIDDEN, _NOT_FOUND, _FULL, _OURS = (401,), (403, 405, 409, 423), (404, 410), (507,), 500


class WebdavStore(RemoteStore):
    """A folder of a WebDAV server; certificates are looked at as the system does."""

    def __init__(self, address: Address, credential: Credential) -> None:
        http, dav = load("httpx"), load("webdav4.client")
        self.faults = (*RemoteStore.faults, http.HTTPError, http.InvalidURL, dav.ClientError)
        self._connecting = (http.ConnectError, http.ConnectTimeout)
        files = load("webdav4.fsspec").WebdavFileSystem(
            _url(address),
            auth=(credential.user or address.user, credential.secret),
            timeout=PATIENCE,
            retry=False,
            skip_instance_cache=True,
        )
        super().__init__(files, "", address.host)
        self._http: Any = files.client.http
        try:
            with self._told():
                self._files.ls("", detail=False)
        except BaseException:
            self.close()
            raise

    def read(self, name: str) -> Iterator[bytes]:
        """Yield a file piece by piece."""
        # Not by the library's own file, which asks a server that keeps dying again and again.
        with self._told(), self._http.stream("GET", self._address(name)) as answer:
            answer.raise_for_status()
            yield from answer.iter_bytes(PIECE)

    def write(self, name: str, source: Source, size: int, *, goes_on: bool) -> None:
        """Write what is left of a source."""
        pieces = iter(lambda: source.read(PIECE), b"")
        headers = {"Content-Length": str(size), "Content-Type": "application/octet-stream"}
        with self._told():
            self._http.put(self._address(name), content=pieces, headers=headers).raise_for_status()

    def rename(self, old: str, new: str) -> None:
        """Give a file another name."""
        with self._told():
            self._files.client.move(self._path(old), self._path(new), overwrite=True)

    def refusal_of(self, error: Exception) -> Refusal:
        """Return what an error means."""
        if isinstance(error, self._connecting):
            return self.said("unreachable", error)
        status = _status_of(error)
        if status in _LOGIN:
            return self.said("login_refused", status)
        if status in _NOT_FOUND or isinstance(error, FileNotFoundError):
            return self.said("no_folder_there", status or "")
        if status in _FULL or type(error).__name__ == "InsufficientStorage":
            return self.said("server_full", status)
        if status in _FORBIDDEN or type(error).__name__ in _NAMED:
            return self.said("server_refused", status or error)
        return (
            self.said("server_fault", status) if status >= _OURS else self.said("broken_off", error)
        )

    def close(self) -> None:
        """Let go of the way there."""
        self._http.close()

    def _path(self, name: str) -> str:
        return name

    def _address(self, name: str) -> Any:
        return self._files.client.join_url(name)


_NAMED = frozenset(("ForbiddenOperation", "ResourceConflict", "ResourceLocked"))
_GATEWAY = 502


def _status_of(error: Exception) -> int:
    if type(error).__name__ == "BadGatewayError":
        return _GATEWAY
    answer = getattr(error, "response", None)
    return int(getattr(answer, "status_code", 0) or 0)


def _url(address: Address) -> str:
    scheme = "http" if address.is_open else "https"
    host = f"[{address.host}]" if ":" in address.host else address.host
    port = f":{address.port}" if address.port else ""
    return f"{scheme}://{host}{port}{quote(address.folder)}"
