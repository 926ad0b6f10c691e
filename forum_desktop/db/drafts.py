"""Half-typed words, kept on this laptop only."""

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from forum_desktop.db.reading import Reading
from forum_desktop.db.tables import draft
from forum_desktop.db.writing import Writing


def keep(writing: Writing, place: str, text: str) -> None:
    """Keep what is typed at a place; nothing typed removes it."""
    if not text:
        writing.connection.execute(delete(draft).where(draft.c.place == place))
        return
    row = insert(draft).values(place=place, text=text)
    writing.connection.execute(
        row.on_conflict_do_update(index_elements=["place"], set_={"text": text})
    )


def read(reading: Reading, place: str) -> str:
    """Return what was typed at a place, or nothing."""
    found = reading.connection.execute(select(draft.c.text).where(draft.c.place == place)).scalar()
    return str(found or "")


def under(reading: Reading, folder: str) -> tuple[tuple[str, str], ...]:
    """Return the places below a folder (it ends in a slash) and what was typed there."""
    query = (
        select(draft.c.place, draft.c.text)
        .where(draft.c.place.startswith(folder, autoescape=True))
        .order_by(draft.c.place)
    )
    return tuple((str(place), str(text)) for place, text in reading.connection.execute(query))
