"""A laptop is cleaned only of what headquarters holds, and then nothing of it is left there."""

import sqlite3
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.db import settings
from forum_desktop.db.driver import open_with_key
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import ComplaintIntake
from forum_desktop.records.headquarters import HqKeys
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.services.desk import Desk
from forum_desktop.services.exchange import handing_over, outbox
from forum_desktop.services.headquarters import Office
from forum_desktop.wording import Wording
from tests.documents.reading import pdfium_pages as read_pages
from tests.factory import make_pack
from tests.services.evidence_files import photo
from tests.services.somebody import TRACES, enter_somebody, everything, traces

exchange, headquarters = services.exchange, services.headquarters
TH = Wording("th")


def receive(office: Office, box: Path) -> None:
    headquarters.watch(office, box, lambda _: None, once=True)


def bring_to_headquarters(desk: Desk, forum_id: UUID, office: Office, box: Path) -> None:
    outbox.send(desk, forum_id)
    receive(office, box)
    assert outbox.fetch_receipt(desk, forum_id).is_whole


def test_nothing_goes_before_headquarters_confirmed_all(
    tmp_path: Path, laptop: Desk, sent_forum: UUID, office: Office, box: Path
) -> None:
    target = tmp_path / "certificate.pdf"
    with pytest.raises(Refusal, match=r"handing_over\.not_received"):
        handing_over.hand_over(laptop, sent_forum, target)
    outbox.send(laptop, sent_forum)
    with pytest.raises(Refusal, match=r"handing_over\.not_received"):
        handing_over.hand_over(laptop, sent_forum, target)
    receive(office, box)
    outbox.fetch_receipt(laptop, sent_forum)
    services.opinions.capture_opinion(laptop, sent_forum, text="ไฟดับ", kind=OpinionKind.NEED)
    before = everything(laptop)
    with pytest.raises(Refusal, match=r"handing_over\.not_received"):
        handing_over.hand_over(laptop, sent_forum, target)
    assert everything(laptop) == before
    assert not target.exists()
    assert handing_over.list_handed_over(laptop) == ()
    with pytest.raises(Refusal, match=r"handing_over\.none"):
        handing_over.write_certificate(laptop, sent_forum, target)


def test_nothing_that_names_anybody_is_left_in_the_folder(
    tmp_path: Path, laptop: Desk, sent_forum: UUID, office: Office, box: Path
) -> None:
    enter_somebody(laptop, sent_forum)
    assert traces(laptop) == list(TRACES)
    folder = laptop.database.folder
    (folder / "backups").mkdir()
    services.storage.backup(laptop, folder / "backups" / "old.db")
    services.storage.backup(laptop, folder / "before-restore-20270211-101500-ab12.db")
    bring_to_headquarters(laptop, sent_forum, office, box)
    target = tmp_path / "certificate.pdf"
    replica = laptop.database.replica
    handed = handing_over.hand_over(laptop, sent_forum, target)
    assert traces(laptop) == []
    left = everything(laptop)
    assert "น้ำท่วม" not in left
    with laptop.look() as look:
        rows = look.driver.execute("SELECT count(*) FROM operation").fetchone()[0]
    assert rows == 0
    with laptop.look() as look:
        kept = settings.read_all(look, "")
    about = [name for name in kept if str(sent_forum) in name]
    assert about == [f"handed-over/{sent_forum}"], "no key of the forum stays"
    assert handed.operations > 10
    assert handed.attendees >= 1
    assert handed.opinions == 2
    assert not list((folder / "outbox").iterdir())
    assert not list((folder / "backups").iterdir())
    assert not list(folder.glob("before-restore-*"))
    assert handed.copies >= 3
    assert laptop.database.replica != replica
    assert services.storage.check(laptop).faults == ()
    assert plain_pages(laptop) == []
    assert handing_over.list_handed_over(laptop) == (handed,)


def plain_pages(desk: Desk) -> list[str]:
    """Return which of her words stand anywhere in the file, read with its key, free pages too."""
    copy = desk.database.folder / "plain.db"
    connection = open_with_key(desk.database.path, desk.database.key)
    free = connection.execute("PRAGMA freelist_count").fetchone()[0]
    connection.execute(f"ATTACH DATABASE '{copy}' AS plain KEY ''")
    connection.execute("SELECT sqlcipher_export('plain')")
    connection.close()
    content = copy.read_bytes()
    with closing(sqlite3.connect(copy)) as found:
        assert found.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    copy.unlink()
    wal = desk.database.path.with_name(f"{desk.database.path.name}-wal")
    kept = [word for word in TRACES if word.encode() in content]
    return [*kept, *(["free pages"] if free else []), *(["log"] if _length(wal) else [])]


def _length(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def test_the_certificate_tells_what_went_and_by_which_receipt(
    tmp_path: Path, laptop: Desk, sent_forum: UUID, office: Office, box: Path
) -> None:
    enter_somebody(laptop, sent_forum)
    bring_to_headquarters(laptop, sent_forum, office, box)
    target = tmp_path / "certificate.pdf"
    handed = handing_over.hand_over(laptop, sent_forum, target)
    (text,) = read_pages(target.read_bytes())
    flat = text.replace(" ", "").replace("\n", "")
    assert TH("document.hand_over.title") in text
    assert handed.bundle in flat.replace("\r", "")
    assert handed.title.split()[0] in text
    assert not [word for word in TRACES if word in text or word.encode() in target.read_bytes()]
    again = tmp_path / "again.pdf"
    handing_over.write_certificate(laptop, sent_forum, again)
    assert read_pages(again.read_bytes()) == [text]


def test_another_forum_on_the_laptop_stays_as_it_was(
    tmp_path: Path, laptop: Desk, sent_forum: UUID, office: Office, box: Path
) -> None:
    other = services.forums.create_forum(laptop, make_pack())
    services.opinions.capture_opinion(laptop, other.id, text="ถนนชำรุด", kind=OpinionKind.NEED)
    services.drafts.keep_draft(laptop, f"{other.id}/said", "กำลังพิมพ์")
    bring_to_headquarters(laptop, sent_forum, office, box)
    station = services.forums.station_of(laptop, other.id)
    handing_over.hand_over(laptop, sent_forum, tmp_path / "certificate.pdf")
    assert services.forums.station_of(laptop, other.id) == station
    assert station.replica == laptop.database.replica
    assert [forum.id for forum in services.forums.list_forums(laptop)] == [other.id]
    assert "ถนนชำรุด" in everything(laptop)
    assert services.drafts.read_draft(laptop, f"{other.id}/said") == "กำลังพิมพ์"
    services.opinions.capture_opinion(laptop, other.id, text="ไฟดับ", kind=OpinionKind.NEED)
    assert services.storage.check(laptop).faults == ()


def test_evidence_goes_with_its_forum(
    tmp_path: Path, laptop: Desk, sent_forum: UUID, office: Office, box: Path
) -> None:
    complaint = services.complaints.lodge_complaint(
        laptop,
        sent_forum,
        ComplaintIntake(kind="light", subject="ไฟดับ", facts="สามคืน", first_name="สมมติ"),
    )
    path = tmp_path / "photo.jpg"
    path.write_bytes(photo())
    services.evidence.add_evidence(laptop, complaint.id, path)
    assert laptop.database.attachments.known()
    bring_to_headquarters(laptop, sent_forum, office, box)
    handed = handing_over.hand_over(laptop, sent_forum, tmp_path / "certificate.pdf")
    assert handed.attachments == 1
    assert handed.complaints == 1
    assert laptop.database.attachments.known() == frozenset()


def test_what_was_broken_off_is_gone_on_with(
    tmp_path: Path, laptop: Desk, sent_forum: UUID, office: Office, box: Path
) -> None:
    bring_to_headquarters(laptop, sent_forum, office, box)
    nowhere = tmp_path / "nowhere" / "certificate.pdf"
    with pytest.raises(Refusal, match=r"files\.not_written"):
        handing_over.hand_over(laptop, sent_forum, nowhere)
    assert services.forums.list_forums(laptop) == ()
    handed = handing_over.hand_over(laptop, sent_forum, tmp_path / "certificate.pdf")
    assert handed.operations > 0
    assert (tmp_path / "certificate.pdf").read_bytes().startswith(b"%PDF")


def test_a_laptop_that_joins_again_is_cleaned_again_and_not_by_the_old_certificate(
    tmp_path: Path, laptop: Desk, sent_forum: UUID, office: Office, box: Path, hall: ExitStack
) -> None:
    pack = tmp_path / "venue.forumpack"
    exchange.make_venue_pack(laptop, sent_forum, pack, ())
    other = hall.enter_context(closing(Desk.open(tmp_path / "b")))
    exchange.join_forum(other, pack, "ลงทะเบียน 1")
    outbox.keep_address(other, str(box))
    bring_to_headquarters(other, sent_forum, office, box)
    handing_over.hand_over(other, sent_forum, tmp_path / "one.pdf")
    with pytest.raises(Refusal, match=r"exchange\."):
        bundle = tmp_path / "a.forumbundle"
        exchange.write_bundle(laptop, sent_forum, bundle)
        exchange.take_bundle(other, bundle)
    exchange.join_forum(other, pack, "ลงทะเบียน 1")
    with pytest.raises(Refusal, match=r"handing_over\.not_received"):
        handing_over.hand_over(other, sent_forum, tmp_path / "two.pdf")
    services.opinions.capture_opinion(other, sent_forum, text="อีกครั้ง", kind=OpinionKind.NEED)
    bring_to_headquarters(other, sent_forum, office, box)
    handed = handing_over.hand_over(other, sent_forum, tmp_path / "two.pdf")
    assert handed.opinions == 2
    assert not services.forums.list_forums(other)


def test_what_headquarters_holds_is_whole_after_the_laptop_is_clean(
    tmp_path: Path, laptop: Desk, sent_forum: UUID, office: Office, box: Path, hq_keys: HqKeys
) -> None:
    """The forum is told again from what headquarters kept: nothing was lost by cleaning."""
    other_pack = replace(make_pack(), hq_recipient=hq_keys.recipient)
    services.forums.create_forum(laptop, other_pack)
    with laptop.look() as look:
        ask = "SELECT sha FROM operation WHERE forum = ?"
        before = {sha for (sha,) in look.driver.execute(ask, (str(sent_forum),))}
    bring_to_headquarters(laptop, sent_forum, office, box)
    handing_over.hand_over(laptop, sent_forum, tmp_path / "certificate.pdf")
    with office.archive.look() as connection:
        held = connection.exec_driver_sql(f"SELECT sha FROM operation WHERE forum = '{sent_forum}'")
        assert before <= {sha for (sha,) in held}
