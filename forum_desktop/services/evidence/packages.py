"""Packed documents (DOCX, XLSX, ODT): judged by the directory of the package, never unpacked."""

import io
import re
import zipfile
from collections.abc import Sequence
from zipfile import ZipInfo

from forum_desktop.errors import Refusal
from forum_desktop.records.evidence import MediaType

_START, _END, _END_64 = b"PK\x03\x04", b"PK\x05\x06", b"PK\x06\x07"
_END_SIZE, _LONGEST_COMMENT = 22, 65535
_MOST_PARTS = 2000
_LARGEST_DIRECTORY = 1024 * 1024
_LARGEST_UNPACKED = 250 * 1024 * 1024
_MOST_RATIO = 200
"""Times that a part may grow when unpacked; office XML grows 5 to 30 times."""

_SMALL = 1024 * 1024
"""Bytes below which a part may grow as it likes."""

_LOCKED = 0x1
_ENCRYPTED_ODT = "META-INF/encryption.xml"
_MACROS = re.compile(
    r"vbaproject|vbadata|(^|/)macros?(/|$)|^(basic|scripts|dialogs)/|activex|oleobject|\.(bin|exe"
    r"|dll|js|vbs|ps1|bat|cmd|scr|jar|hta|lnk)$",
    re.IGNORECASE,
)
_HARMLESS_BIN = re.compile(r"printersettings\d*\.bin$", re.IGNORECASE)
_OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)|\\|\x00")


def recognise(data: bytes) -> MediaType | None:
    """Return the kind of a packed document, or None for what is no package.

    Raises Refusal: "evidence.damaged_file", "evidence.bomb" for one that would unpack to far
    more than it seems, "evidence.macros", "evidence.locked" for one under a password,
    "evidence.bad_package" for parts with paths out of it, "evidence.archive" for any other.
    """
    if not data.startswith(_START):
        return None
    parts = _directory(data)
    _refuse_bomb(data, parts)
    names = [part.filename for part in parts]
    if any(_OUTSIDE.search(name) for name in names) or len(set(names)) < len(names):
        raise Refusal("evidence.bad_package")
    kind = _kind(data, parts)
    if any(part.flag_bits & _LOCKED for part in parts) or _ENCRYPTED_ODT in names:
        raise Refusal("evidence.locked")
    if any(_MACROS.search(name) and not _HARMLESS_BIN.search(name) for name in names):
        raise Refusal("evidence.macros")
    return kind


def _directory(data: bytes) -> Sequence[ZipInfo]:
    """Return the parts; the directory's own size is looked at before it is read."""
    end = data.rfind(_END, max(0, len(data) - _END_SIZE - _LONGEST_COMMENT))
    if end < 0 or end + _END_SIZE > len(data):
        raise Refusal("evidence.damaged_file")
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    if size > _LARGEST_DIRECTORY or data[max(0, end - 20) : end].startswith(_END_64):
        raise Refusal("evidence.bomb")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise Refusal("evidence.damaged_file") from error


def _refuse_bomb(data: bytes, parts: Sequence[ZipInfo]) -> None:
    # Parts that share their bytes, as the densest bombs do, pack to more than the file.
    is_shared = sum(part.compress_size for part in parts) > len(data)
    is_large = sum(part.file_size for part in parts) > _LARGEST_UNPACKED
    if is_shared or is_large or len(parts) > _MOST_PARTS or any(map(_grows, parts)):
        raise Refusal("evidence.bomb")


def _grows(part: ZipInfo) -> bool:
    return part.file_size > max(_SMALL, _MOST_RATIO * part.compress_size)


def _kind(data: bytes, parts: Sequence[ZipInfo]) -> MediaType:
    names = {part.filename for part in parts}
    if "[Content_Types].xml" in names:
        if "word/document.xml" in names:
            return MediaType.DOCX
        if "xl/workbook.xml" in names:
            return MediaType.XLSX
    if _is_odt(data, parts):
        return MediaType.ODT
    raise Refusal("evidence.archive")


def _is_odt(data: bytes, parts: Sequence[ZipInfo]) -> bool:
    """Tell whether the package says of itself, first and uncompressed, that it is a text."""
    said = MediaType.ODT.value.encode()
    first = parts[0] if parts else None
    return bool(
        first
        and first.filename == "mimetype"
        and first.compress_type == zipfile.ZIP_STORED
        and first.file_size == len(said)
        and said in data[:256]
    )
