"""A laptop with a passphrase: a thief of the folder, a backup or the stick reads nothing."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forum_desktop import sealing, services
from forum_desktop.db.keys.beside import keys_beside
from forum_desktop.db.keys.key_file import KEYS_NAME, read_key_file
from forum_desktop.errors import Refusal
from forum_desktop.paths import BACKUPS_NAME
from forum_desktop.records.opinion import Opinion, OpinionKind
from forum_desktop.records.secret import Secret
from forum_desktop.services.desk import Desk
from tests.factory import StepClock, make_pack

PASSPHRASE, OTHER = "น้ำใส ปลาว่าย", "ฝนตกที่ทุ่งนา"
WORDS = "ถนนหน้าตลาดเป็นหลุมลึกมาก"


def open_with(folder: Path, secret: Secret | None = None) -> Desk:
    return Desk.open(folder, "tester", StepClock(), secret)


def opens(folder: Path, secret: Secret | None = None) -> bool:
    try:
        open_with(folder, secret).close()
    except Refusal as refusal:
        assert refusal.key in {"keys.needed", "keys.wrong_passphrase", "keys.wrong_code"}  # noqa: PT017
        return False
    return True


def texts(folder: Path, secret: Secret | None = None) -> list[str]:
    desk = open_with(folder, secret)
    with desk.look() as look:
        said = [opinion.text for opinion in look.all(Opinion)]
    desk.close()
    return said


def holding(folder: Path, *keys: str) -> list[Path]:
    """Return the files below a folder in which a key stands, in hexadecimal or bare."""
    forms = [form for key in keys for form in (key.encode(), bytes.fromhex(key))]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if any(form in path.read_bytes() for form in forms)]


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Desk]:
    """Open a laptop with a forum, an opinion and an attachment."""
    desk = open_with(tmp_path / "data")
    forum = services.forums.create_forum(desk, make_pack())
    services.opinions.capture_opinion(desk, forum.id, text=WORDS, kind=OpinionKind.NEED)
    with desk.database.attachments.lock:
        desk.database.attachments.keep(b"a photo of nobody")
    yield desk
    desk.close()


@pytest.fixture
def code(laptop: Desk) -> str:
    """Protect the laptop; return its printed code."""
    made = services.protection.new_code()
    services.protection.set_passphrase(laptop, PASSPHRASE, made)
    return made


def test_protected_only_the_passphrase_and_the_code_open(laptop: Desk, code: str) -> None:
    folder = laptop.database.folder
    laptop.close()
    assert not opens(folder)
    assert not opens(folder, Secret(OTHER))
    assert not opens(folder, Secret(services.protection.new_code(), is_code=True))
    assert texts(folder, Secret(PASSPHRASE)) == [WORDS]
    assert texts(folder, Secret(code, is_code=True)) == [WORDS]
    with pytest.raises(Refusal, match=r"keys\.needed"):
        services.start.glance(folder)


def test_a_copy_of_the_folder_from_before_opens_nothing_of_after(
    laptop: Desk, tmp_path: Path
) -> None:
    """A key that lay open is not wrapped but changed."""
    folder, was = laptop.database.folder, laptop.database.key
    services.protection.set_passphrase(laptop, PASSPHRASE, services.protection.new_code())
    assert laptop.database.key != was
    laptop.close()
    assert holding(folder, was) == []


def test_no_file_and_no_backup_holds_a_bare_key_once_protected(
    laptop: Desk, tmp_path: Path
) -> None:
    folder, stick, was = laptop.database.folder, tmp_path / "stick", laptop.database.key
    for place in (folder / BACKUPS_NAME, stick):
        place.mkdir()
        services.storage.backup(laptop, place / "one.db")
    (stick / "two.db.key").write_text(was)  # as the first versions laid it down
    (stick / "two.db").write_bytes((stick / "one.db").read_bytes())
    assert holding(tmp_path, was) != []
    secret_code = services.protection.new_code()
    closed = services.protection.set_passphrase(laptop, PASSPHRASE, secret_code, places=[stick])
    services.storage.backup(laptop, stick / "three.db")
    now = laptop.database.key
    assert closed == 3
    assert holding(tmp_path, was, now) == []
    laptop.close()
    assert holding(tmp_path, was, now) == []
    for name in ("one.db", "two.db", "three.db"):
        with pytest.raises(Refusal, match=r"keys\.needed"):
            services.storage.restore(tmp_path / "thief", stick / name)
        services.storage.restore(tmp_path / name, stick / name, Secret(PASSPHRASE))
        assert texts(tmp_path / name, Secret(secret_code, is_code=True)) == [WORDS]


def test_another_passphrase_leaves_the_code_and_closes_the_one_of_before(
    laptop: Desk, code: str
) -> None:
    folder, copy = laptop.database.folder, laptop.database.folder / BACKUPS_NAME / "one.db"
    copy.parent.mkdir()
    services.storage.backup(laptop, copy)
    with pytest.raises(Refusal, match=r"keys\.wrong_passphrase"):
        services.protection.change_passphrase(laptop, Secret(OTHER), OTHER)
    services.protection.change_passphrase(laptop, Secret(PASSPHRASE), OTHER)
    assert read_key_file(keys_beside(copy)) == read_key_file(folder / KEYS_NAME)
    laptop.close()
    assert not opens(folder, Secret(PASSPHRASE))
    assert opens(folder, Secret(OTHER))
    assert opens(folder, Secret(code, is_code=True))


def test_a_forgotten_passphrase_is_replaced_by_the_code(laptop: Desk, code: str) -> None:
    folder = laptop.database.folder
    services.protection.change_passphrase(laptop, Secret(code, is_code=True), OTHER)
    laptop.close()
    assert opens(folder, Secret(OTHER))


def test_another_code_closes_the_slip_of_before(laptop: Desk, code: str) -> None:
    folder, new = laptop.database.folder, services.protection.new_code()
    services.protection.change_code(laptop, PASSPHRASE, new)
    laptop.close()
    assert not opens(folder, Secret(code, is_code=True))
    assert opens(folder, Secret(new, is_code=True))
    assert opens(folder, Secret(PASSPHRASE))


def test_with_another_key_whoever_had_the_old_one_has_nothing(laptop: Desk, code: str) -> None:
    folder, was, new = laptop.database.folder, laptop.database.key, services.protection.new_code()
    with pytest.raises(Refusal, match=r"keys\.wrong_passphrase"):
        services.protection.renew_key(laptop, OTHER, new)
    assert laptop.database.key == was
    services.protection.renew_key(laptop, PASSPHRASE, new)
    assert laptop.database.key != was
    services.storage.check(laptop)
    laptop.close()
    assert not opens(folder, Secret(code, is_code=True))
    assert texts(folder, Secret(new, is_code=True)) == [WORDS]


def test_removed_for_practice_it_opens_for_everybody(laptop: Desk, code: str) -> None:
    folder = laptop.database.folder
    with pytest.raises(Refusal, match=r"keys\.wrong_passphrase"):
        services.protection.remove_protection(laptop, Secret(OTHER))
    assert services.protection.state(folder).is_protected
    services.protection.remove_protection(laptop, Secret(PASSPHRASE))
    laptop.close()
    assert texts(folder) == [WORDS]


def test_what_cannot_be_done_changes_nothing(laptop: Desk) -> None:
    folder, before = laptop.database.folder, (laptop.database.folder / KEYS_NAME).read_bytes()
    made = services.protection.new_code()
    tries: dict[str, Callable[[], object]] = {
        "keys.passphrase_short": lambda: services.protection.set_passphrase(laptop, "ฝน", made),
        "keys.code_mistyped": lambda: services.protection.set_passphrase(laptop, OTHER, made[:9]),
        "keys.not_protected": lambda: services.protection.renew_key(laptop, OTHER, made),
        "keys.not_same": lambda: services.protection.check_new(OTHER, PASSPHRASE),
    }
    for key, act in tries.items():
        with pytest.raises(Refusal) as told:
            act()
        assert told.value.key == key
    assert (folder / KEYS_NAME).read_bytes() == before
    services.protection.set_passphrase(laptop, PASSPHRASE, made)
    with pytest.raises(Refusal, match=r"keys\.is_protected"):
        services.protection.set_passphrase(laptop, OTHER, made)


def test_headquarters_open_what_nobody_else_can(tmp_path: Path) -> None:
    pair, stranger = sealing.make_key(), sealing.make_key()
    folder = tmp_path / "data"
    desk = open_with(folder)
    services.forums.create_forum(desk, replace(make_pack(), hq_recipient=pair.recipient))
    made = services.protection.new_code()
    services.protection.set_passphrase(desk, PASSPHRASE, made)
    key = desk.database.key
    services.protection.change_passphrase(desk, Secret(PASSPHRASE), OTHER)
    assert services.protection.state(folder).has_headquarters
    assert not services.protection.keep_for_headquarters(desk)
    desk.close()
    assert holding(folder, key) == []
    with pytest.raises(Refusal, match=r"keys\.not_for_headquarters"):
        services.protection.open_by_headquarters(folder, stranger.secret, PASSPHRASE)
    services.protection.open_by_headquarters(folder, pair.secret, "คำใหม่จากสำนักงาน")
    assert not opens(folder, Secret(OTHER))
    assert opens(folder, Secret("คำใหม่จากสำนักงาน"))
    assert opens(folder, Secret(made, is_code=True))


def test_headquarters_known_only_later_get_their_key_then(laptop: Desk, code: str) -> None:
    assert not services.protection.keep_for_headquarters(laptop)
    pair = sealing.make_key()
    services.forums.create_forum(laptop, replace(make_pack(), hq_recipient=pair.recipient))
    assert services.protection.keep_for_headquarters(laptop)
    assert services.protection.state(laptop.database.folder).has_headquarters
    laptop.close()
    assert opens(laptop.database.folder, Secret(PASSPHRASE))


def test_a_protected_laptop_stays_so_whatever_is_restored(laptop: Desk, tmp_path: Path) -> None:
    """A backup from before the protection comes under the key and passphrase of now."""
    folder, copy, was = laptop.database.folder, tmp_path / "copy.db", laptop.database.key
    services.storage.backup(laptop, copy)
    services.protection.set_passphrase(laptop, PASSPHRASE, services.protection.new_code())
    laptop.close()
    services.storage.restore(folder, copy, Secret(PASSPHRASE))
    assert not opens(folder)
    assert texts(folder, Secret(PASSPHRASE)) == [WORDS]
    assert holding(folder, was) == []
    (aside,) = folder.glob("before-restore-*.db")
    with pytest.raises(Refusal, match=r"keys\.needed"):
        services.storage.restore(tmp_path / "thief", aside)


def test_a_protected_backup_on_a_new_laptop_brings_its_passphrase(
    laptop: Desk, code: str, tmp_path: Path
) -> None:
    copy, new = tmp_path / "copy.db", tmp_path / "new"
    services.storage.backup(laptop, copy)
    open_with(new).close()  # started once, and open as every new folder
    services.storage.restore(new, copy, Secret(code, is_code=True))
    assert not opens(new)
    assert texts(new, Secret(PASSPHRASE)) == [WORDS]


def test_restored_over_a_folder_nobody_can_open_what_was_there_is_kept(
    laptop: Desk, code: str, tmp_path: Path
) -> None:
    folder, copy = laptop.database.folder, tmp_path / "copy.db"
    laptop.close()
    other = open_with(tmp_path / "other")
    services.forums.create_forum(other, make_pack())
    services.storage.backup(other, copy)
    other.close()
    services.storage.restore(folder, copy)
    assert texts(folder) == []
    (aside,) = folder.glob("before-restore-*.db")
    services.storage.restore(tmp_path / "again", aside, Secret(PASSPHRASE))
    assert texts(tmp_path / "again", Secret(PASSPHRASE)) == [WORDS]


@pytest.mark.parametrize("damage", ["gone", "{"])
def test_a_key_file_that_is_lost_comes_back_from_a_backup(
    laptop: Desk, code: str, damage: str
) -> None:
    folder = laptop.database.folder
    (folder / BACKUPS_NAME).mkdir()
    services.storage.backup(laptop, folder / BACKUPS_NAME / "one.db")
    laptop.close()
    if damage == "gone":
        (folder / KEYS_NAME).unlink()
    else:
        (folder / KEYS_NAME).write_text(damage)
    with pytest.raises(Refusal, match=r"keys\.needed"):
        services.start.glance(folder)
    assert not opens(folder)
    assert not opens(folder, Secret(OTHER))
    assert texts(folder, Secret(PASSPHRASE)) == [WORDS]
    assert texts(folder, Secret(code, is_code=True)) == [WORDS]


def test_a_backup_of_another_key_is_no_spare(laptop: Desk) -> None:
    """Before the protection the backup had another key; its wraps do not open the file."""
    folder = laptop.database.folder
    (folder / BACKUPS_NAME).mkdir()
    services.storage.backup(laptop, folder / BACKUPS_NAME / "one.db")
    services.protection.set_passphrase(laptop, PASSPHRASE, services.protection.new_code())
    laptop.close()
    (folder / KEYS_NAME).unlink()
    with pytest.raises(Refusal, match=r"keys\.not_found"):
        open_with(folder, Secret(PASSPHRASE))
    assert not (folder / KEYS_NAME).exists()


def test_the_minutes_of_the_lock_are_kept(laptop: Desk) -> None:
    assert services.auto_lock.read_auto_lock(laptop).minutes == 10
    assert not services.auto_lock.read_auto_lock(laptop).is_on
    services.auto_lock.keep_minutes(laptop, 5)
    assert services.auto_lock.read_auto_lock(laptop).minutes == 5
    with pytest.raises(Refusal, match=r"protection\.bad_minutes"):
        services.auto_lock.keep_minutes(laptop, 7)


_ACTS = st.lists(st.sampled_from(("pass", "code", "key", "off", "backup")), max_size=5)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=_ACTS)
def test_after_any_acts_exactly_the_newest_secrets_open(
    tmp_path_factory: pytest.TempPathFactory, acts: list[str]
) -> None:
    """Whatever was done in whatever order: the last passphrase and code open, no other does."""
    folder = tmp_path_factory.mktemp("acts") / "data"
    desk = open_with(folder)
    known, phrase, code = {desk.database.key}, "", ""
    for at, act in enumerate(acts):
        new, made = f"{PASSPHRASE} {at}", services.protection.new_code()
        if act == "backup":
            services.storage.backup(desk, folder / "copy.db")
        elif not phrase:
            services.protection.set_passphrase(desk, new, made)
            phrase, code = new, made
        elif act == "pass":
            services.protection.change_passphrase(desk, Secret(phrase), new)
            phrase = new
        elif act == "code":
            services.protection.change_code(desk, phrase, made)
            code = made
        elif act == "key":
            services.protection.renew_key(desk, phrase, made)
            code = made
        else:
            services.protection.remove_protection(desk, Secret(phrase))
            phrase = code = ""
        known.add(desk.database.key)
    desk.close()
    assert opens(folder) is not bool(phrase)
    if phrase:
        assert opens(folder, Secret(phrase))
        assert opens(folder, Secret(code, is_code=True))
        assert not opens(folder, Secret(f"{PASSPHRASE} -"))
        now = read_key_file(folder / KEYS_NAME)
        assert not now.is_open
        assert holding(folder, *known) == []


def test_a_slip_can_be_written_before_the_first_forum_and_is_kept_nowhere(tmp_path: Path) -> None:
    desk = open_with(tmp_path / "data")
    made, before = services.protection.new_code(), sorted(tmp_path.rglob("*"))
    target = services.recovery_slip.write_slip(desk, made, tmp_path / "slip.pdf")
    with pytest.raises(Refusal, match=r"document\.of_no_forum"):  # it is of no data at all
        services.checking.check_document(desk, target)
    desk.close()
    after = set(tmp_path.rglob("*")) - set(before)
    assert {path.name for path in after if path.is_file()} <= {"slip.pdf"}


def test_a_damaged_backup_and_a_strangers_key_are_told_apart_from_a_wrong_passphrase(
    laptop: Desk, code: str, tmp_path: Path
) -> None:
    copy, secret = tmp_path / "copy.db", Secret(PASSPHRASE)
    services.storage.backup(laptop, copy)
    whole = copy.read_bytes()
    copy.write_bytes(bytes(4096) + whole[4096:])
    with pytest.raises(Refusal, match=r"keys\.copy_not_opened"):
        services.storage.restore(tmp_path / "new", copy, secret)
    copy.write_bytes(whole)
    with pytest.raises(Refusal, match=r"keys\.wrong_passphrase"):
        services.storage.restore(tmp_path / "new", copy, Secret(OTHER))
    assert not (tmp_path / "new" / "forum.db").exists()
