"""Reading a bundle: nothing of it is believed before its signature and every hash are right."""

import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from forum_desktop.errors import Refusal
from forum_desktop.records.operation import Operation
from forum_desktop.sealing.signatures import is_signed
from forum_desktop.sync.bundle.lines import LONGEST_LINE, Arrival, Knows, from_lines
from forum_desktop.sync.bundle.manifest import FORMAT, LINE, LONGEST, Manifest, Part, read_manifest
from forum_desktop.sync.bundle.packing import unpack

_PIECE = 1024 * 1024
_LONGEST_NUMBER = 12
_SIGNATURE_SIGNS = 128
_NEWER = LINE.format("")[:-1].encode()


@dataclass(frozen=True)
class Bundle:
    """A bundle whose outside is right: its signature is the key's that it names."""

    path: Path
    manifest: Manifest
    begins: int
    """Where the first part begins."""

    def part(self, name: str) -> Part:
        """Return a part by its name; raises Refusal("bundle.damaged") where there is none."""
        found = next((part for part in self.manifest.parts if part.name == name), None)
        if found is None:
            raise Refusal("bundle.damaged")
        return found


def open_bundle(path: Path) -> Bundle:
    """Read the outside of a bundle.

    Raises Refusal("bundle.not_found", ".not_readable", ".not_ours", ".newer" or ".damaged").
    """
    with _reading(path) as file:
        manifest, begins = _outside(file)
        whole = begins + sum(part.length for part in manifest.parts)
        if os.fstat(file.fileno()).st_size != whole:
            raise Refusal("bundle.damaged")
    return Bundle(path, manifest, begins)


def verify(bundle: Bundle) -> None:
    """Read every part and compare its hash; raises Refusal("bundle.damaged")."""
    with _reading(bundle.path) as file:
        file.seek(bundle.begins)
        for part in bundle.manifest.parts:
            if _sha_of(file, part.length) != part.sha256:
                raise Refusal("bundle.damaged")


def read_part(bundle: Bundle, part: Part, secrets: Sequence[str] = ()) -> Iterator[bytes]:
    """Yield what a part holds; raises as `unpack`."""
    begins = bundle.begins
    for other in bundle.manifest.parts:
        if other is part:
            break
        begins += other.length
    with _reading(bundle.path) as file:
        stretch = _Stretch(file, begins, part.length)
        yield from unpack(stretch, part.packed, part.unpacked, secrets)


def read_runs(
    bundle: Bundle, part: Part, secrets: Sequence[str] = (), knows: Knows = lambda _: False
) -> Iterator[Arrival]:
    """Yield the runs of a part; raises as `read_part` and `from_lines`."""
    many = 0
    for arrival in from_lines(_lines(read_part(bundle, part, secrets)), knows):
        many += arrival.many
        yield arrival
    if many != part.entries:
        raise Refusal("bundle.damaged")


def read_operations(bundle: Bundle, part: Part, secrets: Sequence[str] = ()) -> Iterator[Operation]:
    """Yield the operations of a part; raises as `read_runs`."""
    for arrival in read_runs(bundle, part, secrets):
        yield from arrival.operations


def _outside(file: BinaryIO) -> tuple[Manifest, int]:
    line = LINE.format(FORMAT).encode()
    begun = file.readline(len(line))
    if begun != line:
        raise Refusal("bundle.newer" if begun.startswith(_NEWER) else "bundle.not_ours")
    length = _number(file.readline(_LONGEST_NUMBER))
    text = file.read(length)
    signature = file.read(_SIGNATURE_SIGNS + 2)
    if len(text) != length or signature[:1] + signature[-1:] != b"\n\n":
        raise Refusal("bundle.damaged")
    manifest, signed = read_manifest(text), signature[1:-1].decode("ascii", "replace")
    if signed != signed.lower() or not is_signed(line + text, signed, manifest.key):
        raise Refusal("bundle.damaged")
    return manifest, file.tell()


def _number(line: bytes) -> int:
    digits = line.removesuffix(b"\n")
    is_plain = digits.isdigit() and str(int(digits)).encode() == digits
    if line == digits or not is_plain or int(digits) > LONGEST:
        raise Refusal("bundle.damaged")
    return int(digits)


def _lines(pieces: Iterator[bytes]) -> Iterator[bytes]:
    rest = b""
    for piece in pieces:
        *lines, rest = (rest + piece).split(b"\n")
        yield from lines
        if len(rest) > LONGEST_LINE:
            raise Refusal("bundle.damaged")
    if rest:
        raise Refusal("bundle.damaged")


def _sha_of(file: BinaryIO, length: int) -> str:
    sha, left = hashlib.sha256(), length
    while left and (piece := file.read(min(left, _PIECE))):
        sha.update(piece)
        left -= len(piece)
    return sha.hexdigest() if not left else ""


@contextmanager
def _reading(path: Path) -> Iterator[BinaryIO]:
    try:
        if stat.S_ISFIFO(path.stat().st_mode):  # whoever opens a pipe waits for its other end
            raise Refusal("bundle.not_ours")
        with path.open("rb") as file:
            yield file
    except FileNotFoundError as error:
        raise Refusal("bundle.not_found", file=path.name) from error
    except OSError as error:
        raise Refusal("bundle.not_readable", file=path.name, reason=error.strerror) from error


class _Stretch:
    """A part of a file as a file of its own, read once from its beginning."""

    def __init__(self, file: BinaryIO, begins: int, length: int) -> None:
        file.seek(begins)
        self._file, self._left = file, length

    def read(self, most: int = -1) -> bytes:
        wanted = self._left if most < 0 else min(most, self._left)
        piece = self._file.read(wanted)
        self._left -= len(piece)
        return piece
