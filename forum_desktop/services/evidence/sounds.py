"""Recordings (MP3, M4A, WAV, MP4): their outer form is looked at, so that half a file is told."""

from collections.abc import Iterator

from forum_desktop.errors import Refusal
from forum_desktop.records.evidence import MediaType

_SOUND_BRANDS = frozenset({b"M4A ", b"M4B "})
_FILM_BRANDS = frozenset(
    {b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"MSNV"}
)
_HEAD = 8
_LONG_HEAD = 16
_UNKNOWN_SIZE = 0xFFFFFFFF
_BITRATES = {
    (3, 1): (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (2, 1): (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    (0, 1): (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""Kilobits a second of MPEG 1, 2 and 2.5, layer III, by the four bits of a frame's head."""

_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
_PADDING_SEARCHED = 4096


def recognise(data: bytes) -> MediaType | None:
    """Return the kind of a recording, or None; raises Refusal("evidence.damaged_file")."""
    if data.startswith(b"RIFF"):
        return _riff(data)
    if data[4:8] == b"ftyp":
        return _film(data)
    if data.startswith(b"ID3") or _frame_length(data, 0):
        return _mp3(data)
    return None


def _riff(data: bytes) -> MediaType | None:
    size = int.from_bytes(data[4:8], "little")
    if data[8:12] == b"WEBP":
        return MediaType.WEBP
    if data[8:12] != b"WAVE":
        return None
    # A recorder that was switched off leaves the size open.
    if size not in {0, _UNKNOWN_SIZE} and size + _HEAD > len(data):
        raise Refusal("evidence.damaged_file")
    return MediaType.WAV


def _film(data: bytes) -> MediaType | None:
    brand = data[8:12]
    if brand not in _SOUND_BRANDS | _FILM_BRANDS:
        return None
    if not {b"moov", b"mdat"} <= set(_boxes(data)):
        raise Refusal("evidence.damaged_file")
    return MediaType.M4A if brand in _SOUND_BRANDS else MediaType.MP4


def _boxes(data: bytes) -> Iterator[bytes]:
    """Yield the names of the outermost boxes (ISO 14496-12), which fill the file to its end."""
    at = 0
    while at < len(data):
        size, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + _HEAD]
        least = _HEAD
        if size == 1:
            size, least = int.from_bytes(data[at + _HEAD : at + _LONG_HEAD], "big"), _LONG_HEAD
        elif size == 0:
            size = len(data) - at
        if size < least or at + size > len(data):
            raise Refusal("evidence.damaged_file")
        yield name
        at += size


def _mp3(data: bytes) -> MediaType | None:
    """Tell MP3 by two frames, one after the other, behind what the file tells of itself."""
    start = _after_tag(data)
    for at in range(start, min(start + _PADDING_SEARCHED, len(data))):
        length = _frame_length(data, at)
        if length and (_frame_length(data, at + length) or at + length == len(data)):
            return MediaType.MP3
    if data.startswith(b"ID3"):
        raise Refusal("evidence.damaged_file")
    return None


def _after_tag(data: bytes) -> int:
    if not data.startswith(b"ID3"):
        return 0
    size = 0
    for part in data[6:10]:
        size = size << 7 | part & 0x7F
    return size + 10


def _frame_length(data: bytes, at: int) -> int:
    """Return the bytes of the layer III frame that begins there, 0 where none does."""
    head = data[at : at + 4]
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return 0
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    rates = _BITRATES.get((version, layer))
    bits, speed = head[2] >> 4, head[2] >> 2 & 3
    if rates is None or bits in {0, 15} or speed == 3:
        return 0
    factor = 144 if version == 3 else 72
    return factor * rates[bits] * 1000 // _RATES[version][speed] + (head[2] >> 1 & 1)
