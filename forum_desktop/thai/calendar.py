"""Thai dates and times: Buddhist Era, fiscal year, names of days and months.

Dates are stored in the Common Era; the Buddhist Era appears only where people read.
"""

from datetime import date, datetime, time

BUDDHIST_ERA_OFFSET = 543
_FIRST_FISCAL_MONTH = 10

MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
SHORT_MONTHS = (
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
)
WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
"""From Monday, as `date.weekday` counts."""

_ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_ENGLISH_WEEKDAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)


def buddhist_year(day: date) -> int:
    """Return the year of the Buddhist Era, 543 more than that of the Common Era."""
    return day.year + BUDDHIST_ERA_OFFSET


def fiscal_year(day: date) -> int:
    """Return the fiscal year (Common Era): year N runs 1 October N-1 to 30 September N."""
    return day.year + (day.month >= _FIRST_FISCAL_MONTH)


def long_date(day: date, *, weekday: bool = True, era_word: bool = False) -> str:
    """Return "วันพฤหัสบดีที่ 14 ตุลาคม 2564"; `era_word` puts พ.ศ. before the year.

    Without `weekday` it is "14 ตุลาคม 2564". Digits are Arabic: see `thai.digits`.
    """
    head = f"วัน{WEEKDAYS[day.weekday()]}ที่ " if weekday else ""
    era = "พ.ศ. " if era_word else ""
    return f"{head}{day.day} {MONTHS[day.month - 1]} {era}{buddhist_year(day)}"


def short_date(day: date) -> str:
    """Return "14 ต.ค. 2564"."""
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {buddhist_year(day)}"


def english_date(day: date) -> str:
    """Return "Thursday 14 October 2021 (B.E. 2564)", whatever the machine's locale."""
    weekday, month = _ENGLISH_WEEKDAYS[day.weekday()], _ENGLISH_MONTHS[day.month - 1]
    return f"{weekday} {day.day} {month} {day.year} (B.E. {buddhist_year(day)})"


def clock_time(moment: time | datetime, word: str = "น.") -> str:
    """Return "09.30 น.": a dot, not a colon; `word` is น. or นาฬิกา (or empty)."""
    return f"{moment.hour:02d}.{moment.minute:02d} {word}".rstrip()
