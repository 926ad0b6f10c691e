"""Leaving what this laptop knows of a forum in a file for others."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from uuid import UUID

from forum_desktop.db.attachments import named_hashes
from forum_desktop.db.reading import Reading
from forum_desktop.records.evidence import Evidence
from forum_desktop.records.exchange import BundleReport, Purpose
from forum_desktop.records.forum import Forum
from forum_desktop.records.sealed import SealingKey
from forum_desktop.services.desk import Desk
from forum_desktop.services.exchange.inspecting import report_of
from forum_desktop.services.exchange.keys import KeyRing, ring_of, station_key
from forum_desktop.services.forums import pack_of
from forum_desktop.services.stations import own_station
from forum_desktop.sync.bundle.manifest import Manifest
from forum_desktop.sync.bundle.packing import ZSTD
from forum_desktop.sync.bundle.writing import Content, Origin
from forum_desktop.sync.bundle.writing import write_bundle as _write
from forum_desktop.sync.outgoing import attachment_contents, operation_contents

ENDING = ".forumbundle"


def write_bundle(
    desk: Desk, forum_id: UUID, target: Path, *, recipients: Sequence[str] = ()
) -> BundleReport:
    """Write all that this laptop knows of a forum into one signed, sealed file.

    The laptops of the forum can read it, headquarters where its key is known, and whoever has
    the secret of one of `recipients` (age1...). What is sealed within stays sealed to the
    complaint desk and headquarters. Raises Refusal("exchange.no_forum_key",
    "sealing.bad_recipient", "files.not_written").
    """
    origin, ring = prepare(desk, forum_id, Purpose.BUNDLE)
    with desk.look() as look:
        to = readers(look, forum_id, ring, recipients)
        contents = chain(
            operation_contents(look, forum_id, to, {}), _evidence(desk, look, forum_id)
        )
        manifest = _write(target, origin, contents)
    return report_of(manifest)


def prepare(desk: Desk, forum_id: UUID, purpose: Purpose) -> tuple[Origin, KeyRing]:
    """Return who writes, with keys made where there were none."""
    with desk.act() as act:
        ring, (key, certificate) = ring_of(act, forum_id), station_key(act, forum_id)
        origin = Origin(
            purpose=purpose.value,
            forum=act.get(Forum, forum_id).code,
            forum_id=str(forum_id),
            station=own_station(act, forum_id).letter,
            replica=act.replica,
            key=key,
            certificate=certificate,
        )
    return origin, ring


def readers(
    look: Reading, forum_id: UUID, ring: KeyRing, more: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return to whom a bundle is sealed: the forum's laptops, headquarters, and more."""
    headquarters = pack_of(look, forum_id).hq_recipient
    return tuple(dict.fromkeys(key for key in (ring.recipient, headquarters, *more) if key))


def write_pack(target: Path, origin: Origin, contents: Iterable[Content], about: bytes) -> Manifest:
    """Write a venue pack: operations, and what tells of keys and stations."""
    told = Content(name="about/venue", packed=ZSTD, pieces=[about], entries=1)
    return _write(target, origin, chain([told], contents))


def _evidence(desk: Desk, look: Reading, forum_id: UUID) -> Iterator[Content]:
    """Yield the content of evidence, for complaint desks and headquarters only."""
    desks = [key.recipient for key in look.all(SealingKey, forum_id=forum_id)]
    headquarters = pack_of(look, forum_id).hq_recipient
    to = tuple(dict.fromkeys([*desks, *([headquarters] if headquarters else [])]))
    named = {item.sha256 for item in look.all(Evidence, forum_id=forum_id)} & named_hashes(look)
    here = sorted(named & desk.database.attachments.known()) if named and to else []
    yield from attachment_contents(desk.database.attachments, here, to)
