"""What a line may not part although a space or a word ends within it.

A title and the name after it, a number with its unit or with the word that counts it, a time of
day, a telephone number. Digits may be Thai or Arabic.
"""

import re
from collections.abc import Iterable

from forum_desktop.thai.names import TITLES

_DIGIT = "[0-9๐-๙]"

_NAMED_BY_TITLE = frozenset((*TITLES, "ว่าที่", "อ.", "ทพญ.", "ภญ.", "พระอาจารย์", "หลวงพ่อ", "หลวงปู่"))
"""Words that stand before a name."""

_UNITS = """
    วินาที นาที ชั่วโมง ชม. วัน สัปดาห์ เดือน ปีงบประมาณ ปี ครั้ง รอบ คืน
    มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม
    ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.
    บาท สตางค์ ร้อยบาท พันบาท หมื่นบาท แสนบาท ล้านบาท พันล้านบาท ร้อย พัน หมื่น แสน ล้าน
    เมตร กิโลเมตร เซนติเมตร มิลลิเมตร ตารางเมตร ลูกบาศก์เมตร ตารางกิโลเมตร ตารางวา นิ้ว ฟุต วา
    มม. ซม. ม. กม. ตร.ม. ตร.กม. ตร.ว. ลบ.ม. มล. ก. กก. มก. กิโลกรัม กรัม ตัน ลิตร มิลลิลิตร ไร่ งาน
    องศา โวลต์ วัตต์ กิโลวัตต์ แอมแปร์ แรงม้า เดซิเบล เปอร์เซ็นต์ เท่า ส่วน หน่วย
    คน ราย ท่าน ครัวเรือน ครอบครัว หลังคาเรือน หลัง หมู่บ้าน ชุมชน เขต แห่ง จุด สาย เส้น ซอย ช่อง ชั้น ห้อง
    ตัว ต้น ลูก ใบ ดวง หลอด คัน เครื่อง ชุด อัน ชิ้น แผ่น แผ่นป้าย ป้าย ถัง บ่อ ท่อ โครงการ เรื่อง ข้อ ประเด็น
    คะแนน เสียง ฉบับ หน้า แผน ด้าน ยุทธศาสตร์ แนวทาง น. นาฬิกา
    km m cm mm kg g l kW W V m2 km2 MB GB
"""
"""What a number may count or measure."""

_COUNTERS = """
    ที่ ครั้งที่ วันที่ ข้อ ข้อที่ มาตรา หมวด ส่วนที่ บทที่ หน้า หน้าที่ แผ่นที่ ฉบับที่ เลขที่ บ้านเลขที่ หมู่ หมู่ที่ ม. ซอย ซ.
    ชั้น อาคาร ห้อง เขต ชุมชน สาย ระยะที่ ระยะ รุ่น รุ่นที่ ลำดับที่ ลำดับ อันดับ กลุ่ม กลุ่มที่ ช่องที่ โซน ตอนที่ วาระที่
    ยุทธศาสตร์ที่ แนวทางที่ แนวทางการพัฒนาที่ โครงการที่ เวลา พ.ศ. ค.ศ. ปี ร้อยละ ราคา จำนวน อายุ
    โทร. โทร โทรศัพท์ โทรสาร แฟกซ์ เบอร์ สายด่วน ต่อ มือถือ No. no. p. pp.
"""
"""Words that stand before a number that counts or dates them."""

_FIGURE = f"{_DIGIT}(?:[0-9๐-๙.,:/–-]*{_DIGIT})?"
_AREA = rf"(?:\+{_DIGIT}{{1,3}}[ -]{_DIGIT}{{1,2}}|[0๐]{_DIGIT}{{0,2}}|[1๑][89๘๙][0๐][0๐])"
_EXTENSION = rf"(?:-{_DIGIT}{{1,3}})?(?: ?ต่อ ?{_DIGIT}{{1,5}})?"
_TELEPHONE = rf"{_AREA}(?:[ -]{_DIGIT}{{3,7}}){{1,2}}(?!{_DIGIT}){_EXTENSION}"


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _any_of(words: Iterable[str]) -> str:
    """Return a pattern of any of the words."""
    return "|".join(map(re.escape, _longest_first(words)))


_COUNTER = _longest_first(_COUNTERS.split())
_LONGEST_COUNTER = len(_COUNTER[0]) + 1
_EITHER = frozenset(_UNITS.split()) & frozenset(_COUNTER)
"""Of "เขต 1 เขต 2" each word belongs to the number behind it."""

_UNIT = f"(?:{_any_of(_EITHER)})(?! ?{_DIGIT})|{_any_of(set(_UNITS.split()) - _EITHER)}"
_NUMBER = re.compile(f"(?:{_TELEPHONE}|{_FIGURE})(?: ?({_UNIT}))?")
_THAI_BEFORE = re.compile("[ก-๎] $")
_LONGEST_NAME_NUMBER = 4


def kept_spans(text: str) -> list[tuple[int, int]]:
    """Return where a line may not break, as (start, end) of stretches in order."""
    return [(_start(text, number), number.end()) for number in _NUMBER.finditer(text)]


def belong_together(left: str, right: str) -> bool:
    """Tell whether a line may not end with `left` where `right` follows it."""
    return any(start < len(left) < end for start, end in kept_spans(left + right))


def is_title(word: str) -> bool:
    """Tell whether a name follows the word, which has no spaces behind it."""
    return word.lstrip("([“‘") in _NAMED_BY_TITLE


def _start(text: str, number: re.Match[str]) -> int:
    """Return where the stretch of a number begins, which the word before it may belong to."""
    start = number.start()
    before = text[max(0, start - _LONGEST_COUNTER) : start]
    word = before.removesuffix(" ")
    if word.endswith(_COUNTER):
        counter = next(counter for counter in _COUNTER if word.endswith(counter))
        return start - len(before) + len(word) - len(counter)
    return start - 2 if _is_of_a_name(before, number) else start


def _is_of_a_name(before: str, number: re.Match[str]) -> bool:
    """Tell whether a short number that counts nothing ends a name, as in โรงเรียนเทศบาล 3."""
    is_short = len(number.group()) <= _LONGEST_NAME_NUMBER
    return is_short and number[1] is None and _THAI_BEFORE.search(before) is not None
