"""Codes spelt out in Thai words, so that they can be told over the telephone."""

from types import MappingProxyType

from forum_desktop.thai.digits import to_arabic_digits

NAMES = MappingProxyType(
    {
        "0": "ศูนย์",
        "1": "หนึ่ง",
        "2": "สอง",
        "3": "สาม",
        "4": "สี่",
        "5": "ห้า",
        "6": "หก",
        "7": "เจ็ด",
        "8": "แปด",
        "9": "เก้า",
        "A": "เอ",
        "B": "บี",
        "C": "ซี",
        "D": "ดี",
        "E": "อี",
        "F": "เอฟ",
        "G": "จี",
        "H": "เอช",
        "I": "ไอ",
        "J": "เจ",
        "K": "เค",
        "L": "แอล",
        "M": "เอ็ม",
        "N": "เอ็น",
        "O": "โอ",
        "P": "พี",
        "Q": "คิว",
        "R": "อาร์",
        "S": "เอส",
        "T": "ที",
        "U": "ยู",
        "V": "วี",
        "W": "ดับเบิลยู",
        "X": "เอกซ์",
        "Y": "วาย",
        "Z": "แซด",
        "-": "ขีด",
        "/": "ทับ",
        ".": "จุด",
    }
)
"""How each letter, digit and mark of a code is called; no two are called alike."""


def spell(code: str) -> str:
    """Return "เค เค หก ห้า ขีด บี" for "KK65-B"; what has no name stays as it is."""
    symbols = to_arabic_digits(code).upper().split()
    return " ".join(NAMES.get(symbol, symbol) for symbol in "".join(symbols))
