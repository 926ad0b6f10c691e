"""What this laptop remembers of its user's choices, by name."""

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from forum_desktop.db.reading import Reading
from forum_desktop.db.tables import setting
from forum_desktop.db.writing import Writing


def keep(writing: Writing, name: str, text: str) -> None:
    """Remember a text under a name, in place of the one before."""
    row = insert(setting).values(name=name, text=text)
    writing.connection.execute(
        row.on_conflict_do_update(index_elements=["name"], set_={"text": text})
    )


def read(reading: Reading, name: str) -> str:
    """Return what is remembered under a name, or nothing."""
    found = reading.connection.execute(select(setting.c.text).where(setting.c.name == name))
    return str(found.scalar() or "")


def read_all(reading: Reading, prefix: str) -> dict[str, str]:
    """Return what is remembered under names that begin so, by name."""
    begins = setting.c.name.startswith(prefix, autoescape=True)
    found = reading.connection.execute(select(setting.c.name, setting.c.text).where(begins))
    return {str(name): str(text) for name, text in found}


def forget(writing: Writing, name: str) -> None:
    """Forget what is remembered under a name; its place in the file is overwritten."""
    writing.connection.execute(delete(setting).where(setting.c.name == name))
