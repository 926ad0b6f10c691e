"""Files that people bring as evidence, honest ones and others, made here byte by byte."""

import io
import struct
import zipfile
from pathlib import Path

from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from forum_desktop.records.evidence import MediaType
from forum_desktop.services.desk import Desk

GPS_WORDS = b"TelephoneOfSomebody"
_CONTENT_TYPES = "[Content_Types].xml"


def picture(width: int = 64, height: int = 48) -> Image.Image:
    """Return a picture whose corners differ, so that one turned wrongly is seen."""
    image = Image.new("RGB", (width, height), (40, 90, 140))
    image.paste((250, 20, 20), (0, 0, width // 2, height // 2))
    return image


def photo(width: int = 64, height: int = 48, *, orientation: int = 1, kind: str = "JPEG") -> bytes:
    """Return a photo as a phone writes it: with its maker, the moment, the place and a comment."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = GPS_WORDS.decode()
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2] = "N", (IFDRational(16), IFDRational(26), IFDRational(1234, 100))
    gps[3], gps[4] = "E", (IFDRational(102), IFDRational(50), IFDRational(5678, 100))
    target = io.BytesIO()
    facts = {"comment": GPS_WORDS} if kind == "JPEG" else {}
    image = picture(width, height)
    image.save(target, kind, exif=exif, quality=90, **facts)
    return target.getvalue()


def package(parts: dict[str, bytes], *, packed: bool = True) -> bytes:
    """Return a ZIP of parts."""
    target = io.BytesIO()
    way = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(target, "w", way) as made:
        for name, content in parts.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else way
            made.writestr(name, content, compress_type=stored)
    return target.getvalue()


def docx(**more: bytes) -> bytes:
    """Return a document with further parts, their names' `__` standing for a slash."""
    extra = {name.replace("__", "/").replace("_DOT_", "."): part for name, part in more.items()}
    return package({_CONTENT_TYPES: b"<Types/>", "word/document.xml": b"<w:document/>", **extra})


def xlsx() -> bytes:
    return package({_CONTENT_TYPES: b"<Types/>", "xl/workbook.xml": b"<workbook/>"})


def odt() -> bytes:
    return package({"mimetype": MediaType.ODT.value.encode(), "content.xml": b"<office/>"})


def bomb() -> bytes:
    """Return a document of 60 KB that would unpack to 60 MB."""
    return docx(word__media__image1=b"\0" * 60_000_000)


def pdf() -> bytes:
    return b"%PDF-1.7\n1 0 obj<<>>endobj\nxref\n0 1\ntrailer<<>>\nstartxref\n9\n%%EOF\n"


def wav(seconds: int = 1) -> bytes:
    sound = b"\0" * 8000 * seconds
    head = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, 8000, 8000, 1, 8)
    body = b"WAVE" + head + struct.pack("<4sI", b"data", len(sound)) + sound
    return struct.pack("<4sI", b"RIFF", len(body)) + body


def mp3(frames: int = 20) -> bytes:
    """Return frames of MPEG 1 layer III, 128 kbit/s, 44.1 kHz: 417 bytes each."""
    return (b"\xff\xfb\x90\x00" + b"\0" * 413) * frames


def film(brand: bytes = b"isom") -> bytes:
    """Return the boxes of a film, or of a recording with the brand of one."""
    boxes = ((b"ftyp", brand + b"\0\0\2\0"), (b"moov", b"\0" * 64), (b"mdat", b"\1" * 4000))
    return b"".join(struct.pack(">I4s", 8 + len(body), name) + body for name, body in boxes)


HONEST: dict[str, tuple[bytes, MediaType]] = {
    "jpeg": (photo(), MediaType.JPEG),
    "png": (photo(kind="PNG"), MediaType.PNG),
    "webp": (photo(kind="WEBP"), MediaType.JPEG),
    "pdf": (pdf(), MediaType.PDF),
    "docx": (docx(), MediaType.DOCX),
    "xlsx": (xlsx(), MediaType.XLSX),
    "odt": (odt(), MediaType.ODT),
    "mp3": (mp3(), MediaType.MP3),
    "mp3 with a tag": (b"ID3\x04\0\0\0\0\0\x0a" + b"\0" * 10 + mp3(), MediaType.MP3),
    "m4a": (film(b"M4A "), MediaType.M4A),
    "mp4": (film(), MediaType.MP4),
    "wav": (wav(), MediaType.WAV),
    "text": ("ไฟดับสามคืน\r\nหน้าโรงเรียน\t(ซอย 4)".encode(), MediaType.TEXT),
    "text of an old editor": ("ไฟดับสามคืน".encode("cp874"), MediaType.TEXT),
    "text of a notepad": ("ไฟดับ".encode("utf-16"), MediaType.TEXT),
}
"""What is taken, by what it is, with the kind it is kept as."""

DISHONEST: dict[str, tuple[bytes, str]] = {
    "program": (b"MZ\x90\x00" + b"\0" * 400, "program"),
    "program of Linux": (b"\x7fELF" + b"\0" * 400, "program"),
    "script": (b"#!/bin/sh\nrm -rf /\n", "program"),
    "shortcut": (b"L\x00\x00\x00\x01\x14\x02\x00" + b"\0" * 60, "program"),
    "HEIC": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 99, "heic"),
    "AVIF": (b"\0\0\0\x18ftypavif\0\0\0\0mif1avif" + b"\0" * 99, "heic"),
    "old document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old_office"),
    "bomb": (bomb(), "bomb"),
    "package of many parts": (docx(**{f"word__{n}": b"" for n in range(2100)}), "bomb"),
    "macros": (docx(word__vbaProject_DOT_bin=b"\0"), "macros"),
    "object": (docx(word__embeddings__oleObject1_DOT_bin=b"\0"), "macros"),
    "program inside": (docx(word__media__run_DOT_exe=b"MZ"), "macros"),
    "path out of it": (docx(**{"..__..__etc__passwd": b"x"}), "bad_package"),
    "absolute path": (docx(__etc__passwd=b"x"), "bad_package"),
    "ODT under a password": (
        package({"mimetype": MediaType.ODT.value.encode(), "META-INF/encryption.xml": b"<x/>"}),
        "locked",
    ),
    "archive": (package({"a.txt": b"x"}), "archive"),
    "empty archive": (package({}), "archive"),
    "RAR": (b"Rar!\x1a\x07\x01\x00" + b"\0" * 60, "archive"),
    "half a package": (docx()[:-30], "damaged_file"),
    "half a PDF": (pdf()[:30], "damaged_file"),
    "half a film": (film()[:-100], "damaged_file"),
    "film without its index": (film().replace(b"moov", b"free"), "damaged_file"),
    "half a recording": (wav()[:-100], "damaged_file"),
    "half a photo": (photo(400, 300)[:-900], "damaged_photo"),
    "only the head of a photo": (b"\xff\xd8\xff\xe0", "damaged_photo"),
    "noise": (bytes(range(256)) * 9, "unknown_kind"),
    "film of another kind": (film(b"qt  "), "unknown_kind"),
    "text with commands": (b"{\\rtf1 hello}", "unknown_kind"),
    "nothing": (b"", "empty"),
}
"""What is refused, by what it is, with the last word of the sentence's key."""


def stick(desk: Desk, name: str, content: bytes) -> Path:
    """Return a file as it lies on somebody's stick."""
    folder = desk.database.folder.parent / "stick"
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(content)
    return path
