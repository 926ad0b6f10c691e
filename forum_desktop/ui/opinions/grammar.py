"""The short grammar of the capture box: what a word just finished means, and nothing of Qt.

A code at the head (`3` or `1.4`), `@` someone or a community, `#` a tag, `!` or `!!` for urgency.
The word is taken out of the text and stands beside it from then on; Backspace brings it back.
"""

import re
from enum import StrEnum
from typing import NamedTuple

_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_CODE = re.compile(r"\s*([1-9๑-๙](?:[.][0-9๐-๙]{1,2})?) ")
_BEGUN = re.compile(r"\s*([1-9๑-๙](?:[.][0-9๐-๙]{0,2})?)")
_TAG_BEGUN = re.compile(r"(?:^|(?<=\s))#([^\s#@!]{1,60})\Z")
_URGENT = re.compile(r"(?:^|(?<=\s))(!{1,2}) \Z")
_TAG = re.compile(r"(?:^|(?<=\s))#([^\s#@!]{1,60}) \Z")
_MENTION = re.compile(r"(?:^|(?<=\s))@([^@#!\n]{0,60})\Z")


class Sign(StrEnum):
    """What a word of the grammar tells."""

    CODE = "code"
    TAG = "tag"
    URGENCY = "urgency"
    MENTION = "mention"


class Word(NamedTuple):
    """A word of the grammar and where it stands in the text, its closing space included."""

    sign: Sign
    value: str
    begin: int
    end: int


def finished(text: str, cursor: int) -> Word | None:
    """Return the word that the space just typed before the cursor finished, if it was one."""
    before = text[:cursor]
    if (code := _CODE.fullmatch(before)) is not None:
        return Word(Sign.CODE, code[1].translate(_THAI_DIGITS), 0, cursor)
    if (urgent := _URGENT.search(before)) is not None:
        return Word(Sign.URGENCY, urgent[1], urgent.start(1), cursor)
    if (tag := _TAG.search(before)) is not None:
        return Word(Sign.TAG, tag[1], tag.start(1) - 1, cursor)
    return None


def open_mention(text: str, cursor: int) -> Word | None:
    """Return what is typed after an `@` that nobody has been chosen for yet.

    Names have spaces, so it stays open until the line ends, someone is chosen or Esc is pressed.
    """
    found = _MENTION.search(text[:cursor])
    return None if found is None else Word(Sign.MENTION, found[1], found.start(1) - 1, cursor)


def begun_code(text: str, cursor: int) -> str:
    """Return the code that a space would finish, "" where none stands at the head."""
    found = _BEGUN.fullmatch(text[:cursor])
    return found[1].translate(_THAI_DIGITS) if found else ""


def begun_tag(text: str, cursor: int) -> str:
    """Return the tag that a space would finish, "" where none is being typed."""
    found = _TAG_BEGUN.search(text[:cursor])
    return found[1] if found else ""


def without(text: str, word: Word) -> str:
    """Return the text without a word."""
    return text[: word.begin] + text[word.end :]


def closing_words(text: str) -> tuple[str, tuple[Word, ...]]:
    """Return the text without the tags and urgency at its end, which saving finishes, and those.

    A text of nothing else stays as it is.
    """
    words: list[Word] = []
    rest = text.rstrip()
    while (word := finished(f"{rest} ", len(rest) + 1)) is not None and word.sign is not Sign.CODE:
        words.insert(0, word)
        rest = rest[: word.begin].rstrip()
    return (rest, tuple(words)) if rest else (text, ())
