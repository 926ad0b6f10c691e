"""The mail box in a bucket of an S3-compatible store."""

from contextlib import suppress
from typing import Any

from forum_desktop.errors import Refusal
from forum_desktop.records.courier import Address, Credential
from forum_desktop.sync.couriers.remote import PATIENCE, RemoteStore, load
from forum_desktop.sync.couriers.store import PIECE, Source

_ATTEMPTS = 2


class S3Store(RemoteStore):
    """A folder of a bucket. Nothing is renamed there: what is not whole never appears."""

    renames = False

    def __init__(self, address: Address, credential: Credential) -> None:
        files, faults = load("s3fs"), load("botocore.exceptions")
        self.faults = (*RemoteStore.faults, faults.BotoCoreError, faults.ClientError)
        self._connecting = (faults.EndpointConnectionError, faults.ConnectTimeoutError)
        system = files.S3FileSystem(
            key=credential.user or address.user,
            secret=credential.secret,
            endpoint_url=_url(address),
            config_kwargs={
                "connect_timeout": PATIENCE,
                "read_timeout": PATIENCE,
                "retries": {"total_max_attempts": _ATTEMPTS},
                "s3": {"addressing_style": "path"},
            },
            use_listings_cache=False,
            skip_instance_cache=True,
        )
        system.retries = _ATTEMPTS
        super().__init__(system, address.folder, address.host)
        with self._told():
            system.call_s3("list_objects_v2", Bucket=address.folder.split("/")[0], MaxKeys=1)

    def write(self, name: str, source: Source, size: int, *, goes_on: bool) -> None:
        """Write what is left of a source."""
        with self._told():
            file = self._files.open(self._path(name), "wb", autocommit=False)
            try:
                while piece := source.read(PIECE):
                    file.write(piece)
                file.close()
                file.commit()
            except BaseException:
                _let_go(file)
                raise

    def refusal_of(self, error: Exception) -> Refusal:
        """Return what an error means."""
        if isinstance(error, self._connecting):
            return self.said("unreachable", error)
        if isinstance(error, FileNotFoundError):
            return self.said("no_folder_there", self._folder)
        if isinstance(error, PermissionError) or _code_of(error) in _LOGINS:
            return self.said("login_refused", _code_of(error) or error)
        if _code_of(error) == "NoSuchBucket":
            return self.said("no_folder_there", self._folder)
        return self.said("server_fault" if _code_of(error) else "broken_off", error)


_LOGINS = frozenset(
    ("AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch", "Forbidden", "403", "401")
)


def _let_go(file: Any) -> None:
    """Take back what was sent of a file: it never comes to be."""
    with suppress(Exception):  # what went wrong first is the news
        file.discard()
    file.closed = True


def _code_of(error: Exception) -> str:
    source = error if hasattr(error, "response") else error.__cause__
    answer = getattr(source, "response", None)
    return str(answer.get("Error", {}).get("Code", "")) if isinstance(answer, dict) else ""


def _url(address: Address) -> str:
    scheme = "http" if address.is_open else "https"
    port = f":{address.port}" if address.port else ""
    return f"{scheme}://{address.host}{port}"
