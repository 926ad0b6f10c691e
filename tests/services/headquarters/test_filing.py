"""Headquarters takes in what forums send, keeps every bundle, and stops for none."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.headquarters import Filed, HqKeys, Quarantined
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.services.desk import Desk
from forum_desktop.services.headquarters import Office
from forum_desktop.services.headquarters.keys import receipt_key_of
from tests.factory import make_pack

exchange, headquarters = services.exchange, services.headquarters


@pytest.fixture
def keys(tmp_path: Path) -> HqKeys:
    return headquarters.make_keys(tmp_path / "hq.key")


@pytest.fixture
def office(tmp_path: Path, keys: HqKeys) -> Iterator[Office]:
    secret = headquarters.read_keys(tmp_path / "hq.key")
    with headquarters.open_office(tmp_path / "hq", secret) as office:
        yield office


def bundle_of(folder: Path, keys: HqKeys, text: str, name: str = "a") -> tuple[Path, UUID]:
    """Return the bundle of a laptop whose forum knows headquarters."""
    pack = replace(make_pack(), hq_recipient=keys.recipient)
    with closing(Desk.open(folder / name)) as desk:
        known = services.forums.list_forums(desk)
        forum = known[0] if known else services.forums.create_forum(desk, pack)
        services.opinions.capture_opinion(desk, forum.id, text=text, kind=OpinionKind.NEED)
        target = folder / f"{name}.forumbundle"
        exchange.write_bundle(desk, forum.id, target)
    return target, forum.id


def test_a_bundle_is_taken_in_once_and_kept_whole(
    tmp_path: Path, office: Office, keys: HqKeys
) -> None:
    path, forum_id = bundle_of(tmp_path, keys, "น้ำท่วม")
    filed = headquarters.file_bundle(office, path)
    assert isinstance(filed, Filed)
    assert (filed.forum_id, filed.station, filed.is_first) == (forum_id, "A", True)
    assert filed.new > 0
    kept = office.folder / "bundles" / f"{filed.sha256}.forumbundle"
    assert kept.read_bytes() == path.read_bytes()
    again = headquarters.file_bundle(office, path)
    assert isinstance(again, Filed)
    assert (again.was_kept, again.new) == (True, 0)
    later, _ = bundle_of(tmp_path, keys, "ไฟดับ")
    third = headquarters.file_bundle(office, later)
    assert isinstance(third, Filed)
    assert (third.is_first, third.known) == (False, filed.new)


def test_the_receipt_names_what_is_held_and_only_headquarters_signs_it(
    tmp_path: Path, office: Office, keys: HqKeys
) -> None:
    path, forum_id = bundle_of(tmp_path, keys, "น้ำท่วม")
    filed = headquarters.file_bundle(office, path)
    assert isinstance(filed, Filed)
    written = office.folder / "receipts" / filed.receipt
    receipt = headquarters.read_receipt(written, keys.receipt_key)
    assert (receipt.forum_id, receipt.bundles) == (forum_id, (filed.sha256,))
    assert dict(receipt.held) == {receipt.replica: filed.new}
    other = receipt_key_of("AGE-SECRET-KEY-1OTHER").public
    with pytest.raises(Refusal, match=r"hq_receipt\.not_signed"):
        headquarters.read_receipt(written, other)
    text = written.read_text(encoding="utf-8")
    written.write_text(text.replace(f" {filed.new}\n", f" {filed.new + 1}\n"), encoding="utf-8")
    with pytest.raises(Refusal, match=r"hq_receipt\.not_signed"):
        headquarters.read_receipt(written, keys.receipt_key)


def test_bad_ones_are_set_aside_with_their_reason_and_the_rest_goes_on(
    tmp_path: Path, office: Office, keys: HqKeys
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    sound, _ = bundle_of(tmp_path, keys, "น้ำท่วม")
    content = sound.read_bytes()
    (inbox / "1.forumbundle").write_bytes(content[:-1])
    (inbox / "2.forumbundle").write_bytes(b"anything")
    (inbox / "3.forumbundle").write_bytes(content)
    told: list[object] = []
    headquarters.watch(office, inbox, told.append, once=True)
    reasons = [one.reason for one in told if isinstance(one, Quarantined)]
    assert reasons == ["bundle.damaged", "bundle.not_ours"]
    assert [one.file for one in told if isinstance(one, Filed)] == ["3.forumbundle"]
    notes = sorted(note.read_text() for note in (office.folder / "quarantine").glob("*.txt"))
    assert notes == ["1.forumbundle\nbundle.damaged\n", "2.forumbundle\nbundle.not_ours\n"]


def test_a_stranger_with_the_forum_s_id_is_refused_once_the_forum_is_known(
    tmp_path: Path, office: Office, keys: HqKeys
) -> None:
    path, forum_id = bundle_of(tmp_path, keys, "น้ำท่วม")
    assert isinstance(headquarters.file_bundle(office, path), Filed)
    with closing(Desk.open(tmp_path / "thief")) as thief:
        pack = replace(make_pack(), hq_recipient=keys.recipient)
        own = services.forums.create_forum(thief, pack)
        with thief.act() as act:  # the same forum, made up anew
            for name in ("operation",):
                act.driver.execute(f"UPDATE {name} SET forum = ?", (str(forum_id),))
            act.driver.execute("UPDATE forum SET id = ?, forum_id = ?", (str(forum_id),) * 2)
            act.driver.execute("UPDATE pack_copy SET forum_id = ?", (str(forum_id),))
        assert own.id != forum_id
        exchange.write_bundle(thief, forum_id, tmp_path / "t.forumbundle")
    refused = headquarters.file_bundle(office, tmp_path / "t.forumbundle")
    assert isinstance(refused, Quarantined)
    assert refused.reason == "exchange.not_member"


def test_a_key_is_never_replaced_and_nonsense_is_none(tmp_path: Path, keys: HqKeys) -> None:
    with pytest.raises(Refusal, match=r"hq\.key_exists"):
        headquarters.make_keys(tmp_path / "hq.key")
    assert (tmp_path / "hq.key").stat().st_mode & 0o077 == 0
    (tmp_path / "none").write_text("AGE-SECRET-KEY-1NONSENSE\n")
    with pytest.raises(Refusal, match=r"hq\.bad_key"):
        headquarters.read_keys(tmp_path / "none")
    assert keys.recipient.startswith("age1")
