"""Communities, zones and sectors of the pack, found however they are written."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches

from forum_desktop.records.pack import Community, EventPack, Sector
from forum_desktop.services.importing.vocabulary import place_words
from forum_desktop.thai.cleaning import clean_line
from forum_desktop.thai.folding import fold_tight

_NUMBER = re.compile(r"[0-9]+$")
_ALIKE = 0.84
_ALIKE_SECTOR = 0.8
_SHORTEST = 4
"""Letters of a name that may be guessed; shorter ones are too much alike."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a text names: the canonical text, where it lies, and whether it was guessed."""

    text: str
    zone: str = ""
    is_known: bool = False
    is_guessed: bool = False


class Places:
    """Finds communities, zones and sectors; each text is looked up once."""

    def __init__(self, pack: EventPack) -> None:
        self._prefixes, self._zone_words = place_words()
        self._communities: dict[str, Community] = {}
        for place in pack.communities:
            for name in (place.name, *place.aliases):
                self._communities.setdefault(self._key(name), place)
        self._zones = {self._zone_key(zone): zone for zone in pack.zones}
        self._sectors = _sector_keys(pack.sectors)
        self._names = {sector.code: sector.name for sector in pack.sectors}
        self._known: dict[tuple[str, str], Found] = {}

    def community(self, written: str) -> Found:
        """Return the community of a text; unknown ones as written, without their prefix."""
        return self._once("community", written, self._community)

    def sector(self, written: str) -> Found:
        """Return the code of the sector that a text names, empty where there is none."""
        return self._once("sector", written, self._sector)

    def sector_name(self, code: str) -> str:
        """Return what people call a sector."""
        return self._names.get(code, code)

    def zone(self, written: str) -> str:
        """Return the pack's name of a zone written as "เขต 1", "เขต1" or "1"."""
        return self._zones.get(self._zone_key(written), clean_line(written))

    def _once(self, kind: str, written: str, find: Callable[[str], Found]) -> Found:
        known = self._known.get((kind, written))
        if known is None:
            known = self._known[kind, written] = find(written)
        return known

    def _community(self, written: str) -> Found:
        key = self._key(written)
        place = self._communities.get(key)
        if place is not None:
            return Found(place.name, place.zone, is_known=True)
        place = self._guess(key)
        if place is not None:
            return Found(place.name, place.zone, is_known=True, is_guessed=True)
        return Found(clean_line(written).removeprefix(self._prefixes[0]).strip())

    def _guess(self, key: str) -> Community | None:
        """Return the one community whose name is almost the same; its number must be."""
        letters, number = _parted(key)
        if len(letters) < _SHORTEST:
            return None
        same = {_parted(k)[0]: p for k, p in self._communities.items() if _parted(k)[1] == number}
        near = get_close_matches(letters, same, n=2, cutoff=_ALIKE)
        found = {same[name].name: same[name] for name in near}
        return next(iter(found.values())) if len(found) == 1 else None

    def _sector(self, written: str) -> Found:
        key = fold_tight(written)
        code = self._sectors.get(key, "")
        if code:
            return Found(code, is_known=True)
        if len(key) < _SHORTEST:
            return Found("")
        near = get_close_matches(key, self._sectors, n=1, cutoff=_ALIKE_SECTOR)
        begun = {code for name, code in self._sectors.items() if name.startswith(key)}
        if near or len(begun) == 1:
            guess = self._sectors[near[0]] if near else next(iter(begun))
            return Found(guess, is_known=True, is_guessed=True)
        return Found("")

    def _key(self, name: str) -> str:
        key = fold_tight(name)
        for prefix in map(fold_tight, self._prefixes):
            rest = key.removeprefix(prefix)
            key = rest if len(rest) > 1 and not rest.isdigit() else key
        return key

    def _zone_key(self, written: str) -> str:
        key = fold_tight(written)
        for word in sorted(map(fold_tight, self._zone_words), key=len, reverse=True):
            rest = key.removeprefix(word)
            if rest != key and rest:
                return rest
        return key


def _sector_keys(sectors: tuple[Sector, ...]) -> dict[str, str]:
    """Return codes by name; parts of a name too, where no two sectors share them."""
    keys: dict[str, str] = {}
    for sector in sectors:
        for name in (sector.code, sector.name, sector.english):
            if name:
                keys.setdefault(fold_tight(name), sector.code)
    parts: dict[str, set[str]] = {}
    for sector in sectors:
        for part in re.split("[/,]|หรือ|และ", sector.name):
            parts.setdefault(fold_tight(part), set()).add(sector.code)
    for part, codes in parts.items():
        if len(codes) == 1 and part:
            keys.setdefault(part, *codes)
    return keys


def _parted(key: str) -> tuple[str, str]:
    number = _NUMBER.search(key)
    return (key[: number.start()], number.group()) if number else (key, "")
