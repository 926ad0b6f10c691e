"""Whether a number stands for one thing: on receipts, in minutes, on order slips."""

from collections.abc import Iterator

from sqlalchemy import Connection

from forum_desktop.db.driver import driver_of

_NUMBERED = {
    "complaint": "reference",
    "opinion": "reference",
    "assignment": "number",
    "reserved_number": "reference",
}
"""Tables whose rows people know by a number, and its column."""


def number_faults(connection: Connection) -> Iterator[str]:
    """Yield numbers that several things of one forum bear."""
    driver = driver_of(connection)
    for table, column in _NUMBERED.items():
        twice = (
            f"SELECT {column}, COUNT(*) FROM {table} WHERE {column} != ''"
            f" GROUP BY forum_id, {column} HAVING COUNT(*) > 1"
        )
        for number, count in driver.execute(twice):
            yield f"{table} {number}: given {count} times"
