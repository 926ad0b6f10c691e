"""Dates as Thai offices write them."""

from datetime import date, time

import pytest

from forum_desktop.thai.calendar import (
    buddhist_year,
    clock_time,
    english_date,
    fiscal_year,
    long_date,
    short_date,
)

FORUM_DAY = date(2021, 10, 14)


def test_a_long_date_has_the_weekday_and_no_era_word() -> None:
    assert long_date(FORUM_DAY) == "วันพฤหัสบดีที่ 14 ตุลาคม 2564"
    assert long_date(FORUM_DAY, weekday=False) == "14 ตุลาคม 2564"
    assert long_date(FORUM_DAY, era_word=True) == "วันพฤหัสบดีที่ 14 ตุลาคม พ.ศ. 2564"


@pytest.mark.parametrize(
    ("day", "name"),
    [(11, "จันทร์"), (12, "อังคาร"), (13, "พุธ"), (15, "ศุกร์"), (16, "เสาร์"), (17, "อาทิตย์")],
)
def test_weekdays(day: int, name: str) -> None:
    assert long_date(date(2021, 10, day)).startswith(f"วัน{name}ที่ {day} ")


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2021, 9, 30), 2021), (date(2021, 10, 1), 2022), (date(2022, 9, 30), 2022)],
)
def test_the_fiscal_year_begins_on_the_first_of_october(day: date, year: int) -> None:
    assert fiscal_year(day) == year


def test_years_short_dates_and_times() -> None:
    assert buddhist_year(FORUM_DAY) == 2564
    assert short_date(FORUM_DAY) == "14 ต.ค. 2564"
    assert clock_time(time(9, 5)) == "09.05 น."
    assert clock_time(time(9, 46), "นาฬิกา") == "09.46 นาฬิกา"
    assert clock_time(time(9, 46), "") == "09.46"


def test_the_english_date_gives_both_eras() -> None:
    assert english_date(FORUM_DAY) == "Thursday 14 October 2021 (B.E. 2564)"
