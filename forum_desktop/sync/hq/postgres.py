"""An archive in PostgreSQL (15 or newer, with pg_trgm for the search)."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, create_engine, select, text
from sqlalchemy.exc import DataError, OperationalError, SQLAlchemyError

from forum_desktop.db.tables import metadata, operation
from forum_desktop.errors import Refusal
from forum_desktop.sync.bundle.lines import Knows, Run
from forum_desktop.sync.bundle.reading import Bundle
from forum_desktop.sync.hq.archive import KeptBundle, note_kept
from forum_desktop.sync.hq.filing import file_operations
from forum_desktop.sync.hq.tables import archive_metadata
from forum_desktop.sync.incoming import BROKEN, Arriving, TakenIn

_SEARCH = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX IF NOT EXISTS ix_opinion_search ON opinion USING gin (search_key gin_trgm_ops)",
)
_ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext(:forum))"


class PostgresArchive:
    """An archive behind a `postgresql+psycopg://` address."""

    def __init__(self, url: str) -> None:
        self._engine = _engine(url)
        with self.act() as connection:
            metadata.create_all(connection)
            archive_metadata.create_all(connection)
            for statement in _SEARCH:
                connection.execute(text(statement))

    def take(self, bundle: Bundle, secrets: Sequence[str], kept: KeptBundle) -> TakenIn:
        """Merge a bundle and note it; bundles of one forum wait for each other."""
        with self.act() as connection:
            connection.execute(text(_ONE_AT_A_TIME), {"forum": bundle.manifest.forum_id})
            arriving = Arriving(bundle, secrets, _runs_known(connection, bundle.manifest.forum_id))
            try:
                taken = arriving.outcome(file_operations(connection, arriving))
            except (*BROKEN, DataError) as error:
                raise Refusal("bundle.damaged") from error
            note_kept(connection, kept, taken)
        return taken

    @contextmanager
    def look(self) -> Iterator[Connection]:
        """Yield one consistent look."""
        steady = self._engine.execution_options(isolation_level="REPEATABLE READ")
        with _told(), steady.connect() as connection:
            yield connection

    @contextmanager
    def act(self) -> Iterator[Connection]:
        """Yield a transaction."""
        with _told(), self._engine.begin() as connection:
            yield connection

    def close(self) -> None:
        """Let go of the server."""
        self._engine.dispose()


def _engine(url: str) -> Engine:
    try:
        return create_engine(url, pool_pre_ping=True)
    except (SQLAlchemyError, ImportError) as error:
        raise Refusal("hq.bad_database") from error


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        raise Refusal("hq.no_database") from error


def _runs_known(connection: Connection, forum: str) -> Knows:
    def is_known(run: Run) -> bool:
        columns = (operation.c.sha, operation.c.previous)
        last = run.first + run.many - 1
        stretch = select(*columns).where(
            operation.c.forum == forum,
            operation.c.replica == run.replica,
            operation.c.sequence.between(run.first, last),
        )
        before = {row.sha: row.previous for row in connection.execute(stretch)}
        at = run.last
        for _ in range(run.many):
            if at not in before:
                return False
            at = before[at]
        return bool(at == run.previous)

    return is_known
