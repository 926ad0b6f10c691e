"""Checking the file: its pages, the log, the tables against the log, numbers, what holds it up.

Every check streams: a file of a million operations is checked in the memory of a small one.
"""

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from forum_desktop.db.checking.chains import chain_faults, links_not_here
from forum_desktop.db.checking.folds import table_faults
from forum_desktop.db.checking.numbers import numbers_given_twice
from forum_desktop.db.checking.own import own_faults
from forum_desktop.db.checking.pages import page_faults
from forum_desktop.db.checking.references import references_not_here
from forum_desktop.db.tables import ENTITY_TABLES, operation
from forum_desktop.records.report import CheckReport

MOST_TOLD = 1000
"""Faults told one by one; more of them say no more."""

_CHECKS = (page_faults, chain_faults, table_faults, own_faults)


def check_file(connection: Connection) -> CheckReport:
    """Return counts of everything in the file, and every fault found, up to `MOST_TOLD`.

    Where the pages themselves cannot be read, that is told and the rest is not looked at.
    """
    faults = []
    for fault in _faults(connection):
        faults.append(fault)
        if len(faults) == MOST_TOLD:
            break
    return CheckReport(counts=tuple(_counts(connection)), faults=tuple(faults))


def _faults(connection: Connection) -> Iterator[str]:
    for check in _CHECKS:
        yield from check(connection)


def _counts(connection: Connection) -> Iterator[tuple[str, int]]:
    for name, table in (("operation", operation), *ENTITY_TABLES.items()):
        yield name, int(connection.execute(select(func.count()).select_from(table)).scalar_one())
    yield "number given twice", numbers_given_twice(connection)
    yield "link not here", links_not_here(connection)
    yield "reference not here", references_not_here(connection)
