"""A damaged file: what can be saved is saved, what cannot is said, nothing more is lost."""

from pathlib import Path

import pytest

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.paths import DATABASE_NAME
from forum_desktop.records.forum import Forum
from forum_desktop.records.opinion import Opinion, OpinionKind
from forum_desktop.services.desk import Desk
from tests.factory import StepClock, make_pack

PAGE = 4096
MANY = 400


def _say(desk: Desk, forum: Forum, text: str) -> Opinion:
    return services.opinions.capture_opinion(desk, forum.id, text=text, kind=OpinionKind.NEED)


@pytest.fixture
def held(tmp_path: Path) -> Path:
    """Return a folder in which much was said, closed."""
    folder = tmp_path / "data"
    desk = services.start.open_desk(folder, "tester", StepClock())
    forum = services.forums.create_forum(desk, make_pack())
    for number in range(MANY):
        _say(desk, forum, f"ถ้อยคำที่ {number:04d}")
    services.drafts.keep_draft(desk, "capture", "คำที่พิมพ์ค้าง")
    desk.database.settle()
    desk.close()
    return folder


def _texts(folder: Path) -> set[str]:
    desk = services.start.open_desk(folder)
    with desk.look() as look:
        texts = {item.text for item in look.all(Opinion)}
    assert services.storage.check(desk).is_sound
    desk.close()
    return texts


def _back_up(folder: Path) -> None:
    desk = services.start.open_desk(folder, "tester", StepClock())
    services.backups.make_backup(desk)
    desk.close()


def _break(folder: Path, pages: range) -> None:
    path = folder / DATABASE_NAME
    content = bytearray(path.read_bytes())
    for page in pages:
        content[page * PAGE : page * PAGE + 64] = b"\x99" * 64
    path.write_bytes(content)


def test_a_broken_middle_costs_what_stood_there_and_says_how_much(held: Path) -> None:
    pages = (held / DATABASE_NAME).stat().st_size // PAGE
    _break(held, range(pages // 2, pages // 2 + 3))
    told = services.recovering.recover(held)
    texts = _texts(held)
    missing = sum(lost.operations for lost in told.lost)
    assert 0 < len(texts) <= MANY
    assert 0 < told.unread < MANY // 4
    assert len(texts) >= MANY - told.unread
    assert missing <= told.unread
    assert told.kept_aside
    for lost in told.lost:
        assert lost.operations > 0


@pytest.mark.parametrize("broken", ["first", "all", "cut", "gone"])
def test_with_a_backup_all_of_it_comes_back(held: Path, broken: str) -> None:
    _back_up(held)
    path = held / DATABASE_NAME
    pages = path.stat().st_size // PAGE
    match broken:
        case "first":
            _break(held, range(1))
        case "all":
            _break(held, range(pages))
        case "cut":
            path.write_bytes(path.read_bytes()[: pages // 3 * PAGE])
        case _:
            path.unlink()
    told = services.recovering.recover(held)
    assert told.lost == ()
    assert len(_texts(held)) == MANY
    desk = services.start.open_desk(held, "tester", StepClock())
    assert services.drafts.read_draft(desk, "capture") == "คำที่พิมพ์ค้าง"
    forum = services.forums.list_forums(desk)[0]
    numbers = {_say(desk, forum, "ต่อจากนี้").reference}
    with desk.look() as look:
        known = [item.reference for item in look.all(Opinion, forum_id=forum.id)]
    assert len(known) == len(set(known))
    assert numbers <= set(known)
    desk.close()


def test_without_a_readable_row_and_a_copy_it_is_refused_and_nothing_changes(held: Path) -> None:
    pages = (held / DATABASE_NAME).stat().st_size // PAGE
    _break(held, range(pages))
    before = {path.name: path.read_bytes() for path in held.iterdir() if path.is_file()}
    with pytest.raises(Refusal, match="recover"):
        services.recovering.recover(held)
    assert {p.name: p.read_bytes() for p in held.iterdir() if p.is_file()} == before


def test_a_copy_on_a_stick_helps_too(held: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    desk = services.start.open_desk(held, "tester", StepClock())
    services.storage.backup(desk, stick / "copy.db")
    desk.close()
    _break(held, range((held / DATABASE_NAME).stat().st_size // PAGE))
    told = services.recovering.recover(held, others=(stick,))
    assert told.from_copies > MANY
    assert len(_texts(held)) == MANY
