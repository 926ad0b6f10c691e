"""Evidence of a complaint: photos and files, named in the log by their hash alone."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID


class MediaType(StrEnum):
    """The kinds of file that are taken, told by their bytes."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    WEBP = "image/webp"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    ODT = "application/vnd.oasis.opendocument.text"
    MP3 = "audio/mpeg"
    M4A = "audio/mp4"
    WAV = "audio/wav"
    MP4 = "video/mp4"
    TEXT = "text/plain"


PHOTOS = frozenset({MediaType.JPEG, MediaType.PNG, MediaType.WEBP})
"""Kinds that are looked into, made smaller and shown as a thumbnail."""

ENDINGS = MappingProxyType(
    {
        MediaType.JPEG: ".jpg",
        MediaType.PNG: ".png",
        MediaType.WEBP: ".webp",
        MediaType.PDF: ".pdf",
        MediaType.DOCX: ".docx",
        MediaType.XLSX: ".xlsx",
        MediaType.ODT: ".odt",
        MediaType.MP3: ".mp3",
        MediaType.M4A: ".m4a",
        MediaType.WAV: ".wav",
        MediaType.MP4: ".mp4",
        MediaType.TEXT: ".txt",
    }
)
"""What a file of the kind is called when it is written out, whatever it was called before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A photo or file of a complaint. `sha256` names what is kept, `size` is its bytes.

    `original_sha256` is the hash of the file as it was brought. `name` is what the officer
    calls it; the file's own name is not kept, because people write names into file names.
    Where `is_sealed`, as in every sealed complaint, the content is sealed together with all
    that tells of it, and kind, name and original hash are empty here. It is withdrawn, never
    taken away, at `withdrawn_at` for the reason `withdrawn` (sealed too where it is).
    """

    id: UUID
    forum_id: UUID
    complaint_id: UUID
    sha256: str
    size: int
    added_at: datetime
    media_type: MediaType | None = None
    original_sha256: str = ""
    original_size: int = 0
    name: str = ""
    is_sealed: bool = False
    withdrawn: str = ""
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFile:
    """What is kept of a photo or file, opened: its bytes and what they are."""

    media_type: MediaType
    content: bytes = field(repr=False)
    name: str = ""
    original_sha256: str = ""
    original_size: int = 0

    @property
    def ending(self) -> str:
        """How a file of it ends, with the dot."""
        return ENDINGS[self.media_type]
