"""What somebody who means harm puts on a stick: said in a sentence, and nothing else happens.

Most of it is signed by the station of a member, because what is not is refused before it is read.
"""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pyrage
import pytest
import zstandard

from forum_desktop import services
from forum_desktop.clock import wall_clock
from forum_desktop.db.operations import canonical
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import ComplaintIntake
from forum_desktop.records.exchange import Purpose
from forum_desktop.records.opinion import Opinion, OpinionKind
from forum_desktop.sealing.signatures import new_signing_key, sign
from forum_desktop.services.desk import Desk
from forum_desktop.services.exchange.keys import KeyRing, known_ring
from forum_desktop.services.exchange.sending import prepare
from forum_desktop.sync.bundle.packing import unpack
from forum_desktop.sync.bundle.writing import Origin
from forum_desktop.sync.merging import all_operations
from forum_desktop.wording import Wording
from tests.factory import make_pack

exchange = services.exchange
GIGABYTE = 1024**3


@dataclass(frozen=True)
class Hall:
    """Two laptops of a forum; the second one means harm and has all of a member's keys."""

    lead: Desk
    other: Desk
    forum_id: UUID
    folder: Path
    origin: Origin
    ring: KeyRing

    @property
    def bundle(self) -> Path:
        return self.folder / "other.forumbundle"

    def write(self) -> bytes:
        exchange.write_bundle(self.other, self.forum_id, self.bundle)
        return self.bundle.read_bytes()

    def take(self) -> Any:
        return exchange.take_bundle(self.lead, self.bundle)

    def said(self) -> set[str]:
        with self.lead.look() as look:
            return {opinion.text for opinion in look.all(Opinion)}


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    with ExitStack() as stack:
        lead = stack.enter_context(closing(Desk.open(tmp_path / "lead")))
        other = stack.enter_context(closing(Desk.open(tmp_path / "other")))
        forum_id = services.forums.create_forum(lead, make_pack()).id
        pack = tmp_path / "venue.forumpack"
        planned = exchange.planned_stations(lead, forum_id, Wording("th"))
        exchange.make_venue_pack(lead, forum_id, pack, planned)
        exchange.join_forum(other, pack, "ลงทะเบียน 1")
        say(other, forum_id, "น้ำท่วม")
        origin, ring = prepare(other, forum_id, Purpose.BUNDLE)
        yield Hall(lead, other, forum_id, tmp_path, origin, ring)


def say(desk: Desk, forum_id: UUID, text: str) -> Opinion:
    return services.opinions.capture_opinion(desk, forum_id, text=text, kind=OpinionKind.NEED)


def parted(whole: bytes) -> tuple[dict[str, Any], list[bytes]]:
    """Return the manifest of a bundle and the bytes of its parts."""
    _, length, rest = whole.split(b"\n", 2)
    told, at, parts = json.loads(rest[: int(length)]), int(length) + 130, []
    for part in told["parts"]:
        parts.append(rest[at : at + part["length"]])
        at += part["length"]
    return told, parts


def joined(told: dict[str, Any], parts: list[bytes], secret: str) -> bytes:
    """Return a bundle, signed by whoever has the secret."""
    line, text = b"forum-bundle 1\n", canonical(told).encode()
    signature = sign(line + text, secret)
    return line + f"{len(text)}\n".encode() + text + f"\n{signature}\n".encode() + b"".join(parts)


def put_part(hall: Hall, name: str, content: bytes, packed: str, **claimed: Any) -> None:
    """Put a part more into the other's bundle, or another content into one that it has."""
    told, parts = parted(hall.write())
    recipient = pyrage.x25519.Recipient.from_str(hall.ring.recipient)
    held = zstandard.compress(content, 19) if "zstd" in packed else content
    held = pyrage.encrypt(held, [recipient]) if "age" in packed else held
    part = {
        "name": name,
        "packed": packed,
        "length": len(held),
        "sha256": hashlib.sha256(held).hexdigest(),
        "unpacked": len(content),
        "entries": 1,
        **claimed,
    }
    names = [one["name"] for one in told["parts"]]
    at = names.index(name) if name in names else len(names)
    told["parts"][at : at + 1], parts[at : at + 1] = [part], [held]
    hall.bundle.write_bytes(joined(told, parts, hall.origin.key.secret))


def refused(hall: Hall, key: str) -> None:
    """Hold that a bundle is refused and that the laptop is as it was."""
    before, files = hall.said(), all_files(hall.folder)
    with pytest.raises(Refusal, match=key.replace(".", r"\.")):
        hall.take()
    assert hall.said() == before
    assert all_files(hall.folder) == files
    assert services.storage.check(hall.lead).faults == ()


def all_files(folder: Path) -> set[Path]:
    """Return what lies there, but for what the database keeps beside it while it is open."""
    return {path for path in folder.rglob("*") if not path.name.endswith(("-wal", "-shm"))}


@pytest.mark.parametrize("claimed", [4 * GIGABYTE, 2**63, 10**30])
@pytest.mark.parametrize("what", ["length", "unpacked", "entries"])
def test_sizes_that_are_only_claimed_are_refused(hall: Hall, what: str, claimed: int) -> None:
    put_part(hall, "public", b"", "zstd", **{what: claimed})
    refused(hall, "bundle.damaged")


def test_a_manifest_of_four_gigabytes_is_refused_unread(hall: Hall) -> None:
    hall.bundle.write_bytes(b"forum-bundle 1\n4294967296\n{")
    refused(hall, "bundle.damaged")


_BOMB = """
import resource, sys, zstandard
from pathlib import Path
from forum_desktop.errors import Refusal
from forum_desktop.sync.bundle.packing import unpack
from forum_desktop.sync.bundle.reading import _lines
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
with Path(sys.argv[1]).open("rb") as file:
    try:
        for line in _lines(unpack(file, "zstd", int(sys.argv[2]), ())):
            pass
    except Refusal as refusal:
        print(refusal.key)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.parametrize("claimed", [1000, GIGABYTE])
def test_a_bomb_goes_off_in_little_memory(tmp_path: Path, claimed: int) -> None:
    path, piece = tmp_path / "bomb", b"\0" * 1024**2
    with path.open("wb") as file, zstandard.ZstdCompressor(level=19).stream_writer(file) as writer:
        for _ in range(1024):
            writer.write(piece)
    assert path.stat().st_size < GIGABYTE // 10_000
    command = [sys.executable, "-c", _BOMB, str(path), str(claimed)]
    ended = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    key, grown = ended.stdout.split()
    assert key == "bundle.damaged"
    assert int(grown) < 100, "megabytes"


def test_unpacking_ends_where_more_comes_than_was_claimed(tmp_path: Path) -> None:
    path, got = tmp_path / "bomb", 0
    path.write_bytes(zstandard.compress(b"\0" * 2**28, 19))
    with path.open("rb") as file, pytest.raises(Refusal, match=r"bundle\.damaged"):
        for piece in unpack(file, "zstd", 1000, ()):
            got += len(piece)
    assert got < 2**22, "bytes"


def test_a_bomb_in_a_signed_sealed_part_is_refused(hall: Hall) -> None:
    for content, claimed in ((b"\0" * 2**26, 1000), (b"\n" * 2**26, 2**26)):
        put_part(hall, "internal", content, "zstd+age", unpacked=claimed)
        refused(hall, "bundle.damaged")


@pytest.mark.parametrize(
    "name",
    [
        *("attachment/../../../escaped", "attachment//tmp/escaped", "attachment/..\\escaped"),
        *("about/../../escaped", "/escaped", "../escaped", "C:\\escaped", "public/../escaped"),
    ],
)
def test_a_path_for_a_name_writes_nothing_anywhere(hall: Hall, name: str) -> None:
    put_part(hall, name, b"#!/bin/sh", "zstd+age")
    before = all_files(hall.folder)
    refused_as = ""
    try:
        hall.take()
    except Refusal as refusal:
        refused_as = refusal.key
    assert refused_as in {"", "bundle.damaged", "bundle.newer"}
    assert all_files(hall.folder) == before
    assert not list(hall.folder.parent.rglob("*escaped*"))


def test_links_and_pipes_on_the_stick_lead_nowhere(hall: Hall) -> None:
    stick, victim = hall.folder / "stick", hall.folder / "victim"
    stick.mkdir()
    victim.write_bytes(b"not to be touched")
    left = exchange.exchange_by(hall.lead, hall.forum_id, stick).left
    (stick / left).unlink()
    (stick / left).symlink_to(victim)
    (stick / "a.forumbundle").symlink_to(victim)
    (stick / "b.forumbundle").symlink_to(stick, target_is_directory=True)
    (stick / "c.forumbundle").mkdir()
    os.mkfifo(stick / "d.forumbundle")
    done = exchange.exchange_by(hall.lead, hall.forum_id, stick)
    assert (done.left, done.refused, done.taken) == (left, (), ())
    assert victim.read_bytes() == b"not to be touched"
    assert not (stick / left).is_symlink()
    for name, key in (("d", "not_ours"), ("c", "not_readable")):
        with pytest.raises(Refusal, match=rf"bundle\.{key}"):
            exchange.take_bundle(hall.lead, stick / f"{name}.forumbundle")


def test_an_old_bundle_played_again_takes_nothing_back(hall: Hall) -> None:
    old = hall.write()
    with hall.other.act() as act:
        (opinion,) = act.all(Opinion)
        act.put(replace(opinion, text="น้ำท่วมถนน"))
        secret = act.add(replace(opinion, id=act.new_id(), text="ไม่ควรมีใครอ่าน", reference=""))
    told = hall.write()
    with hall.other.act() as act:
        act.erase(secret)
    hall.write()
    hall.take()
    for content in (old, told, old):
        hall.bundle.write_bytes(content)
        assert hall.take().new == 0
        assert hall.said() == {"น้ำท่วมถนน"}
    assert services.storage.check(hall.lead).faults == ()


def test_parts_that_changed_places_are_found(hall: Hall) -> None:
    told, parts = parted(hall.write())
    say(hall.other, hall.forum_id, "ไฟดับ")
    _, others = parted(hall.write())
    signed = joined(told, [], hall.origin.key.secret)
    for mixed in ([parts[1], parts[0], *parts[2:]], [parts[0], others[1], *parts[2:]]):
        hall.bundle.write_bytes(signed + b"".join(mixed))
        refused(hall, "bundle.damaged")
    # Named anew and signed by a member it says the same: classes part what is sealed to whom.
    told["parts"][1]["name"], told["parts"][2]["name"] = "sealed", "internal"
    hall.bundle.write_bytes(joined(told, parts, hall.origin.key.secret))
    hall.take()
    assert hall.said() == {"น้ำท่วม"}


def test_a_forged_certificate_is_refused(hall: Hall) -> None:
    told, parts = parted(hall.write())
    thief, own = new_signing_key(), new_signing_key()
    text = f"forum-desktop member 1 {hall.forum_id} {thief.public}".encode()
    for certificate in (told["certificate"], sign(text, own.secret), "", "00" * 64, "x"):
        forged = {**told, "key": thief.public, "certificate": certificate}
        hall.bundle.write_bytes(joined(forged, parts, thief.secret))
        refused(hall, "exchange.not_member")


def test_another_forums_bundle_is_refused_whatever_it_calls_itself(hall: Hall) -> None:
    second = services.forums.create_forum(hall.other, replace(make_pack(), code="XX70"))
    say(hall.other, second.id, "ของงานอื่น")
    exchange.write_bundle(hall.other, second.id, hall.bundle)
    refused(hall, "exchange.other_forum")
    told, parts = parted(hall.bundle.read_bytes())
    renamed = {**told, "forum_id": str(hall.forum_id)}
    origin, _ = prepare(hall.other, second.id, Purpose.BUNDLE)
    hall.bundle.write_bytes(joined(renamed, parts, origin.key.secret))
    refused(hall, "exchange.not_member")
    # By the station of a member, with the words of the other forum put in.
    with hall.other.look() as look:
        other_ring = known_ring(look, second.id)
    assert other_ring is not None
    opened = pyrage.decrypt(parts[1], [pyrage.x25519.Identity.from_str(other_ring.secret)])
    lines = zstandard.ZstdDecompressor().stream_reader(opened).read()
    entries = told["parts"][1]["entries"]
    put_part(hall, "internal", lines, "zstd+age", entries=entries)
    refused(hall, "bundle.damaged")


def test_a_renamed_file_says_the_same(hall: Hall) -> None:
    hall.write()
    named = hall.bundle.rename(hall.folder / "รูปถ่าย งานเลี้ยง.forumbundle")
    exchange.take_bundle(hall.lead, named)
    assert hall.said() == {"น้ำท่วม"}


def test_evidence_that_is_not_what_its_name_says_is_refused(hall: Hall) -> None:
    kind = make_pack().complaint_kinds[0].code
    intake = ComplaintIntake(
        kind=kind, subject="ไฟดับ", facts="ไฟทางดับ", first_name="สมมุติ", last_name="ทดสอบนาม"
    )
    services.complaints.lodge_complaint(hall.lead, hall.forum_id, intake)
    sha = hashlib.sha256(b"photo").hexdigest()
    put_part(hall, f"attachment/{sha}", b"no photo", "zstd")
    with pytest.raises(Refusal, match=r"bundle\.damaged"):
        hall.take()
    assert hall.said() == set()
    put_part(hall, f"attachment/{sha}", b"", "zstd", unpacked=GIGABYTE)
    with pytest.raises(Refusal, match=r"bundle\.damaged"):
        hall.take()


@pytest.mark.parametrize("years", [10, -10])
def test_a_clock_ten_years_off_is_told_and_takes_nothing_away(hall: Hall, years: int) -> None:
    there = closing(Desk.open(hall.folder / "far", clock=lambda: far))
    far: datetime = wall_clock() + timedelta(days=3652 if years > 0 else -3652)
    with there as desk:
        exchange.join_forum(desk, hall.folder / "venue.forumpack", "ลงทะเบียน 2")
        say(desk, hall.forum_id, "จากอีกเวลา")
        exchange.write_bundle(desk, hall.forum_id, hall.bundle)
    received = hall.take()
    assert (received.clock_ahead > 0) == (years > 0)
    with hall.lead.act() as act:
        (opinion,) = act.all(Opinion)
        act.put(replace(opinion, text="แก้ทีหลัง"))
    assert hall.said() == {"แก้ทีหลัง"}
    hall.take()
    assert hall.said() == {"แก้ทีหลัง"}


def test_a_laptop_that_met_its_double_writes_after_all_that_it_wrote_before(hall: Hall) -> None:
    """What was its own is another's then, and its clock has to be after that too."""
    double = hall.folder / "double"
    hall.other.database.settle()
    subprocess.run(["cp", "-r", str(hall.folder / "other"), str(double)], check=True)
    with closing(Desk.open(double)) as desk:
        say(desk, hall.forum_id, "จากเครื่องที่คัดลอก")
        exchange.write_bundle(desk, hall.forum_id, hall.bundle)
    tomorrow = wall_clock() + timedelta(days=1)
    ahead = replace(hall.other, clock=lambda: tomorrow)
    opinion = say(ahead, hall.forum_id, "เขียนตอนนาฬิกาเร็ว")
    before = hall.other.database.replica
    assert exchange.take_bundle(hall.other, hall.bundle).is_cloned
    with hall.other.act() as act:
        act.put(replace(act.get(Opinion, opinion.id), text="แก้ทีหลัง"))
        assert act.get(Opinion, opinion.id).text == "แก้ทีหลัง"
    with hall.other.look() as look:
        latest = max(all_operations(look), key=lambda item: item.clock)
    assert latest.replica == hall.other.database.replica != before
    assert services.storage.check(hall.other).faults == ()
