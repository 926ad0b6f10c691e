"""Acts on half-typed words, so that a crash loses at most a second of them."""

from collections.abc import Mapping

from forum_desktop.db import drafts
from forum_desktop.errors import Refusal
from forum_desktop.services.desk import Desk


def keep_draft(desk: Desk, place: str, text: str) -> None:
    """Keep what is typed at a place of the window; an empty text removes it.

    On a full disk once more: the first refusal gave back the room that was kept for this.
    """
    try:
        _keep(desk, place, text)
    except Refusal as refusal:
        if refusal.key != "storage.disk_full":
            raise
        _keep(desk, place, text)


def _keep(desk: Desk, place: str, text: str) -> None:
    with desk.act() as act:
        drafts.keep(act, place, text)


def drop_draft(desk: Desk, place: str) -> None:
    """Forget what was half typed at a place, in the log beside the file too: it names people."""
    keep_draft(desk, place, "")
    desk.database.settle()


def move_drafts(desk: Desk, texts: Mapping[str, str]) -> None:
    """Keep what is typed at several places in one moment; an empty text removes its draft."""
    with desk.act() as act:
        for place, text in texts.items():
            drafts.keep(act, place, text)


def list_drafts(desk: Desk, folder: str) -> tuple[tuple[str, str], ...]:
    """Return each place below a folder with what was typed there, in the order of places."""
    with desk.look() as look:
        return drafts.under(look, folder)


def read_draft(desk: Desk, place: str) -> str:
    """Return what was typed at a place and never saved."""
    with desk.look() as look:
        return drafts.read(look, place)
