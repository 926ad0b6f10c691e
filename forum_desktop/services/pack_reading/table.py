"""One table of a pack file, read key by key; whatever is wrong is refused with its line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar

from forum_desktop.errors import Refusal
from forum_desktop.services.pack_reading.lines import Path
from forum_desktop.services.pack_reading.source import Source
from forum_desktop.thai.cleaning import clean_text

Choice = TypeVar("Choice", bound=StrEnum)

_CLOCK_TIME = re.compile(r"(\d{1,2})[.:](\d{2})")
_YEARS = range(1950, 2200)
"""Years of the Common Era that a forum can have; one of the Buddhist Era lies beyond."""


@dataclass(frozen=True, slots=True)
class Table:
    """The values under one header, and the way to them from the top of the file."""

    source: Source
    values: dict[str, Any]
    path: Path = ()

    def fault(self, fault: str, key: str | None = None, **details: object) -> Refusal:
        """Return the refusal of what stands at `key`, or of the table itself."""
        path = self.path if key is None else (*self.path, key)
        return self.source.fault(fault, path, **details)

    def allow(self, *keys: str) -> None:
        """Refuse keys that mean nothing here, and say which was probably meant."""
        for key in self.values:
            if key not in keys:
                raise self._unknown(key, keys)

    def _unknown(self, key: str, keys: Sequence[str]) -> Refusal:
        if meant := get_close_matches(key, keys, n=1):
            return self.fault("unknown_key_meant", key, entry=key, meant=meant[0])
        return self.fault("unknown_key", key, entry=key, known=", ".join(keys))

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text without outer blanks; empty only where there is a default."""
        value = self._value(key, str, "not_text", default)
        cleaned = clean_text(value)
        if not cleaned and default is None:
            raise self.fault("empty_text", key, entry=key)
        return cleaned

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, empty where the key is absent."""
        items = self.items(key)
        for index, item in enumerate(items):
            if not isinstance(item, str) or not item.strip():
                raise self.source.fault("not_text", (*self.path, key, index), entry=key)
        return tuple(clean_text(item) for item in items)

    def items(self, key: str) -> list[Any]:
        """Return a list of anything, empty where the key is absent."""
        return list(self._value(key, list, "not_list", []))

    def whole_number(self, key: str, lowest: int, highest: int, default: int | None = None) -> int:
        """Return a whole number within bounds."""
        value = self._value(key, int, "not_whole_number", default)
        return int(self._within(key, value, lowest, highest))

    def number(self, key: str, lowest: float, highest: float, default: float) -> float:
        """Return a number within bounds."""
        value = self._value(key, int | float, "not_number", default)
        return float(self._within(key, value, lowest, highest))

    def _within(self, key: str, value: float, lowest: float, highest: float) -> float:
        if not lowest <= value <= highest:
            raise self.fault("out_of_range", key, entry=key, lowest=lowest, highest=highest)
        return value

    def flag(self, key: str, *, default: bool) -> bool:
        """Return true or false."""
        return bool(self._value(key, bool, "not_flag", default))

    def year(self, key: str) -> int:
        """Return a year of the Common Era; a Buddhist one is refused."""
        value = self._value(key, int, "not_whole_number", None)
        self._refuse_era(key, value)
        return int(value)

    def years(self, key: str) -> list[int]:
        """Return a list of years of the Common Era, empty where the key is absent."""
        years = self.items(key)
        for index, year in enumerate(years):
            if type(year) is not int:
                path = (*self.path, key, index)
                raise self.source.fault("not_whole_number", path, entry=key)
            self._refuse_era(key, year)
        return years

    def day(self, key: str) -> date:
        """Return a day written 2021-10-14, with quotes or without."""
        value = self._required(key)
        try:
            day = date.fromisoformat(value) if isinstance(value, str) else value
        except ValueError as error:
            raise self.fault("bad_date", key) from error
        if type(day) is not date:  # a datetime is a date too
            raise self.fault("bad_date", key)
        self._refuse_era(key, day.year)
        return day

    def _refuse_era(self, key: str, year: int) -> None:
        if year not in _YEARS:
            raise self.fault("not_common_era", key, year=year, meant=year - 543)

    def clock_time(self, key: str) -> time:
        """Return a time of day written "09:00" or "09.00", or as TOML writes it."""
        value = self._required(key)
        if isinstance(value, time):
            return value
        found = _CLOCK_TIME.fullmatch(str(value).strip())
        if found is None:
            raise self.fault("bad_time", key)
        try:
            return time(int(found[1]), int(found[2]))
        except ValueError as error:
            raise self.fault("bad_time", key) from error

    def choice(self, key: str, kind: type[Choice], default: Choice | None = None) -> Choice:
        """Return one of a few words."""
        word = self.text(key, default)
        try:
            return kind(word)
        except ValueError as error:
            known = ", ".join(kind)
            raise self.fault("unknown_choice", key, entry=key, word=word, known=known) from error

    def table(self, key: str) -> "Table":
        """Return the table at a key, an empty one where it is absent."""
        values = self._value(key, dict, "not_table", {})
        return Table(self.source, values, (*self.path, key))

    def tables(self, key: str, *, needed: bool = False) -> list["Table"]:
        """Return the tables of a list; refused when empty where one is needed."""
        if needed:
            self._required(key)
        items = self.items(key)
        if needed and not items:
            raise self.fault("empty_list", key, entry=key)
        return [self.element(key, index, item) for index, item in enumerate(items)]

    def element(self, key: str, index: int, item: object) -> "Table":
        """Return the table that a list holds at a place."""
        path = (*self.path, key, index)
        if not isinstance(item, dict):
            raise self.source.fault("not_table", path, entry=key)
        return Table(self.source, item, path)

    def _required(self, key: str) -> Any:
        if key not in self.values:
            raise self.fault("missing_key", key, entry=key)
        return self.values[key]

    def _value(self, key: str, kind: Any, fault: str, default: Any) -> Any:
        if key not in self.values and default is not None:
            return default
        value = self._required(key)
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise self.fault(fault, key, entry=key)
        return value


def refuse_repeated(tables: Sequence[Table], key: str, values: Sequence[object]) -> None:
    """Refuse a value that an earlier table of the list has already."""
    seen = set()
    for table, value in zip(tables, values, strict=True):
        if value in seen:
            raise table.fault("repeated", key, entry=key, value=value)
        seen.add(value)
