"""Whether every page of the file is what was written: SQLite's own check and the cipher's."""

from collections.abc import Iterator

from sqlalchemy import Connection

_CHECKS = ("integrity_check", "cipher_integrity_check")


def page_faults(connection: Connection) -> Iterator[str]:
    """Yield pages that are out of shape or whose seal is broken, and rows missing in an index."""
    for check in _CHECKS:
        for (answer,) in connection.exec_driver_sql(f"PRAGMA {check}"):
            if answer != "ok":
                yield f"page: {answer}"
