"""All that can be found in a file by somebody who takes it apart."""

import io
import re
import zipfile
from collections.abc import Iterator

import pypdf
from pypdf.generic import ByteStringObject, DictionaryObject, StreamObject, TextStringObject

from tests.documents.reading import pdfium_pages, pypdf_pages, squeezed


def everything_in(data: bytes) -> str:
    """Return every text of a file, also of its metadata and attachments, without white space."""
    return squeezed("".join(_texts(data)))


def _texts(data: bytes) -> Iterator[str]:
    if data.startswith(b"%PDF"):
        yield from _pdf_texts(data)
    elif data.startswith(b"PK"):
        yield from _zip_texts(data)
    else:
        yield from _plain_texts(data)


def _plain_texts(data: bytes) -> Iterator[str]:
    """Yield bytes as the encodings in which a name could stand there."""
    text = data.decode("utf-8", "ignore")
    yield text
    yield re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)
    yield data.decode("utf-16-be", "ignore")
    yield data[1:].decode("utf-16-be", "ignore")


def _zip_texts(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            yield name
            text = archive.read(name).decode("utf-8", "ignore")
            yield re.sub(r"<[^>]*>", "", text)
            yield text


def _pdf_texts(data: bytes) -> Iterator[str]:
    yield from pypdf_pages(data)
    yield from pdfium_pages(data)
    yield from _plain_texts(data)
    reader = pypdf.PdfReader(io.BytesIO(data))
    for number in range(1, len(reader.xref[0]) + 1 if 0 in reader.xref else 1):
        yield from _object_texts(reader.get_object(number))


def _object_texts(found: object) -> Iterator[str]:
    if isinstance(found, StreamObject):
        yield from _plain_texts(found.get_data())
    if isinstance(found, DictionaryObject):
        for value in found.values():
            yield from _object_texts(value)
    elif isinstance(found, list):
        for value in found:
            yield from _object_texts(value)
    elif isinstance(found, TextStringObject):
        yield str(found)
    elif isinstance(found, ByteStringObject):
        yield from _plain_texts(bytes(found))
