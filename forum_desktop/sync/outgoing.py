"""What goes into a bundle: the operations of a forum by class, and the content of evidence."""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from forum_desktop.db.attachments import Attachments
from forum_desktop.db.projection import select_operations
from forum_desktop.db.reading import Reading
from forum_desktop.sync.bundle.lines import to_lines
from forum_desktop.sync.bundle.packing import AGE, BOTH, ZSTD
from forum_desktop.sync.bundle.writing import Content
from forum_desktop.sync.classes import CLASSES, INTERNAL, PUBLIC, SEALED

_BEGIN = (
    "CREATE TEMP TABLE IF NOT EXISTS had (replica TEXT PRIMARY KEY, upto INTEGER NOT NULL)",
    "DELETE FROM temp.had",
)
_HAD = "INSERT INTO temp.had VALUES (?, ?)"
_LACKED = (
    "forum = ? AND sequence > coalesce("
    "(SELECT upto FROM temp.had WHERE had.replica = operation.replica), 0)"
)
_ORDER = " ORDER BY replica, sequence, sha"


def operation_contents(
    reading: Reading, forum_id: UUID, recipients: Sequence[str], had: Mapping[str, int]
) -> Iterator[Content]:
    """Yield the parts of operations, each to be read before the next is asked for.

    `had` tells up to which number of each laptop's chain the receiver has it. Internal and
    sealed parts are sealed to `recipients`; without any, only the public part is told.
    """
    for statement in _BEGIN:
        reading.driver.execute(statement)
    reading.driver.executemany(_HAD, had.items())
    for name in (PUBLIC, INTERNAL, SEALED) if recipients else (PUBLIC,):
        condition, values = f"{_LACKED} AND {_of_class(name)}", (str(forum_id),)
        count = f"SELECT count(*) FROM operation WHERE {condition}"  # noqa: S608 - our own words
        yield Content(
            name=name,
            packed=ZSTD if name == PUBLIC else BOTH,
            pieces=to_lines(select_operations(reading.connection, condition + _ORDER, values)),
            entries=int(reading.driver.execute(count, values).fetchone()[0]),
            recipients=() if name == PUBLIC else recipients,
        )


def attachment_contents(
    attachments: Attachments, hashes: Sequence[str], recipients: Sequence[str]
) -> Iterator[Content]:
    """Yield the content of evidence by its hash, sealed."""
    for sha in hashes:
        pieces = [attachments.read(sha)]
        yield Content(
            name=f"attachment/{sha}", packed=AGE, pieces=pieces, entries=1, recipients=recipients
        )


def _of_class(name: str) -> str:
    """Return the condition that an operation is of a class; the names are our own."""
    if name == INTERNAL:
        return f"entity_type NOT IN ({_quoted(CLASSES)})"
    return f"entity_type IN ({_quoted([one for one, held in CLASSES.items() if held == name])})"


def _quoted(names: Mapping[str, str] | Sequence[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)
