"""Whether a number stands for one thing: on receipts, in minutes, on order slips."""

from sqlalchemy import Connection

from forum_desktop.db.driver import driver_of

_NUMBERED = {
    "complaint": "reference",
    "opinion": "reference",
    "assignment": "number",
    "reserved_number": "reference",
}
"""Tables whose rows people know by a number, and its column."""


def numbers_given_twice(connection: Connection) -> int:
    """Return how many numbers several things of one forum bear.

    No fault of the file: two laptops that were copies of each other gave them before they met,
    and both things are kept. People have to know.
    """
    return sum(_given_twice(connection, table) for table in _NUMBERED)


def _given_twice(connection: Connection, table: str) -> int:
    column = _NUMBERED[table]
    twice = (
        f"SELECT COUNT(*) FROM (SELECT 1 FROM {table} WHERE {column} != ''"
        f" GROUP BY forum_id, {column} HAVING COUNT(*) > 1)"
    )
    return int(driver_of(connection).execute(twice).fetchone()[0])
