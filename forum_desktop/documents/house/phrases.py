"""The words of a document: fixed labels, digits, dates and times as the office writes them."""

import re
from datetime import date, datetime

from forum_desktop.documents.fonts.face import Face, load_face
from forum_desktop.records.pack import EventPack
from forum_desktop.thai.calendar import clock_time, english_date, long_date
from forum_desktop.thai.digits import to_thai_digits
from forum_desktop.wording import Wording

_ANY_DIGIT = re.compile("[0-9]")
_PLAIN_NUMBER = re.compile(
    r"(?<![\w@.\-/+])(?:\d{4}[-–]\d{4}|\d{1,8}(?:[.,:/]\d{1,8})*)(?![\w@\-+])",
    re.ASCII,
)
"""A number as people write it in sentences; not a code, telephone number or address."""


class Phrases:
    """Labels of one language for the document of one pack.

    Names and what people said go past it untouched; only the document's own words and
    the clerk's plain numbers take Thai digits, where the pack asks for them.
    """

    def __init__(self, wording: Wording, pack: EventPack) -> None:
        self._wording = wording
        self._settings = pack.documents
        self._is_thai = wording.language == "th"
        levels = pack.levels
        self.strategy = levels.strategy if self._is_thai else levels.strategy_english
        self.approach = levels.approach if self._is_thai else levels.approach_english

    @property
    def face(self) -> Face:
        """The face that the office writes in, or the bundled one where it is not installed."""
        return load_face(self._settings.typeface)

    def say(self, key: str, **details: object) -> str:
        """Return the label `document.<key>`, its digits as the office writes them."""
        return self.written(self._wording(f"document.{key}", **details))

    def plain(self, key: str, **details: object) -> str:
        """Return the label `document.<key>` with its digits as they are."""
        return self._wording(f"document.{key}", **details)

    def missing(self, key: str) -> str:
        """Return the mark of a fact nobody has given yet, named by the label `fact.<key>`."""
        return self.say("missing", fact=self.say(f"fact.{key}"))

    def digits(self, text: str) -> str:
        """Return generated text in the digits of the office."""
        return to_thai_digits(text) if self._settings.thai_digits and self._is_thai else text

    def written(self, text: str) -> str:
        """Return text, its plain numbers (not codes or telephones) in the office's digits."""
        if not _ANY_DIGIT.search(text):
            return text
        return _PLAIN_NUMBER.sub(lambda number: self.digits(number.group()), text)

    def date(self, day: date) -> str:
        """Return a long date in the document's language."""
        if not self._is_thai:
            return english_date(day)
        return self.digits(long_date(day, era_word=self._settings.era_word))

    def time(self, moment: datetime | None) -> str:
        """Return a time of day, or the mark of a missing one."""
        if moment is None:
            return self.missing("time")
        word = self._settings.time_word if self._is_thai else ""
        return self.digits(clock_time(moment, word))

    def count(self, number: int) -> str:
        """Return a count with thousands parted by commas."""
        return self.digits(f"{number:,}")
