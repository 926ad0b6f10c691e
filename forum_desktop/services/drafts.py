"""Acts on half-typed words, so that a crash loses at most a second of them."""

from forum_desktop.db import drafts
from forum_desktop.services.desk import Desk


def keep_draft(desk: Desk, place: str, text: str) -> None:
    """Keep what is typed at a place of the window; an empty text removes it."""
    with desk.act() as act:
        drafts.keep(act, place, text)


def read_draft(desk: Desk, place: str) -> str:
    """Return what was typed at a place and never saved."""
    with desk.look() as look:
        return drafts.read(look, place)
