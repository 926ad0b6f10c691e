"""The desk: what every act needs of the place where it is done."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from forum_desktop.clock import Clock, wall_clock
from forum_desktop.db.database import Database
from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.records.secret import Secret


@dataclass(frozen=True)
class Desk:
    """This laptop's database and clock, and who sits there."""

    database: Database
    clock: Clock = wall_clock
    actor: str = ""
    is_practice: bool = False
    """Whether all of it is thrown away: nothing may be written to a stick that is plugged in."""

    @classmethod
    def open(
        cls,
        data_dir: Path,
        actor: str = "",
        clock: Clock = wall_clock,
        secret: Secret | None = None,
    ) -> Self:
        """Open a data folder for this process; raises Refusal where the world says no.

        Raises Refusal("keys.needed") where the folder is protected and no secret is told.
        """
        return cls(Database.open(data_dir, secret), clock, actor)

    @contextmanager
    def act(self) -> Iterator[Writing]:
        """Yield one act: all of it is kept, or nothing."""
        with self.database.write(self.clock, self.actor) as writing:
            yield writing

    @contextmanager
    def look(self) -> Iterator[Reading]:
        """Yield one consistent look."""
        with self.database.read() as reading:
            yield reading

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()
