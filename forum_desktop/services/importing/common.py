"""Cells that people, opinions and complaints have in common."""

from forum_desktop.records.importing import ImportField
from forum_desktop.services.importing.cells import Told, doubted, judged
from forum_desktop.services.importing.places import Places
from forum_desktop.thai.phones import read_phone


def community_cell(places: Places, kind: ImportField, column: int, raw: str) -> Told:
    """Return a community however it is written; a guessed one is doubtful."""
    place = places.community(raw)
    told = judged(Told(column, kind, raw, {"community": place.text}))
    return doubted(told, "importing.cell.guessed") if place.is_guessed else told


def phone_cell(column: int, raw: str) -> Told:
    """Return a telephone number; an invalid one is kept and doubtful."""
    phone = read_phone(raw)
    told = judged(Told(column, ImportField.PHONE, raw, {"phone": phone.text}))
    return told if phone.is_sound else doubted(told, "importing.cell.phone")
