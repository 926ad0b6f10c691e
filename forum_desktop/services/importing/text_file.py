"""Tables in text files, in every encoding and with every delimiter that offices use."""

import csv
import io
from collections import Counter
from collections.abc import Iterator

from forum_desktop.documents.office_text import looks_like_formula
from forum_desktop.errors import Refusal
from forum_desktop.services.importing.table import Table, filled_lines

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_DELIMITERS = ",;\t|"
_SAMPLE = 64 * 1024
_LINES_COMPARED = 60
_LONGEST_RECORD = 60
"""Lines of one record; more are the sign of a quotation mark that nobody closed."""

_UNREADABLE = "\ufffd"
_MOST_UNREADABLE = 0.05
_WIDE = frozenset({0x00, 0x0E})
"""High bytes of Latin and Thai in UTF-16; neither is a character of a text in bytes."""


def read_text_table(name: str, content: bytes) -> Table:
    """Return the table of a text file.

    Raises Refusal where the content is no text, or a quotation mark stays open.
    """
    text = _decoded(name, content)
    text, delimiter = _without_hint(text)
    rows = _records(name, text, delimiter or _sniffed(text))
    return Table("", (), tuple(filled_lines(rows, name)))


def _decoded(name: str, content: bytes) -> str:
    text = content.decode(_encoding(content), errors="replace")
    shown = sum(not letter.isspace() for letter in text)
    controls = sum(letter < " " and letter not in "\t\r\n\f\x1a" for letter in text)
    if controls > 0.01 * shown:
        raise Refusal("importing.no_table", file=name)
    if text.count(_UNREADABLE) > _MOST_UNREADABLE * shown:
        raise Refusal("importing.encoding", file=name)
    return text.removeprefix("\ufeff").removesuffix("\x1a")


def _encoding(content: bytes) -> str:
    """Return UTF-8, UTF-16 of either order, or CP874, which is TIS-620 with the byte 0xA0."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    wide = _wide_encoding(content[:_SAMPLE])
    if wide:
        return wide
    unreadable = content.decode("utf-8", errors="replace").count(_UNREADABLE)
    # A single spoilt byte does not make Thai in UTF-8 Thai in CP874, where nearly all fail.
    return "cp874" if unreadable * 10 > sum(byte > 0x7F for byte in content) else "utf-8"


def _wide_encoding(sample: bytes) -> str:
    even, odd = (sum(byte in _WIDE for byte in sample[start::2]) for start in (0, 1))
    half = len(sample) / 2
    if odd > 0.5 * half and even < 0.2 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.5 * half and odd < 0.2 * half else ""


def _without_hint(text: str) -> tuple[str, str]:
    """Return the text and the delimiter that a first line "sep=;" of Excel tells."""
    first, _, rest = text.partition("\n")
    hint = first.strip().strip('"')
    if len(hint) == 5 and hint.lower().startswith("sep="):
        return rest, hint[-1]
    return text, "\t" if first.rstrip("\r") == "sep=\t" else ""


def _sniffed(text: str) -> str:
    """Return the delimiter that cuts the first lines into the same number of cells."""
    sample = text[:_SAMPLE]
    return max(_DELIMITERS, key=lambda sign: _agreement(sample, sign))


def _agreement(sample: str, delimiter: str) -> int:
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    widths: Counter[int] = Counter()
    try:
        for row, _ in zip(reader, range(_LINES_COMPARED), strict=False):
            widths[len(row)] += len(row) > 1
    except csv.Error:
        return 0
    return max(((width - 1) * count for width, count in widths.items()), default=0)


def _records(name: str, text: str, delimiter: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    begin, lines = 1, 0
    try:
        for row in reader:
            begin, lines = begin + lines, reader.line_num - (begin + lines) + 1
            if lines > _LONGEST_RECORD:
                raise Refusal("importing.quotes", file=name, row=begin)
            yield [_plain(cell) for cell in row]
    except csv.Error as error:
        raise Refusal("importing.quotes", file=name, row=begin) from error
    # A mark that stays open takes all the rest of the file into the last record.
    if lines > 1 and text.count('"') % 2:
        raise Refusal("importing.quotes", file=name, row=begin)


def _plain(cell: str) -> str:
    """Return what was meant by '=..." and by ="0812345678", which keep Excel from reckoning."""
    if cell.startswith("'") and looks_like_formula(cell.lstrip("'")):
        return cell[1:]
    if cell.startswith('="') and cell.endswith('"') and len(cell) > 3:
        return cell[2:-1]
    return cell
