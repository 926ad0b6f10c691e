"""The same bundles give the same tables in a file and in PostgreSQL."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Connection, select

from forum_desktop import sealing, services
from forum_desktop.db.database import Database
from forum_desktop.db.tables import ENTITY_TABLES, field_conflict, operation
from forum_desktop.errors import Refusal
from forum_desktop.records.opinion import Opinion, OpinionKind
from forum_desktop.services.desk import Desk
from forum_desktop.services.exchange.keys import known_ring
from forum_desktop.sync.bundle.reading import open_bundle
from forum_desktop.sync.hq.archive import Archive, KeptBundle, is_kept
from forum_desktop.sync.hq.local import LocalArchive
from forum_desktop.sync.hq.postgres import PostgresArchive
from forum_desktop.wording import Wording
from tests.factory import make_pack
from tests.sync.hq.server import can_serve, served

pytestmark = pytest.mark.skipif(
    not can_serve(), reason="POSTGRESQL NOT TRIED: its server is not installed here"
)
exchange = services.exchange


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served() as url:
        yield url


@pytest.fixture
def archives(address: str, tmp_path: Path) -> Iterator[tuple[Archive, Archive]]:
    with ExitStack() as stack:
        local = LocalArchive(Database.open(tmp_path / "hq"))
        yield (
            stack.enter_context(closing(local)),
            stack.enter_context(closing(PostgresArchive(address))),
        )


def test_a_file_and_postgresql_come_to_the_same_tables(
    archives: tuple[Archive, Archive], tmp_path: Path
) -> None:
    bundles, secret = bundles_of_two_laptops(tmp_path)
    for archive in archives:
        for path in [*bundles, *reversed(bundles)]:
            take(archive, path, secret)
    one, other = (tables(archive) for archive in archives)
    assert one == other
    assert len(one["opinion"]) == 2, "one of three was erased"
    assert one["field_conflict"]


def test_a_damaged_bundle_leaves_nothing(archives: tuple[Archive, Archive], tmp_path: Path) -> None:
    bundles, secret = bundles_of_two_laptops(tmp_path)
    for archive in archives:
        before = tables(archive)
        with pytest.raises(Refusal, match=r"bundle\.not_for_us"):
            take(archive, bundles[0], _OTHER)
        assert tables(archive) == before
        with archive.look() as connection:
            assert not is_kept(connection, str(bundles[0]))
        take(archive, bundles[0], secret)
        with archive.look() as connection:
            assert is_kept(connection, str(bundles[0]))


_OTHER = sealing.make_key().secret


def bundles_of_two_laptops(folder: Path) -> tuple[list[Path], str]:
    """Return bundles with an erasure and a conflict, and the secret that opens them."""
    with closing(Desk.open(folder / "a")) as lead, closing(Desk.open(folder / "b")) as other:
        forum_id = services.forums.create_forum(lead, make_pack()).id
        pack, paths = folder / "v.forumpack", []
        exchange.make_venue_pack(
            lead, forum_id, pack, exchange.planned_stations(lead, forum_id, Wording("th"))
        )
        exchange.join_forum(other, pack, "ลงทะเบียน 1")
        said = [
            say(desk, forum_id, text) for desk, text in ((lead, "ถนน"), (other, "น้ำ"), (lead, "ไฟ"))
        ]
        for desk, name in ((lead, "1"), (other, "2")):
            paths.append(folder / name)
            exchange.write_bundle(desk, forum_id, paths[-1])
        exchange.take_bundle(other, paths[0])
        with other.act() as act:
            act.erase(act.get(Opinion, said[2].id))
        for desk, text in ((lead, "ถนนหน้าวัด"), (other, "ถนนหลังวัด")):
            with desk.act() as act:
                act.put(replace(act.get(Opinion, said[0].id), text=text))
        for desk, name in ((lead, "3"), (other, "4")):
            paths.append(folder / name)
            exchange.write_bundle(desk, forum_id, paths[-1])
        with lead.look() as look:
            ring = known_ring(look, forum_id)
        assert ring is not None
        return paths, ring.secret


def say(desk: Desk, forum_id: UUID, text: str) -> Opinion:
    return services.opinions.capture_opinion(desk, forum_id, text=text, kind=OpinionKind.NEED)


def take(archive: Archive, path: Path, secret: str) -> None:
    bundle = open_bundle(path)
    with archive.look() as connection:
        if is_kept(connection, str(path)):
            return
    kept = KeptBundle(sha256=str(path), forum="", station="", replica="", received_at=0)
    archive.take(bundle, (secret,), kept)


def tables(archive: Archive) -> dict[str, list[str]]:
    with archive.look() as connection:
        return {
            name: sorted(map(repr, rows(connection, table)))
            for name, table in {
                **ENTITY_TABLES,
                "operation": operation,
                "field_conflict": field_conflict,
            }.items()
        }


def rows(connection: Connection, table: object) -> list[object]:
    columns = [column for column in table.c if column.name != "number"]  # type: ignore[attr-defined]
    return [tuple(row) for row in connection.execute(select(*columns))]
