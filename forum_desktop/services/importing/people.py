"""Rows understood as people: each cell becomes facts, or is refused with its reason."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from forum_desktop.records.importing import ImportColumn, ImportField
from forum_desktop.services.importing.cells import (
    Facts,
    Told,
    doubted,
    given,
    judged,
    refused,
    short,
)
from forum_desktop.services.importing.common import community_cell, phone_cell
from forum_desktop.services.importing.names import Name, read_full_name, read_parts, read_title
from forum_desktop.services.importing.places import Places
from forum_desktop.services.importing.table import Line
from forum_desktop.services.importing.vocabulary import head_key, words_for

_NAMES = {
    ImportField.FULL_NAME: ("title", "first_name", "last_name"),
    ImportField.TITLE: ("title",),
    ImportField.FIRST_NAME: ("title", "first_name"),
    ImportField.LAST_NAME: ("last_name",),
}
"""The facts that the cells of a name may tell."""


@dataclass(frozen=True, slots=True)
class PersonRead:
    """What a row tells of a person. `implied` facts follow from others, as the zone does."""

    line: Line
    cells: tuple[Told, ...]
    facts: Facts
    implied: Facts = field(default_factory=dict)


class PersonReader:
    """Reads the rows of one table."""

    def __init__(self, columns: Sequence[ImportColumn], places: Places) -> None:
        self._columns = tuple((c.index, c.field) for c in columns if c.field is not None)
        self._places = places

    def read(self, line: Line) -> PersonRead:
        """Return what a row tells."""
        filled = [(i, f, line.cell(i)) for i, f in self._columns if given(line.cell(i))]
        cells = [*self._names(filled), *self._others(filled)]
        facts: Facts = {}
        for cell in cells:
            for name, value in cell.facts.items():
                # Of two telephone columns both count.
                both = name == "phone" and facts.get(name)
                facts[name] = f"{facts[name]}, {value}" if both else value
        return self._placed(PersonRead(line, tuple(cells), facts))

    def _names(self, filled: Sequence[tuple[int, ImportField, str]]) -> Iterator[Told]:
        texts = {f: text for _, f, text in filled if f in _NAMES}
        name = _name_of(texts)
        told: set[str] = {"title"} if ImportField.TITLE in texts else set()
        for index, kind, raw in filled:
            if kind in _NAMES:
                facts = {
                    fact: value
                    for fact in _NAMES[kind]
                    if (value := getattr(name, fact)) and (fact not in told or kind == "title")
                }
                told |= facts.keys()
                yield _name_cell(index, kind, raw, facts, name)

    def _others(self, filled: Sequence[tuple[int, ImportField, str]]) -> Iterator[Told]:
        for index, kind, raw in filled:
            if kind not in _NAMES:
                read = _READERS.get(kind)
                yield judged(read(self, index, raw) if read else short(index, kind, raw))

    def _placed(self, read: PersonRead) -> PersonRead:
        """Return the row with the zone of its community, where a cell does not tell another."""
        place = self._places.community(read.facts.get("community", ""))
        if not place.is_known or not place.zone:
            return read
        if read.facts.get("zone", place.zone) != place.zone:
            cells = tuple(_without_zone(cell) for cell in read.cells)
            facts = {name: v for name, v in read.facts.items() if name != "zone"}
            return PersonRead(read.line, cells, facts, {"zone": place.zone})
        return PersonRead(read.line, read.cells, read.facts, {"zone": place.zone})

    def community(self, index: int, raw: str) -> Told:
        """Read a community however it is written."""
        return community_cell(self._places, ImportField.COMMUNITY, index, raw)

    def affiliation(self, index: int, raw: str) -> Told:
        """Read a community where the pack knows it, else an organisation."""
        kind = ImportField.AFFILIATION
        if self._places.community(raw).is_known or raw.startswith("ชุมชน"):
            return community_cell(self._places, kind, index, raw)
        return Told(index, kind, raw, {"organisation": raw})

    def zone(self, index: int, raw: str) -> Told:
        """Read a zone by its name or its number."""
        return Told(index, ImportField.ZONE, raw, {"zone": self._places.zone(raw)})

    def sector(self, index: int, raw: str) -> Told:
        """Read a sector of the pack; another one cannot be kept."""
        found = self._places.sector(raw)
        told = Told(index, ImportField.SECTOR, raw)
        if not found.is_known:
            return refused(told, "importing.cell.sector_unknown")
        shown = self._places.sector_name(found.text)
        told = replace(told, facts={"sector": found.text}, shown=shown)
        return doubted(told, "importing.cell.guessed") if found.is_guessed else told

    def phone(self, index: int, raw: str) -> Told:
        """Read a telephone number; an invalid one is kept and marked."""
        return phone_cell(index, raw)

    def role(self, index: int, raw: str) -> Told:
        """Read whether she is an appointed member."""
        code = words_for("role").get(head_key(raw))
        told = Told(index, ImportField.ROLE, raw, {"role": code or ""})
        return told if code else refused(told, "importing.cell.role_unknown")


_READERS: Mapping[ImportField, Callable[[PersonReader, int, str], Told]] = MappingProxyType(
    {
        ImportField.COMMUNITY: PersonReader.community,
        ImportField.AFFILIATION: PersonReader.affiliation,
        ImportField.ZONE: PersonReader.zone,
        ImportField.SECTOR: PersonReader.sector,
        ImportField.PHONE: PersonReader.phone,
        ImportField.ROLE: PersonReader.role,
    }
)


def _name_of(texts: Mapping[ImportField, str]) -> Name:
    full, first = texts.get(ImportField.FULL_NAME, ""), texts.get(ImportField.FIRST_NAME, "")
    last, title = texts.get(ImportField.LAST_NAME, ""), texts.get(ImportField.TITLE, "")
    if full and not last:
        name = read_full_name(full)
        own = read_title(title)
        return Name(own or name.title, name.first_name, name.last_name, name.is_doubled)
    return read_parts(title, first or full, last)


def _name_cell(index: int, kind: ImportField, raw: str, facts: Facts, name: Name) -> Told:
    told = judged(Told(index, kind, raw, facts))
    is_first = kind in {ImportField.FULL_NAME, ImportField.FIRST_NAME}
    return doubted(told, "importing.cell.title_doubled") if name.is_doubled and is_first else told


def _without_zone(cell: Told) -> Told:
    if cell.field is not ImportField.ZONE:
        return cell
    return refused(cell, "importing.cell.zone_differs")
