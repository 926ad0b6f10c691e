"""Badge scanners that type: with or without Enter, under a Thai layout, firing twice.

A code with its mark at the end of the box submits itself. Times are seconds of any steady clock
and are told by the caller.
"""

from dataclasses import dataclass
from enum import StrEnum

from forum_desktop.records.badge import LENGTH, MARK, read_badge
from forum_desktop.thai.keyboard import typed_in_latin

SCAN_LENGTH = len(MARK) + LENGTH
TWICE = 3.0
"""Seconds within which the same code again is the scanner's second shot."""
ENTER = 0.4
"""Seconds within which Enter or Tab is the end of a scan; no hand is as quick after it."""

_SHIFTED_DIGITS = str.maketrans("!@#$%^&*()", "1234567890")
"""A scanner behind a Caps Lock of the Thai layout sends its digits with Shift."""


class ScanAnswer(StrEnum):
    """What a text in the box is to the scanner's ear."""

    NONE = "none"
    CODE = "code"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Scan:
    """A code heard, and what stood in the box before it."""

    answer: ScanAnswer
    code: str = ""
    before: str = ""


def scan_at_end(text: str) -> tuple[str, str] | None:
    """Return the code at the end of a text and what stands before it, or None."""
    tail, before = text[-SCAN_LENGTH:], text[:-SCAN_LENGTH]
    for told in _readings(tail):
        code = read_badge(told[len(MARK) :]) if told.startswith(MARK) else None
        if code is not None and len(tail) == SCAN_LENGTH:
            return code, before
    return None


def may_become_scan(text: str) -> bool:
    """Tell whether a text begins as a scan does, so that nobody is searched for by it."""
    if not len(MARK) <= len(text) < SCAN_LENGTH:
        return False
    return any(told.startswith(MARK) and told.isalnum() for told in _readings(text))


class Scanner:
    """Hears codes in what is typed; remembers the last one for its echo and its Enter."""

    def __init__(self) -> None:
        self._code, self._at = "", float("-inf")
        self._is_last = False

    def hear(self, text: str, at: float) -> Scan:
        """Tell what the text in the box is; the echo of a code lengthens its time."""
        found = scan_at_end(text)
        self._is_last = found is not None
        if found is None:
            return Scan(ScanAnswer.NONE)
        code, before = found
        is_again = code == self._code and at - self._at < TWICE
        self._code, self._at = code, at
        return Scan(ScanAnswer.AGAIN if is_again else ScanAnswer.CODE, code, before)

    def ends_scan(self, at: float) -> bool:
        """Tell whether an Enter or Tab right after a code came too soon for a hand."""
        return self._is_last and at - self._at < ENTER


def _readings(text: str) -> tuple[str, ...]:
    latin = typed_in_latin(text)
    return (
        text.upper(),
        latin.upper(),
        latin.translate(_SHIFTED_DIGITS).upper(),
    )
