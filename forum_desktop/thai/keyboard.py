"""The same keys on the other layout: what was typed with the wrong one switched on.

The Thai layout is Kedmanee (TIS 820-2538), the Latin one that of the United States.
"""

_LATIN = (
    "`1234567890-="
    "qwertyuiop[]\\"
    "asdfghjkl;'"
    "zxcvbnm,./"
    "~!@#$%^&*()_+"
    "QWERTYUIOP{}|"
    'ASDFGHJKL:"'
    "ZXCVBNM<>?"
)
_THAI = '_ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ%+๑๒๓๔ู฿๕๖๗๘๙๐"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ'
_TO_THAI = str.maketrans(_LATIN, _THAI)
_TO_LATIN = str.maketrans(_THAI, _LATIN)


def typed_in_thai(text: str) -> str:
    """Return what the same keys give on the Thai layout: "ouo" for a name gives "นีน"."""
    return text.translate(_TO_THAI)


def typed_in_latin(text: str) -> str:
    """Return what the same keys give on the Latin layout."""
    return text.translate(_TO_LATIN)
