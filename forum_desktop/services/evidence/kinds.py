"""What a file is, told by its bytes and never by its name; whatever is not known is refused."""

import unicodedata
from collections.abc import Callable

from forum_desktop.errors import Refusal
from forum_desktop.records.evidence import MediaType
from forum_desktop.services.evidence import packages, sounds

_STARTS: tuple[tuple[bytes, MediaType], ...] = (
    (b"\xff\xd8\xff", MediaType.JPEG),
    (b"\x89PNG\r\n\x1a\n", MediaType.PNG),
)
_PROGRAMS = (
    b"MZ",
    b"\x7fELF",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"dex\n",
    b"#!",
    b"L\x00\x00\x00\x01\x14\x02\x00",  # a Windows shortcut
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"PK\x05\x06", b"PK\x07\x08")
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis")
_LONGEST_TEXT = 1024 * 1024
_PDF_END = 2048


def recognise(data: bytes) -> MediaType:
    """Return the kind of a file.

    Raises Refusal: "evidence.program", "evidence.heic", "evidence.old_office",
    "evidence.archive", "evidence.damaged_file" for one that is not whole, what
    `packages.recognise` says of packed documents, and "evidence.unknown_kind".
    """
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    _refuse_known(data)
    for test in _TESTS:
        found = test(data)
        if found is not None:
            return found
    raise Refusal("evidence.unknown_kind")


def _refuse_known(data: bytes) -> None:
    if data.startswith(_PROGRAMS):
        raise Refusal("evidence.program")
    if data.startswith(_OLD_OFFICE):
        raise Refusal("evidence.old_office")
    if data.startswith(_ARCHIVES):
        raise Refusal("evidence.archive")
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        raise Refusal("evidence.heic")


def _pdf(data: bytes) -> MediaType | None:
    if not data.startswith(b"%PDF-"):
        return None
    end = data[-_PDF_END:]
    if b"%%EOF" not in end or b"startxref" not in end:
        raise Refusal("evidence.damaged_file")
    return MediaType.PDF


def _text(data: bytes) -> MediaType | None:
    """Tell text in any encoding that Thai offices use, without a control character."""
    if len(data) > _LONGEST_TEXT or data.startswith(b"{\\rtf"):
        return None
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    for name in (encoding, "cp874"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        return MediaType.TEXT if text.strip() and not any(map(_is_control, text)) else None
    return None


def _is_control(sign: str) -> bool:
    return sign not in "\t\r\n\f" and unicodedata.category(sign) in {"Cc", "Cs"}


_TESTS: tuple[Callable[[bytes], MediaType | None], ...] = (
    _pdf,
    packages.recognise,
    sounds.recognise,
    _text,
)
