"""Addresses of mail boxes: a folder, sftp://, https:// (WebDAV) or s3://; never with a secret."""

from pathlib import PurePosixPath
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from forum_desktop.errors import Refusal
from forum_desktop.records.courier import Address, Transport

_LONGEST = 1000
_SCHEMES = {
    "sftp": Transport.SFTP,
    "https": Transport.WEBDAV,
    "davs": Transport.WEBDAV,
    "http": Transport.WEBDAV,
    "dav": Transport.WEBDAV,
    "s3": Transport.S3,
}
_OPEN = frozenset(("http", "dav"))
_LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))


def read_address(text: str) -> Address:
    """Return what an address names.

    `sftp://user@host:port/folder?fingerprint=SHA256:...`, `https://user@host/folder` (WebDAV),
    `s3://bucket/folder?endpoint=https://host:port`, or the path of a folder. Raises
    Refusal("courier.bad_address"), Refusal("courier.secret_in_address") where a password stands
    in it, and Refusal("courier.not_encrypted") for a way that everybody can read.
    """
    told = text.strip()
    if not told or len(told) > _LONGEST or "\0" in told:
        raise Refusal("courier.bad_address", address=told[:_LONGEST])
    scheme = told.partition("://")[0].lower() if "://" in told else ""
    if not scheme:
        return Address(transport=Transport.FOLDER, folder=told)
    if scheme not in _SCHEMES:
        raise Refusal("courier.bad_address", address=told)
    return _remote(told, _SCHEMES[scheme])


def _remote(told: str, transport: Transport) -> Address:
    try:
        parts = urlsplit(told)
        port, host = parts.port, parts.hostname or ""
    except ValueError as error:
        raise Refusal("courier.bad_address", address=told) from error
    if parts.password is not None:
        raise Refusal("courier.secret_in_address")
    found = _bucket(parts) if transport is Transport.S3 else _server(parts, transport, host, port)
    if not found.host or ".." in PurePosixPath(found.folder).parts:
        raise Refusal("courier.bad_address", address=told)
    if found.is_open and found.host not in _LOOPBACK:
        raise Refusal("courier.not_encrypted", server=found.host)
    return found


def _server(parts: SplitResult, transport: Transport, host: str, port: int | None) -> Address:
    # A + of a fingerprint (base64) is no blank.
    asked = parse_qs(parts.query.replace("+", "%2B"))
    return Address(
        transport=transport,
        folder=unquote(parts.path).rstrip("/"),
        host=host,
        port=port,
        user=unquote(parts.username or ""),
        is_open=parts.scheme.lower() in _OPEN,
        fingerprint=asked.get("fingerprint", [""])[0],
    )


def _bucket(parts: SplitResult) -> Address:
    endpoint = urlsplit(parse_qs(parts.query).get("endpoint", ["https://s3.amazonaws.com"])[0])
    if endpoint.password is not None:
        raise Refusal("courier.secret_in_address")
    bucket = parts.netloc.rpartition("@")[2]
    is_server = bool(bucket) and endpoint.scheme in {"http", "https"}
    return Address(
        transport=Transport.S3,
        folder=f"{bucket}{unquote(parts.path)}".rstrip("/"),
        host=(endpoint.hostname or "") if is_server else "",
        port=endpoint.port,
        user=unquote(parts.username or ""),
        is_open=endpoint.scheme == "http",
    )
