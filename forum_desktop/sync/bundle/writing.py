"""Writing a bundle: each part into a file of its own first, because the outside tells its hash."""

import hashlib
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from forum_desktop.errors import Refusal
from forum_desktop.files import replacing
from forum_desktop.scratch import scratch
from forum_desktop.sealing.signatures import SigningKey, sign
from forum_desktop.sync.bundle.manifest import FORMAT, LINE, Manifest, Part, manifest_text
from forum_desktop.sync.bundle.packing import pack

_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Who makes a bundle, and for what.

    The forum's code and id; the station's letter, replica and key; the forum's signature over it.
    """

    purpose: str
    forum: str
    forum_id: str
    station: str
    replica: str
    key: SigningKey
    certificate: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What goes into one part, piece by piece; sealed for `recipients` where there are any."""

    name: str
    packed: str
    pieces: Iterable[bytes]
    entries: int
    recipients: Sequence[str] = ()


def write_bundle(target: Path, origin: Origin, contents: Iterable[Content]) -> Manifest:
    """Write a bundle, whole or not at all; raises Refusal("files.not_written")."""
    with scratch() as folder:
        packed = _all_packed(folder, contents, target)
        manifest = Manifest(
            purpose=origin.purpose,
            forum=origin.forum,
            forum_id=origin.forum_id,
            station=origin.station,
            replica=origin.replica,
            key=origin.key.public,
            certificate=origin.certificate,
            parts=tuple(part for part, _ in packed),
        )
        with replacing(target) as file:
            file.write(_head(manifest, origin.key))
            for _, path in packed:
                with path.open("rb") as part:
                    shutil.copyfileobj(part, file, _PIECE)
    return manifest


def _all_packed(folder: Path, contents: Iterable[Content], target: Path) -> list[tuple[Part, Path]]:
    try:
        return [_packed(folder / str(at), content) for at, content in enumerate(contents)]
    except OSError as error:  # the disk of the scratch folder is full, or failed
        raise Refusal("files.not_written", path=target, reason=error.strerror) from error


def _head(manifest: Manifest, key: SigningKey) -> bytes:
    text = manifest_text(manifest).encode()
    signed = LINE.format(FORMAT).encode() + text
    signature = sign(signed, key.secret)
    return f"{LINE.format(FORMAT)}{len(text)}\n".encode() + text + f"\n{signature}\n".encode()


def _packed(path: Path, content: Content) -> tuple[Part, Path]:
    with path.open("wb") as file:
        hashing = _Hashing(file)
        unpacked = pack(content.pieces, hashing, content.packed, content.recipients)
    part = Part(
        name=content.name,
        packed=content.packed,
        length=hashing.length,
        sha256=hashing.sha.hexdigest(),
        unpacked=unpacked,
        entries=content.entries,
    )
    return part, path


class _Hashing:
    """A file that knows how much was written to it, and its hash."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self.length, self.sha = file, 0, hashlib.sha256()

    def write(self, piece: bytes) -> int:
        self.length += len(piece)
        self.sha.update(piece)
        return self._file.write(piece)

    def flush(self) -> None:
        self._file.flush()
