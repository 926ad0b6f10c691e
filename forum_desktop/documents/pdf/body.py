"""The bytes of a PDF: objects one after the other, and the table of where each lies."""

import struct
import zlib
from collections.abc import Sequence
from typing import NamedTuple

_BINARY_COMMENT = b"%\xe2\xe3\xcf\xd3\n"
"""Four bytes above 127 in the second line tell programs that this is no text (ISO 19005)."""

_FREE, _PLAIN, _PACKED = 0, 1, 2
_ENTRY = struct.Struct(">BLH")

Numbered = tuple[int, bytes]
"""An object's number and its content."""


class Trailer(NamedTuple):
    """Where reading begins: the numbers of the root and of the facts, and the file's identity."""

    root: int
    info: int
    identity: str

    @property
    def text(self) -> str:
        """The trailer's entries, without the size."""
        twice = f"<{self.identity}><{self.identity}>"
        return f"/Root {self.root} 0 R /Info {self.info} 0 R /ID [{twice}]"


class Body:
    """A PDF being written; every number from 1 on must get an object."""

    def __init__(self, version: tuple[int, int]) -> None:
        major, minor = version
        self._bytes = bytearray(f"%PDF-{major}.{minor}\n".encode() + _BINARY_COMMENT)
        self._entries = {0: (_FREE, 0, 0xFFFF)}

    def add(self, number: int, content: bytes) -> None:
        """Write an object."""
        self._entries[number] = (_PLAIN, len(self._bytes), 0)
        self._bytes += b"%d 0 obj\n" % number + content + b"\nendobj\n"

    def add_packed(self, number: int, members: Sequence[Numbered]) -> None:
        """Write objects compressed together, as object `number` (ISO 32000-1, 7.5.7)."""
        places, body = [], bytearray()
        for index, (member, content) in enumerate(members):
            self._entries[member] = (_PACKED, number, index)
            places.append(f"{member} {len(body)}")
            body += content + b"\n"
        index_text = " ".join(places).encode() + b"\n"
        facts = f"/Type /ObjStm /N {len(members)} /First {len(index_text)}"
        self.add(number, deflated_stream(facts, index_text + bytes(body)))

    def finish_with_table(self, trailer: Trailer) -> bytes:
        """Return the file, closed as every version of PDF knows it."""
        start = len(self._bytes)
        rows = [f"{place:010d} {other:05d} n \n" for _, place, other in self._ordered()[1:]]
        size = len(self._entries)
        table = f"xref\n0 {size}\n0000000000 65535 f \n{''.join(rows)}"
        self._bytes += f"{table}trailer\n<< /Size {size} {trailer.text} >>\n".encode()
        return self._ended(start)

    def finish_with_stream(self, number: int, trailer: Trailer) -> bytes:
        """Return the file, its table compressed as object `number` (ISO 32000-1, 7.5.8)."""
        start = len(self._bytes)
        self._entries[number] = (_PLAIN, start, 0)
        rows = b"".join(_ENTRY.pack(*entry) for entry in self._ordered())
        facts = f"/Type /XRef /Size {len(self._entries)} /W [1 4 2] {trailer.text}"
        self._bytes += b"%d 0 obj\n" % number + deflated_stream(facts, rows) + b"\nendobj\n"
        return self._ended(start)

    def _ordered(self) -> list[tuple[int, int, int]]:
        return [self._entries[number] for number in range(len(self._entries))]

    def _ended(self, start: int) -> bytes:
        self._bytes += f"startxref\n{start}\n%%EOF\n".encode()
        return bytes(self._bytes)


def deflated_stream(facts: str, content: bytes) -> bytes:
    """Return a compressed stream with the entries `facts`.

    A line ends before `endstream`, which the length does not count (ISO 19005-1, 6.1.7).
    """
    data = zlib.compress(content)
    head = f"<< {facts} /Filter /FlateDecode /Length {len(data)} >>\nstream\n"
    return head.encode() + data + b"\nendstream"
