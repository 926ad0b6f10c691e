"""The script of an invented forum as data: who says what when, and what must be kept of it."""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time
from enum import StrEnum
from pathlib import Path

from forum_desktop.records.opinion import OpinionKind
from tests.factory import BANGKOK

SCRIPT = Path(__file__).with_name("forum_90_minutes.toml")


class Does(StrEnum):
    """What a line is for the one who takes it down."""

    SAY = "say"
    PARK = "park"
    RESUME = "resume"
    SECOND = "second"
    UNDO = "undo"
    SORT = "sort"
    CALL = "call"
    REWORD = "reword"
    JOIN = "join"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the script; the facts mean what they mean in an opinion."""

    at: time
    text: str = ""
    does: Does = Does.SAY
    name: str = ""
    of: str = ""
    in_plan: str = ""
    kind: OpinionKind = OpinionKind.NEED
    keys: str = ""
    urgency: int = 0
    place: str = ""
    tags: tuple[str, ...] = ()
    behalf: str = ""
    speaker: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """The pack of the forum, the people who registered, and the lines in the order of time."""

    pack: str
    people: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]

    def kept(self) -> tuple[Line, ...]:
        """Return what stands at the end as an opinion of its own, in the order of taking down."""
        kept = list(self._taken_down())
        for line in self.lines:
            at = next((at for at, one in enumerate(kept) if line.of and one.name == line.of), None)
            if at is None:
                continue
            kept[at] = _put_right(kept[at], line)
            gone = {line.of} if line.does is Does.UNDO else set(line.others)
            kept = [one for one in kept if one.name not in gone]
        return tuple(kept)

    def supports(self) -> dict[str, list[str]]:
        """Return on whose behalf what has a name was said again."""
        return self._by_name(Does.SECOND, lambda line: [line.behalf])

    def joined(self) -> dict[str, list[str]]:
        """Return what was joined into what has a name."""
        return self._by_name(Does.JOIN, lambda line: list(line.others))

    def _by_name(self, does: Does, told: Callable[[Line], list[str]]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for line in self.lines:
            if line.does is does:
                found.setdefault(line.of, []).extend(told(line))
        return found

    def _taken_down(self) -> Iterator[Line]:
        aside: dict[str, Line] = {}
        for line in self.lines:
            if line.does is Does.SAY:
                yield line
            elif line.does is Does.PARK:
                aside[line.name] = line
            elif line.does is Does.RESUME:
                begun = aside.pop(line.of)
                yield replace(begun, name="", text=begun.text + line.text)


def read_script() -> Script:
    """Return the script."""
    told = tomllib.loads(SCRIPT.read_text(encoding="utf-8"))
    people = tuple((one["full_name"], one["community"]) for one in told["people"])
    return Script(pack=told["pack"], people=people, lines=tuple(map(_line, told["floor"]["lines"])))


def moment(at: time) -> datetime:
    """Return a moment of the script's day."""
    return datetime.combine(datetime(2028, 1, 20, tzinfo=BANGKOK), at, BANGKOK)


def _line(told: dict[str, object]) -> Line:
    facts = dict(told)
    facts["at"] = time.fromisoformat(str(told["at"]))
    facts["does"] = Does(str(told.get("does", Does.SAY)))
    facts["kind"] = OpinionKind(str(told.get("kind", OpinionKind.NEED)))
    for name in ("tags", "others"):
        several = told.get(name, [])
        assert isinstance(several, list)
        facts[name] = tuple(several)
    return Line(**facts)  # type: ignore[arg-type]


def _put_right(said: Line, by: Line) -> Line:
    if by.does is Does.SORT:
        return replace(said, in_plan=by.in_plan)
    if by.does is Does.CALL:
        return replace(said, kind=by.kind)
    return replace(said, text=said.text + by.text) if by.does is Does.REWORD else said
