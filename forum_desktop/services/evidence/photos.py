"""Photos: opened once, turned upright, made smaller, and written anew without anything else.

A photo of a phone tells where it was taken, when, and with which phone: that would tell who
complains. Of the picture only its points go on.
"""

import io
import struct
import warnings
import zlib
from dataclasses import dataclass, field
from typing import Any

from forum_desktop.errors import Refusal
from forum_desktop.records.evidence import MediaType

LONGEST_SIDE = 2560
"""Points; a page of A4 photographed so can be read to its small print."""

THUMBNAIL_SIDE = 320
_QUALITY, _SMALL_QUALITY = 88, 80
_MOST_POINTS = 50_000_000
_MOST_SCALED_POINTS = 150_000_000
"""Points of a baseline JPEG, which is decoded at a fraction of its size."""

_FORMATS = {MediaType.JPEG: "JPEG", MediaType.PNG: "PNG", MediaType.WEBP: "WEBP"}
_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    TypeError,
    OverflowError,
    MemoryError,
    struct.error,
    zlib.error,
)
"""What decoders say of files that are not what they claim to be."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as it is kept, and the small picture of it (JPEG)."""

    media_type: MediaType
    content: bytes = field(repr=False)
    thumbnail: bytes = field(repr=False)


def prepare_photo(data: bytes, kind: MediaType) -> Photo:
    """Return a photo as it is kept: PNG stays PNG, all others become JPEG.

    Raises Refusal("evidence.too_many_points") for a picture too large to be opened here, and
    "evidence.damaged_photo" for one that does not open or is not whole.
    """
    image = _opened(data, kind)
    try:
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        image.load()
        plain = _plain(_upright(image))
        media_type = MediaType.PNG if kind is MediaType.PNG else MediaType.JPEG
        content = _written(_within(plain, LONGEST_SIDE), media_type, _QUALITY)
        small = _written(_within(plain, THUMBNAIL_SIDE), MediaType.JPEG, _SMALL_QUALITY)
    except _BROKEN as error:
        raise Refusal("evidence.damaged_photo") from error
    finally:
        image.close()
    return Photo(media_type, content, small)


def _opened(data: bytes, kind: MediaType) -> Any:
    """Return the picture, of which only the head has been read, by its own decoder alone."""
    from PIL import Image  # noqa: PLC0415 - only where there is a photo

    try:
        with warnings.catch_warnings():
            # We judge the size ourselves, below.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(data), formats=[_FORMATS[kind]])
    except Image.DecompressionBombError as error:
        raise Refusal("evidence.too_many_points") from error
    except _BROKEN as error:
        raise Refusal("evidence.damaged_photo") from error
    is_scaled = kind is MediaType.JPEG and not image.info.get("progressive")
    if image.width * image.height > (_MOST_SCALED_POINTS if is_scaled else _MOST_POINTS):
        image.close()
        raise Refusal("evidence.too_many_points")
    return image


def _upright(image: Any) -> Any:
    from PIL import ImageOps  # noqa: PLC0415

    try:
        return ImageOps.exif_transpose(image)
    except _BROKEN:  # how it was held cannot be told, and is no reason to refuse it
        return image


def _plain(image: Any) -> Any:
    """Return the points alone, on white where the picture lets through."""
    from PIL import Image  # noqa: PLC0415

    if image.mode.startswith("I"):  # 16 bits of grey, of which the upper 8 are seen
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    plain = Image.new("RGB", image.size, "white")
    if image.has_transparency_data:
        image = image.convert("RGBA")
        plain.paste(image, mask=image.getchannel("A"))
    else:
        plain.paste(image.convert("RGB"))
    return plain


def _within(image: Any, side: int) -> Any:
    small = image.copy()
    small.thumbnail((side, side))
    return small


def _written(image: Any, media_type: MediaType, quality: int) -> bytes:
    target = io.BytesIO()
    image.save(target, _FORMATS[media_type], quality=quality, optimize=True)
    return target.getvalue()
