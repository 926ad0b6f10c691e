"""Thai ID numbers in free text: found by their check digit, shown without the digits that tell.

13 digits, written 1-2345-67890-12-3 or in any other groups, in Thai or Arabic digits. The last
digit is (11 - sum of digit i times (13 - i), i from 0 to 11, modulo 11) modulo 10. The first
digit is not looked at: numbers are issued that begin with 0. Telephone numbers are left alone.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from forum_desktop.thai.digits import to_arabic_digits

_DIGIT = "[0-9๐-๙]"
_BETWEEN = "[ \\t\u00a0\u2009\u202f\u200b\ufeff\u2010-\u2015\u2212-]{0,3}"
_MASKED = f"x-xxxx-xxxxx-{_DIGIT}{{2}}-{_DIGIT}"
_RUN = re.compile(f"({_MASKED})|{_DIGIT}(?:{_BETWEEN}{_DIGIT}){{12,}}")
"""What was masked before is taken first, so that its last digits join no others."""
_GROUP = re.compile(f"{_DIGIT}+")
_PHONE = re.compile("0[689][0-9]{8}|0[23457][0-9]{7}|66[689][0-9]{8}|66[23457][0-9]{7}")
_LENGTH = 13
_OFFICIAL = (1, 4, 5, 2, 1)
_BY_ONE = (1,) * _LENGTH


class _Group(NamedTuple):
    begin: int
    end: int
    digits: str


def has_id_number(text: str) -> bool:
    """Tell whether a text holds an ID number."""
    return next(_numbers(text), None) is not None


def mask_id_numbers(text: str) -> str:
    """Return a text with every ID number as x-xxxx-xxxxx-12-3, its last three digits kept."""
    parts, at = [], 0
    for begin, end in _numbers(text):
        last = "".join(_GROUP.findall(text[begin:end]))[-3:]
        parts += [text[at:begin], f"x-xxxx-xxxxx-{last[:2]}-{last[2]}"]
        at = end
    return "".join((*parts, text[at:])) if parts else text


def is_id_number(digits: str) -> bool:
    """Tell whether 13 digits satisfy the check digit."""
    numbers = [int(sign) for sign in digits]
    total = sum(number * (_LENGTH - at) for at, number in enumerate(numbers[:-1]))
    return len(numbers) == _LENGTH and (11 - total % 11) % 10 == numbers[-1]


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each number begins and has ended."""
    for run in _RUN.finditer(text):
        if run.group(1):
            continue
        found = _GROUP.finditer(text, run.start(), run.end())
        groups = [_Group(one.start(), one.end(), to_arabic_digits(one.group())) for one in found]
        yield from _in_run(groups)


def _in_run(groups: Sequence[_Group]) -> Iterator[tuple[int, int]]:
    at = 0
    is_phone = _phones(groups)
    while at < len(groups):
        count = _count_at(groups, at, is_phone)
        if count:
            yield groups[at].begin, groups[at + count - 1].end
        at += count or 1


def _count_at(groups: Sequence[_Group], at: int, is_phone: Sequence[bool]) -> int:
    """Return how many groups from one on make a number; 0 where they make none."""
    length = 0
    for count, group in enumerate(groups[at : at + _LENGTH], start=1):
        length += len(group.digits)
        if length == _LENGTH:
            window = groups[at : at + count]
            is_free = not any(is_phone[at : at + count]) or _is_written_so(window)
            return count if is_free and is_id_number("".join(g.digits for g in window)) else 0
    return 0


def _is_written_so(window: Sequence[_Group]) -> bool:
    """Tell whether digits stand in groups in which no telephone number is written."""
    lengths = tuple(len(group.digits) for group in window)
    return lengths in {_OFFICIAL, _BY_ONE}


def _phones(groups: Sequence[_Group]) -> list[bool]:
    """Tell of each group whether it is part of a telephone number."""
    is_phone = [False] * len(groups)
    at = 0
    while at < len(groups):
        count = _phone_at(groups, at)
        is_phone[at : at + count] = [True] * count
        at += count or 1
    return is_phone


def _phone_at(groups: Sequence[_Group], at: int) -> int:
    joined = ""
    for count, group in enumerate(groups[at : at + 5], start=1):
        joined += group.digits
        if _PHONE.fullmatch(joined):
            return count
    return 0
