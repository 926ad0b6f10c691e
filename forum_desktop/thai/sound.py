"""How a Thai word sounds, roughly: names are spelled in many ways and said in one."""

import re
from functools import lru_cache

_SILENT = re.compile("[ก-ฮ][ิุ]?์")
"""A letter under the silencer, with its vowel."""

_NOT_A_CONSONANT = re.compile("[^ก-ฮ]")
_REPEATED = re.compile(r"(.)\1+")

_ALIKE = (
    ("ค", "ขฃคฅฆ"),
    ("ช", "ฉชฌ"),
    ("ส", "ซศษส"),
    ("ย", "ญ"),
    ("ด", "ฎ"),
    ("ต", "ฏ"),
    ("ท", "ฑฐฒถทธ"),
    ("น", "ณ"),
    ("พ", "ผพภ"),
    ("ฟ", "ฝฟ"),
    ("ล", "ฬ"),
)
"""Letters that stand for one sound at the beginning of a syllable."""

_SOUND = {ord(letter): sound for sound, letters in _ALIKE for letter in letters}
_CACHED_WORDS = 1 << 15


@lru_cache(maxsize=_CACHED_WORDS)
def sound_of(word: str) -> str:
    """Return the consonants that are heard: ธีระศักดิ์ and ธีรศักดิ์ give the same.

    Vowels, tones and letters under a silencer are left out; รร is heard as one ร. A word
    without Thai letters has no sound.
    """
    heard = _NOT_A_CONSONANT.sub("", _SILENT.sub("", word))
    return _REPEATED.sub(r"\1", heard.translate(_SOUND))
