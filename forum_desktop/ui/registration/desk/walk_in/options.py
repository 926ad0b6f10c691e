"""What a half-typed sector or place may mean, best first. Pure: no window here."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from forum_desktop.thai.folding import fold_tight
from forum_desktop.thai.keyboard import typed_in_thai

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forum_desktop.records.pack import Community, Sector
    from forum_desktop.services.importing.places import Places

_MOST = 12
_ALIKE = 0.6
"""How near a name must be to be offered; to be taken unasked it must be nearer."""


class Option(NamedTuple):
    """One meaning: what is kept, how it is shown, and whether the pack knows it."""

    value: str
    text: str
    under: str = ""
    number: str = ""
    is_known: bool = True


class Offer(NamedTuple):
    """Options best first, and which one Enter takes; -1 is none."""

    options: tuple[Option, ...] = ()
    chosen: int = -1


def offer_sectors(sectors: "Sequence[Sector]", typed: str, *, english: bool) -> Offer:
    """Offer sectors by number or by a part of the name; all of them while nothing is typed."""
    numbered = tuple(_sector_options(sectors, english=english))
    key = fold_tight(typed)
    if not key:
        return Offer(numbered)
    if key.isdigit():
        place = int(key) - 1
        return Offer(numbered, place) if 0 <= place < len(numbered) else Offer()
    for meant in (key, fold_tight(typed_in_thai(typed))):
        found = tuple(_with(meant, numbered, sectors))
        if found:
            return Offer(found, 0)
    return Offer()


class PlaceBook:
    """Communities of the pack, and organisations as they were written at this desk."""

    def __init__(self, places: "Places", communities: "Sequence[Community]") -> None:
        self._places = places
        self._names: list[tuple[str, Option]] = []
        self._organisations: dict[str, Option] = {}
        for place in communities:
            option = Option(place.name, place.name, place.zone)
            self._names += [(fold_tight(name), option) for name in (place.name, *place.aliases)]

    def remember(self, organisation: str) -> None:
        """Offer an organisation again when its letters come."""
        if organisation:
            written = Option(organisation, organisation, is_known=False)
            self._organisations[fold_tight(organisation)] = written

    def offer(self, typed: str) -> Offer:
        """Offer places with these letters; what is typed itself is always among them.

        A name that is nearly the same is taken unasked only where no other is as near.
        """
        written = " ".join(typed.split())
        if not written:
            return Offer()
        as_typed = Option(written, written, is_known=False)
        found = self._holding(written)
        if found:
            is_whole = fold_tight(found[0].text) == fold_tight(written)
            return Offer((*found, *(() if is_whole else (as_typed,))), 0)
        guess = self._places.community(written)
        if guess.is_known:
            return Offer((Option(guess.text, guess.text, guess.zone), as_typed), 0)
        return Offer((as_typed, *self._alike(written)), 0)

    def _holding(self, written: str) -> tuple[Option, ...]:
        for text in (written, typed_in_thai(written)):
            key = fold_tight(text.removeprefix("ชุมชน")) or fold_tight(text)
            known = (*self._names, *self._organisations.items())
            hits = [(name.find(key), name, option) for name, option in known if key in name]
            if hits:
                ranked = sorted(hits, key=lambda hit: (hit[0] > 0, len(hit[1]), hit[1]))
                return _unlike(option for _, _, option in ranked)
        return ()

    def _alike(self, written: str) -> tuple[Option, ...]:
        names = dict(self._names)
        near = get_close_matches(fold_tight(written), names, n=4, cutoff=_ALIKE)
        return _unlike(names[name] for name in near)


def _sector_options(sectors: "Iterable[Sector]", *, english: bool) -> "Iterator[Option]":
    for number, sector in enumerate(sectors, start=1):
        name = sector.english if english and sector.english else sector.name
        yield Option(sector.code, name, number=str(number))


def _with(key: str, options: "Iterable[Option]", sectors: "Iterable[Sector]") -> "Iterator[Option]":
    names = {sector.code: (sector.name, sector.english, sector.code) for sector in sectors}
    hits = []
    for option in options:
        places = [fold_tight(name).find(key) for name in names[option.value]]
        found = [place for place in places if place >= 0]
        if found:
            hits.append((min(found) > 0, option))
    yield from (option for _, option in sorted(hits, key=lambda hit: hit[0]))


def _unlike(options: "Iterable[Option]") -> tuple[Option, ...]:
    return tuple(dict.fromkeys(options))[:_MOST]
