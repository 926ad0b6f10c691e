"""Evidence: what is taken, what is refused and in which words, and that nothing is half kept."""

import errno
import io
import os
import struct
import zlib
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from forum_desktop import services
from forum_desktop.errors import Cancelled, Refusal
from forum_desktop.records.complaint import ComplaintIntake
from forum_desktop.records.evidence import ENDINGS, Evidence, MediaType
from forum_desktop.records.sealed import AccessKind
from forum_desktop.services import evidence
from forum_desktop.services.desk import Desk
from forum_desktop.services.evidence import acts
from forum_desktop.services.evidence.kinds import recognise
from forum_desktop.services.evidence.photos import LONGEST_SIDE, THUMBNAIL_SIDE, prepare_photo
from forum_desktop.services.evidence.reading import LARGEST_READ, read_file, read_whole
from forum_desktop.wording import LANGUAGES, Wording
from tests.factory import make_pack
from tests.services.evidence_files import (
    DISHONEST,
    GPS_WORDS,
    HONEST,
    film,
    mp3,
    photo,
    picture,
    stick,
)

T = TypeVar("T")
SECRET = "ญฌซชฉจงคขก"


@pytest.fixture
def forum_id(desk: Desk) -> UUID:
    return services.forums.create_forum(desk, make_pack()).id


@pytest.fixture
def case(desk: Desk, forum_id: UUID) -> UUID:
    return lodged(desk, forum_id)


def lodged(desk: Desk, forum_id: UUID, *, is_sealed: bool = False) -> UUID:
    intake = ComplaintIntake(
        kind="light", subject="ไฟดับ", facts="สามคืน", first_name="สมมติ", is_sealed=is_sealed
    )
    return services.complaints.lodge_complaint(desk, forum_id, intake).id


def rows(desk: Desk) -> int:
    return len(desk.database.attachments.known())


def tried(job: Callable[[], T]) -> tuple[T | None, str]:
    """Return what a job made, or the key of what it refused with; anything else is a fault."""
    try:
        return job(), ""
    except Refusal as refusal:
        return None, refusal.key


def kept(desk: Desk, case: UUID) -> tuple[Evidence, ...]:
    return evidence.list_evidence(desk, case)


@pytest.mark.parametrize("name", HONEST)
def test_a_file_is_taken_for_what_its_bytes_are(desk: Desk, case: UUID, name: str) -> None:
    content, kind = HONEST[name]
    added = evidence.add_evidence(desk, case, stick(desk, "อะไรก็ได้.exe", content))
    file = evidence.open_evidence(desk, added.id)
    assert added.media_type is file.media_type is kind
    assert added.original_sha256 == sha256(content).hexdigest()
    assert added.original_size == len(content)
    assert added.sha256 == sha256(file.content).hexdigest()
    is_photo = kind in {MediaType.JPEG, MediaType.PNG}
    assert is_photo or file.content == content
    assert (evidence.read_thumbnail(desk, added.id) is not None) is is_photo
    assert services.storage.check(desk).is_sound


@pytest.mark.parametrize("name", DISHONEST)
@pytest.mark.parametrize("called", ["ภาพ.jpg", "เอกสาร.docx"])
def test_what_is_refused_is_told_in_a_sentence_and_leaves_nothing(
    desk: Desk, case: UUID, name: str, called: str
) -> None:
    content, key = DISHONEST[name]
    with pytest.raises(Refusal) as refusal:
        evidence.add_evidence(desk, case, stick(desk, called, content))
    assert refusal.value.key == f"evidence.{key}"
    for language in LANGUAGES:
        assert len(Wording(language).of(refusal.value)) > 40
    assert kept(desk, case) == ()
    assert rows(desk) == 0
    assert list(desk.database.folder.glob("*part*")) == []


def test_a_photo_of_200_megabytes_is_refused_unread(desk: Desk, case: UUID) -> None:
    path = stick(desk, "ใหญ่.jpg", photo())
    os.truncate(path, 200 * 1024 * 1024)
    with pytest.raises(Refusal) as refusal:
        evidence.add_evidence(desk, case, path)
    assert refusal.value.key == "evidence.too_big"
    assert "200" in Wording().of(refusal.value)


def test_a_file_that_grows_while_it_is_read_stays_bounded() -> None:
    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            return b"x" * size

    with pytest.raises(Refusal, match="too_big"):
        read_whole(Endless(), 10)  # type: ignore[arg-type]


def test_a_film_too_large_to_keep_is_refused(desk: Desk, case: UUID) -> None:
    large = film() + struct.pack(">I4s", 8 + 21 * 1024 * 1024, b"free") + bytes(21 * 1024 * 1024)
    with pytest.raises(Refusal, match="too_big_to_keep"):
        evidence.add_evidence(desk, case, stick(desk, "คลิป.mp4", large))
    assert rows(desk) == 0


def test_a_stick_pulled_out_in_the_middle_is_told(tmp_path: Path) -> None:
    class Gone(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell():
                raise OSError(errno.EIO, "Input/output error")
            return super().read(size)

    with pytest.raises(OSError, match="Input/output"):
        read_whole(Gone(b"x" * 3_000_000), 3_000_000)
    with pytest.raises(Refusal, match="cut_short"):
        read_whole(io.BytesIO(b"x" * 2_000_000), 3_000_000)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="only where /proc is")
def test_a_file_that_cannot_be_read_is_told() -> None:
    # The kernel itself answers EIO here, as it does for a stick that is gone.
    with pytest.raises(Refusal, match="cut_short"):
        read_file(Path("/proc/self/mem"))


@pytest.mark.parametrize("where", ["nowhere.jpg", "."])
def test_what_is_no_file_is_told(tmp_path: Path, where: str) -> None:
    with pytest.raises(Refusal, match=r"evidence\.(not_found|no_file)"):
        read_file(tmp_path / where)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ภาพ.jpg")
    with pytest.raises(Refusal, match="no_file"):
        read_file(tmp_path / "ภาพ.jpg")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_tells_no_place_no_phone_and_no_comment(desk: Desk, case: UUID, kind: str) -> None:
    original = photo(600, 400, kind=kind)
    assert GPS_WORDS in original
    added = evidence.add_evidence(desk, case, stick(desk, "a", original))
    thumbnail = evidence.read_thumbnail(desk, added.id)
    assert thumbnail
    for content in (evidence.open_evidence(desk, added.id).content, thumbnail):
        opened = Image.open(io.BytesIO(content))
        assert dict(opened.getexif()) == {}
        assert {"exif", "comment", "icc_profile", "xmp"}.isdisjoint(opened.info)
        assert GPS_WORDS not in content


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright(orientation: int) -> None:
    # The corner that is red as the eye sees it, for each way to hold a phone (EXIF 2.32, 4.6.4).
    red = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}
    made = prepare_photo(photo(64, 48, orientation=orientation), MediaType.JPEG)
    image = Image.open(io.BytesIO(made.content)).convert("RGB")
    assert image.size == ((64, 48) if orientation < 5 else (48, 64))
    across, down = red[orientation]
    for x in (0, 1):
        for y in (0, 1):
            spot = image.getpixel((5 + x * (image.width - 10), 5 + y * (image.height - 10)))
            assert isinstance(spot, tuple)
            assert (spot[0] > 200) is ((x, y) == (across, down))


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_large_photo_is_made_smaller_and_a_small_one_is_not(kind: str) -> None:
    large = prepare_photo(photo(4000, 1000, kind=kind), MediaType(f"image/{kind.lower()}"))
    assert Image.open(io.BytesIO(large.content)).size == (LONGEST_SIDE, LONGEST_SIDE // 4)
    assert max(Image.open(io.BytesIO(large.thumbnail)).size) == THUMBNAIL_SIDE
    small = prepare_photo(photo(30, 20, kind=kind), MediaType(f"image/{kind.lower()}"))
    assert Image.open(io.BytesIO(small.content)).size == (30, 20)
    assert Image.open(io.BytesIO(small.thumbnail)).size == (30, 20)


@pytest.mark.parametrize("mode", ["L", "LA", "P", "RGBA", "I;16", "CMYK", "1"])
def test_photos_of_every_mode_are_taken(mode: str) -> None:
    image = Image.new(mode, (40, 30), 60000) if mode == "I;16" else picture().convert(mode)
    target = io.BytesIO()
    image.save(target, "JPEG" if mode == "CMYK" else "PNG")
    kind = MediaType.JPEG if mode == "CMYK" else MediaType.PNG
    made = Image.open(io.BytesIO(prepare_photo(target.getvalue(), kind).content))
    assert made.mode == "RGB"
    if mode == "I;16":
        spot = made.getpixel((5, 5))
        assert isinstance(spot, tuple)
        assert 225 <= spot[0] <= 240  # 60000 of 65535, not white


def pixel_bomb(side: int) -> bytes:
    """Return a PNG of a few hundred bytes whose head claims a picture of side by side points."""

    def chunk(name: bytes, body: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + body))
        return struct.pack(">I", len(body)) + name + body + check

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 100_000)
    signature = b"\x89PNG\r\n\x1a\n"
    return signature + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [8000, 12000, 60000])
def test_a_bomb_of_pixels_is_refused_by_its_head(side: int) -> None:
    with pytest.raises(Refusal, match="too_many_points"):
        prepare_photo(pixel_bomb(side), MediaType.PNG)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_photo_cut_anywhere_is_refused_or_whole(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(["JPEG", "PNG", "WEBP"]))
    whole = photo(320, 240, kind=kind)
    cut = whole[: data.draw(st.integers(0, len(whole) - 1))]
    media = MediaType(f"image/{kind.lower()}")
    made, refusal = tried(lambda: prepare_photo(cut, recognise(cut)))
    # Where it is not refused, what was lost is behind the picture: all its points are there.
    assert refusal or (made and made.content == prepare_photo(whole, media).content)


@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_damage_anywhere_is_refused_or_read_and_nothing_else(data: st.DataObject) -> None:
    content, _ = HONEST[data.draw(st.sampled_from(sorted(HONEST)))]
    damaged = bytearray(content)
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    length = data.draw(st.integers(0, len(content)))
    made, refusal = tried(lambda: acts._prepared(bytes(damaged[:length])))
    assert made or refusal.partition(".")[0] == "evidence"


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(["pdf", "mp4", "m4a", "wav"]), st.data())
def test_half_a_file_is_never_taken_for_its_kind(name: str, data: st.DataObject) -> None:
    content, _ = HONEST[name]
    cut = content[: data.draw(st.integers(12, len(content) - 8))]
    with pytest.raises(Refusal):
        recognise(cut)


def test_noise_is_no_recording() -> None:
    with pytest.raises(Refusal, match="unknown_kind"):
        recognise(b"\xff\xfb\x90\x00" + b"\x11" * 5000)
    assert recognise(mp3(2)) is MediaType.MP3


def test_500_files_are_answered_each_and_20_are_kept(desk: Desk, case: UUID) -> None:
    paths = [stick(desk, f"{n}.txt", f"ข้อความที่ {n}".encode()) for n in range(500)]
    heard: list[float] = []
    outcomes = evidence.add_all(desk, case, paths, progress=heard.append)
    assert [outcome.path for outcome in outcomes] == paths
    assert sum(outcome.evidence is not None for outcome in outcomes) == 20
    told = {str(outcome.refusal) for outcome in outcomes if outcome.refusal}
    assert told == {"evidence.too_many (most=20)"}
    assert heard[-1] == 1.0
    assert len(kept(desk, case)) == rows(desk) == 20


def test_a_wish_to_stop_is_heeded_between_files(desk: Desk, case: UUID) -> None:
    paths = [stick(desk, f"{n}.txt", str(n).encode()) for n in range(5)]
    looks = iter([False, False, True])
    with pytest.raises(Cancelled):
        evidence.add_all(desk, case, paths, cancelled=lambda: next(looks))
    assert len(kept(desk, case)) == 2


def test_the_same_file_twice_is_one(desk: Desk, forum_id: UUID, case: UUID) -> None:
    path = stick(desk, "a.jpg", photo())
    first = evidence.add_evidence(desk, case, path)
    assert evidence.add_evidence(desk, case, path) == first
    other = evidence.add_evidence(desk, lodged(desk, forum_id), path)
    assert other.sha256 == first.sha256
    assert rows(desk) == 1


def test_a_file_is_withdrawn_with_a_reason_and_its_place_is_free_again(
    desk: Desk, case: UUID
) -> None:
    path = stick(desk, "a.txt", "ข้อความ".encode())
    added = evidence.add_evidence(desk, case, path)
    with pytest.raises(Refusal, match=r"text\.empty"):
        evidence.withdraw_evidence(desk, added.id, " ")
    gone = evidence.withdraw_evidence(desk, added.id, "แนบผิดเรื่อง")
    assert gone.withdrawn == "แนบผิดเรื่อง"
    assert kept(desk, case) == (gone,)
    with pytest.raises(Refusal, match="is_withdrawn"):
        evidence.withdraw_evidence(desk, added.id, "อีกครั้ง")
    assert evidence.open_evidence(desk, added.id).content.decode() == "ข้อความ"
    assert evidence.add_evidence(desk, case, path).id != added.id
    assert evidence.sweep_evidence(desk) == 0


def test_the_name_of_the_file_is_kept_nowhere(desk: Desk, case: UUID) -> None:
    evidence.add_evidence(desk, case, stick(desk, f"{SECRET}.txt", b"x"), name="หลอดไฟที่ขาด")
    with desk.look() as look:
        said = look.driver.execute("SELECT group_concat(payload) FROM operation").fetchone()[0]
    assert SECRET not in said
    assert "หลอดไฟที่ขาด" in said


def test_a_full_disk_is_told_before_anything_is_kept(
    desk: Desk, case: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(acts, "SPARE", 1 << 60)
    with pytest.raises(Refusal, match="disk_full"):
        evidence.add_evidence(desk, case, stick(desk, "a.txt", b"x"))
    assert rows(desk) == 0


def test_an_act_that_fails_leaves_no_content(
    desk: Desk, case: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Refused by the second look only, after the content was kept: as when two people add at once.
    looks = iter([None, Refusal("evidence.too_many", most=20)])

    def refuse(*_: object) -> None:
        answer = next(looks)
        if answer:
            raise answer

    monkeypatch.setattr(acts, "_refuse_more", refuse)
    with pytest.raises(Refusal, match="too_many"):
        evidence.add_evidence(desk, case, stick(desk, "a.txt", b"x"))
    assert rows(desk) == 0
    assert kept(desk, case) == ()


def test_content_whose_act_never_came_is_swept(desk: Desk, case: UUID) -> None:
    evidence.add_evidence(desk, case, stick(desk, "a.txt", b"x"))
    desk.database.attachments.keep(b"the power went off here")
    assert evidence.sweep_evidence(desk) == 1
    assert rows(desk) == 1


def test_what_is_written_out_ends_as_what_it_is(desk: Desk, case: UUID, tmp_path: Path) -> None:
    added = evidence.add_evidence(desk, case, stick(desk, "รูป.jpg", b"@echo off\r\nformat c:\r\n"))
    out = evidence.save_evidence(desk, added.id, tmp_path / "run.bat")
    assert out.name == "run.bat.txt"
    number = services.complaints.read_complaint(desk, case).reference
    assert evidence.suggested_name(desk, added.id) == f"{number}-1.txt"
    assert set(ENDINGS) == set(MediaType)


def test_evidence_of_a_sealed_complaint_is_ciphertext_and_opened_for_a_reason(
    desk: Desk, forum_id: UUID
) -> None:
    case = lodged(desk, forum_id, is_sealed=True)
    content = f"{SECRET} รับสินบน".encode()
    added = evidence.add_evidence(desk, case, stick(desk, "a.txt", content), name=SECRET)
    assert (added.name, added.original_sha256, added.media_type) == ("", "", None)
    assert evidence.read_thumbnail(desk, added.id) is None
    sealed = desk.database.attachments.read(added.sha256)
    assert sealed.startswith(b"-----BEGIN AGE ENCRYPTED FILE-----")
    with pytest.raises(Refusal, match=r"text\.empty"):
        evidence.open_evidence(desk, added.id)
    file = evidence.open_evidence(desk, added.id, reason="ส่งให้คณะกรรมการสอบ")
    assert (file.content, file.name) == (content, SECRET)
    assert file.original_sha256 == sha256(content).hexdigest()
    (access,) = services.complaints.who_opened(desk, case)
    assert (access.what, access.reason) == (AccessKind.CASE, "ส่งให้คณะกรรมการสอบ")
    evidence.withdraw_evidence(desk, added.id, SECRET)
    with desk.look() as look:
        said = look.driver.execute("SELECT group_concat(payload) FROM operation").fetchone()[0]
    assert SECRET not in said


def test_a_sealed_file_under_another_entry_is_told(desk: Desk, forum_id: UUID) -> None:
    case = lodged(desk, forum_id, is_sealed=True)
    one = evidence.add_evidence(desk, case, stick(desk, "a.txt", b"one"))
    other = evidence.add_evidence(desk, case, stick(desk, "b.txt", b"other"))
    with desk.act() as act:
        act.put(
            Evidence(
                id=other.id,
                forum_id=forum_id,
                complaint_id=case,
                sha256=one.sha256,
                size=one.size,
                added_at=other.added_at,
                is_sealed=True,
            )
        )
    with pytest.raises(Refusal, match=r"sealing\.damaged"):
        evidence.open_evidence(desk, other.id, reason="ตรวจสอบ")


def test_erasing_a_complaint_takes_its_evidence_along(desk: Desk, forum_id: UUID) -> None:
    case, other = lodged(desk, forum_id), lodged(desk, forum_id)
    shared = stick(desk, "a.txt", "ใช้สองเรื่อง".encode())
    own = stick(desk, "b.txt", SECRET.encode())
    for path in (shared, own):
        evidence.add_evidence(desk, case, path)
    evidence.add_evidence(desk, other, shared)
    services.complaints.erase_complaint(desk, case, "เจ้าของข้อมูลขอ")
    assert kept(desk, case) == ()
    assert rows(desk) == 1
    assert services.storage.check(desk).is_sound


def test_the_files_on_disk_tell_nothing(desk: Desk, case: UUID, tmp_path: Path) -> None:
    evidence.add_evidence(desk, case, stick(desk, "a.txt", SECRET.encode()), name=SECRET)
    services.storage.backup(desk, tmp_path / "copy.db")
    files = [*desk.database.folder.iterdir(), *tmp_path.glob("copy.db*")]
    assert {path.name for path in files} >= {"attachments.db", "copy.db.attachments"}
    for path in files:
        assert SECRET.encode() not in path.read_bytes()


def test_nothing_larger_than_what_is_read_is_ever_in_memory() -> None:
    assert acts.LARGEST_KEPT < LARGEST_READ == 50 * 1024 * 1024
