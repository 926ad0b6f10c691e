"""The outbox: what headquarters received is confirmed by its signature, and nothing else counts."""

from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.errors import Cancelled, Refusal
from forum_desktop.records.complaint import ComplaintIntake
from forum_desktop.records.courier import Lack
from forum_desktop.records.headquarters import HqKeys, Receipt
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.services.desk import Desk
from forum_desktop.services.exchange import outbox
from forum_desktop.services.exchange.outbox.waiting import path_of
from forum_desktop.services.headquarters import Office
from forum_desktop.services.headquarters.keys import receipt_key_of
from forum_desktop.services.headquarters.receipts import _spell
from tests.factory import make_pack
from tests.services.evidence_files import photo

exchange, headquarters = services.exchange, services.headquarters


@pytest.fixture
def forum_id(sent_forum: UUID) -> UUID:
    return sent_forum


def say(desk: Desk, forum_id: UUID, text: str) -> None:
    services.opinions.capture_opinion(desk, forum_id, text=text, kind=OpinionKind.NEED)


def receive(office: Office, box: Path) -> list[object]:
    told: list[object] = []
    headquarters.watch(office, box, told.append, once=True)
    return told


def test_what_was_sent_counts_only_when_headquarters_says_so(
    laptop: Desk, forum_id: UUID, office: Office, box: Path
) -> None:
    assert not outbox.is_received(laptop, forum_id)
    delivery = outbox.send(laptop, forum_id)
    assert not delivery.was_there
    assert delivery.standing.lack is Lack.NO_RECEIPT
    assert delivery.bundle.sha256[:16] in delivery.bundle.name
    assert [path.name for path in box.iterdir()] == [delivery.bundle.name]
    assert outbox.fetch_receipt(laptop, forum_id).lack is Lack.NO_RECEIPT
    receive(office, box)
    assert outbox.fetch_receipt(laptop, forum_id).is_whole
    assert outbox.is_received(laptop, forum_id)
    state = outbox.read_outbox(laptop, forum_id)
    assert state.is_up_to_date
    assert state.waiting == delivery.bundle


def test_sending_again_changes_nothing_and_what_is_new_goes_in_a_new_file(
    laptop: Desk, forum_id: UUID, office: Office, box: Path
) -> None:
    first = outbox.send(laptop, forum_id)
    again = outbox.send(laptop, forum_id)
    assert again.was_there
    assert again.bundle.name == first.bundle.name
    assert len(list(box.iterdir())) == 1
    receive(office, box)
    assert outbox.fetch_receipt(laptop, forum_id).is_whole
    say(laptop, forum_id, "ไฟดับ")
    assert outbox.read_outbox(laptop, forum_id).standing.lack is Lack.OLDER
    assert not outbox.read_outbox(laptop, forum_id).is_up_to_date
    later = outbox.send(laptop, forum_id)
    assert (later.was_there, later.standing.lack) == (False, Lack.OLDER)
    assert later.bundle.operations > first.bundle.operations
    kept = list((laptop.database.folder / "outbox").iterdir())
    assert kept == [path_of(laptop, later.bundle)], "only the latest waits"
    receive(office, box)
    assert outbox.fetch_receipt(laptop, forum_id).is_whole


def test_a_waiting_file_that_was_damaged_or_lost_is_written_anew(
    laptop: Desk, forum_id: UUID, office: Office, box: Path
) -> None:
    waiting = outbox.prepare_bundle(laptop, forum_id)
    path_of(laptop, waiting).write_bytes(b"rubbish")
    sent = outbox.send(laptop, forum_id)
    assert sent.bundle.sha256 != waiting.sha256
    receive(office, box)
    assert outbox.fetch_receipt(laptop, forum_id).is_whole


def test_a_receipt_of_another_file_forum_or_hand_counts_for_nothing(
    tmp_path: Path, laptop: Desk, forum_id: UUID, office: Office, box: Path, hall: ExitStack
) -> None:
    outbox.send(laptop, forum_id)
    receive(office, box)
    written = next(box.glob("*.forumreceipt"))
    text = written.read_text(encoding="utf-8")
    for wrong in (text.replace('"A"', '"B"'), text.replace("1", "2"), text[:-40], "", "[]"):
        copy = tmp_path / "forged.forumreceipt"
        copy.write_text(wrong, encoding="utf-8")
        with pytest.raises(Refusal, match=r"hq_receipt\."):
            outbox.take_receipt(laptop, forum_id, copy)
        assert not outbox.is_received(laptop, forum_id)
    other = headquarters.make_keys(tmp_path / "other.key")
    pack = replace(make_pack(), hq_recipient=other.recipient, hq_receipt_key=other.receipt_key)
    stranger = services.forums.create_forum(laptop, pack)
    with pytest.raises(Refusal, match=r"hq_receipt\.not_signed"):
        outbox.take_receipt(laptop, stranger.id, written)
    same = replace(make_pack(), hq_receipt_key=outbox_key(laptop, forum_id))
    second = services.forums.create_forum(laptop, same)
    with pytest.raises(Refusal, match=r"courier\.receipt_of_other"):
        outbox.take_receipt(laptop, second.id, written)
    assert outbox.take_receipt(laptop, forum_id, written).is_whole


def outbox_key(desk: Desk, forum_id: UUID) -> str:
    with desk.look() as look:
        return services.forums.pack_of(look, forum_id).hq_receipt_key


def test_an_older_receipt_never_replaces_a_newer(
    tmp_path: Path, laptop: Desk, forum_id: UUID, office: Office, box: Path
) -> None:
    outbox.send(laptop, forum_id)
    receive(office, box)
    old = tmp_path / "old.forumreceipt"
    old.write_bytes(next(box.glob("*.forumreceipt")).read_bytes())
    say(laptop, forum_id, "ไฟดับ")
    outbox.send(laptop, forum_id)
    receive(office, box)
    assert outbox.fetch_receipt(laptop, forum_id).is_whole
    assert outbox.take_receipt(laptop, forum_id, old).is_whole


def test_what_headquarters_could_not_read_whole_is_not_received(
    tmp_path: Path, laptop: Desk, forum_id: UUID, hq_keys: HqKeys, box: Path
) -> None:
    """A receipt that names the file, by an office that holds less of a chain than is here."""
    sent = outbox.send(laptop, forum_id)
    replica = laptop.database.replica
    receipt = Receipt(
        forum_id=forum_id,
        forum="X",
        station="A",
        replica=replica,
        bundles=(sent.bundle.sha256,),
        held=((replica, sent.bundle.operations - 1),),
        received_at=laptop.clock(),
    )
    secret = receipt_key_of(headquarters.read_keys(tmp_path / "hq.key")).secret
    path = tmp_path / "less.forumreceipt"
    path.write_bytes(_spell(receipt, secret))
    assert outbox.take_receipt(laptop, forum_id, path).lack is Lack.GAPS
    more = replace(receipt, held=((replica, sent.bundle.operations),))
    path.write_bytes(_spell(more, secret))
    assert outbox.take_receipt(laptop, forum_id, path).is_whole


def test_what_others_brought_has_to_be_received_too(
    tmp_path: Path, laptop: Desk, forum_id: UUID, office: Office, box: Path, hall: ExitStack
) -> None:
    pack = tmp_path / "venue.forumpack"
    exchange.make_venue_pack(laptop, forum_id, pack, ())
    other = hall.enter_context(closing(Desk.open(tmp_path / "b")))
    exchange.join_forum(other, pack, "ลงทะเบียน 1")
    outbox.send(laptop, forum_id)
    receive(office, box)
    assert outbox.fetch_receipt(laptop, forum_id).is_whole
    say(other, forum_id, "ถนนชำรุด")
    bundle = tmp_path / "b.forumbundle"
    exchange.write_bundle(other, forum_id, bundle)
    exchange.take_bundle(laptop, bundle)
    assert outbox.fetch_receipt(laptop, forum_id).lack is Lack.OLDER
    with pytest.raises(Refusal, match=r"courier\.no_address"):
        outbox.send(other, forum_id)


def test_nothing_goes_without_a_key_of_headquarters(tmp_path: Path, laptop: Desk) -> None:
    forum = services.forums.create_forum(laptop, make_pack())
    with pytest.raises(Refusal, match=r"courier\.no_headquarters"):
        outbox.send(laptop, forum.id)
    assert outbox.read_outbox(laptop, forum.id).standing.lack is Lack.NO_RECEIPT_KEY
    with pytest.raises(Refusal, match=r"courier\.bad_receipt_key"):
        outbox.keep_receipt_key(laptop, "no key")
    outbox.keep_receipt_key(laptop, "ab" * 32)
    assert outbox.read_outbox(laptop, forum.id).standing.lack is Lack.NO_RECEIPT


def test_what_is_stopped_leaves_no_file_that_headquarters_would_take(
    laptop: Desk, forum_id: UUID, office: Office, box: Path
) -> None:
    with pytest.raises(Cancelled):
        outbox.send(laptop, forum_id, is_cancelled=lambda: True)
    assert receive(office, box) == []
    assert outbox.read_outbox(laptop, forum_id).waiting is not None
    assert not outbox.read_outbox(laptop, forum_id).is_up_to_date
    assert not outbox.send(laptop, forum_id).was_there


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("sftp://office:secret@host/box", "secret_in_address"),
        ("s3://bucket/x?endpoint=https://a:b@host", "secret_in_address"),
        ("http://office@host/box", "not_encrypted"),
        ("ftp://host/box", "bad_address"),
        ("sftp:///box", "bad_address"),
        ("sftp://host:99999/box", "bad_address"),
        ("https://host/a/../../b", "bad_address"),
        ("  ", "bad_address"),
    ],
)
def test_an_address_that_is_none_is_refused(laptop: Desk, address: str, reason: str) -> None:
    with pytest.raises(Refusal, match=rf"courier\.{reason}"):
        outbox.keep_address(laptop, address)


def test_evidence_that_arrives_later_has_to_be_received_too(
    tmp_path: Path, laptop: Desk, forum_id: UUID, office: Office, box: Path
) -> None:
    intake = ComplaintIntake(kind="light", subject="ไฟดับ", facts="สามคืน", first_name="สมมติ")
    complaint = services.complaints.lodge_complaint(laptop, forum_id, intake)
    path = tmp_path / "photo.jpg"
    path.write_bytes(photo())
    services.evidence.add_evidence(laptop, complaint.id, path)
    contents = laptop.database.attachments
    (sha,) = contents.known()
    content = contents.read(sha)
    contents.forget_all_but(())
    outbox.send(laptop, forum_id)
    receive(office, box)
    assert outbox.fetch_receipt(laptop, forum_id).is_whole
    contents.keep(content)
    assert outbox.fetch_receipt(laptop, forum_id).lack is Lack.OLDER
