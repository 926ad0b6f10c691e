"""Titles and names: the title is a field of its own, found longest first."""

import re
from dataclasses import dataclass

_RANKS = (
    *("ส.ต.", "ส.ท.", "ส.อ.", "จ.ส.ต.", "จ.ส.ท.", "จ.ส.อ.", "พ.จ.อ.", "พ.อ.อ."),
    *("ร.ต.", "ร.ท.", "ร.อ.", "พ.ต.", "พ.ท.", "พ.อ.", "พล.ต.", "พล.ท.", "พล.อ."),
)
_POLICE = (
    *("ส.ต.ต.", "ส.ต.ท.", "ส.ต.อ.", "ด.ต.", "ร.ต.ต.", "ร.ต.ท.", "ร.ต.อ."),
    *("พ.ต.ต.", "พ.ต.ท.", "พ.ต.อ.", "พล.ต.ต.", "พล.ต.ท.", "พล.ต.อ."),
)
_CIVIL = ("นาย", "นาง", "นางสาว", "น.ส.", "เด็กชาย", "ด.ช.", "เด็กหญิง", "ด.ญ.", "คุณ")
_LEARNED = (
    "ดร.",
    "ผศ.",
    "รศ.",
    "ศ.",
    "ผศ.ดร.",
    "รศ.ดร.",
    "ศ.ดร.",
    "นพ.",
    "พญ.",
    "ทพ.",
    "ภก.",
    "สพ.",
)
_NOBLE = ("ม.ร.ว.", "ม.ล.", "หม่อมราชวงศ์", "หม่อมหลวง")
_CLERGY = ("พระ", "พระครู", "พระมหา", "พระอธิการ", "สามเณร", "แม่ชี", "บาทหลวง")
_FULL_RANKS = (
    "ว่าที่ร้อยตรี",
    "ว่าที่ ร.ต.",
    "ว่าที่ร.ต.",
    "ร้อยตรี",
    "ร้อยโท",
    "ร้อยเอก",
    "พันตรี",
    "พันโท",
    "พันเอก",
)
_FOREIGN = ("Mr.", "Mrs.", "Ms.", "Miss", "Dr.")

TITLES = tuple(
    sorted(
        {
            *_CIVIL,
            *_RANKS,
            *_POLICE,
            *(f"{rank}หญิง" for rank in (*_RANKS, *_POLICE, *_FULL_RANKS)),
            *_LEARNED,
            *_NOBLE,
            *_CLERGY,
            *_FULL_RANKS,
            *_FOREIGN,
        },
        key=len,
        reverse=True,
    )
)
"""Titles in use, longest first, so that นางสาว is found before นาง."""

_BEGINS_A_NAME = re.compile("[ก-ฮเ-ไA-Za-z]")
"""A name begins with a consonant, a leading vowel or a Latin letter, never with a mark."""


@dataclass(frozen=True, slots=True)
class SplitName:
    """A full name taken apart; `doubled` tells of a title written twice (นายนาย...)."""

    title: str
    first_name: str
    last_name: str
    doubled: bool = False


def split_full_name(text: str) -> SplitName:
    """Take a typed name apart: title, first name, the rest as last name."""
    title, rest = _take_title(" ".join(text.split()))
    doubled = bool(title) and _take_title(rest)[0] in {title, "นาย", "นาง", "นางสาว"}
    first, _, last = rest.partition(" ")
    return SplitName(title, first, last.strip(), doubled)


def _take_title(text: str) -> tuple[str, str]:
    for title in TITLES:
        if text.startswith(title):
            rest = text[len(title) :].lstrip()
            if _BEGINS_A_NAME.match(rest):
                return title, rest
    return "", text
