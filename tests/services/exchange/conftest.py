"""Headquarters and a laptop whose forum knows it, with a folder between them."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.records.headquarters import HqKeys
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.records.pack import HealthScreening
from forum_desktop.services.desk import Desk
from forum_desktop.services.exchange import outbox
from forum_desktop.services.headquarters import Office
from tests.services.laptops import pack_of_a_day

headquarters = services.headquarters


@pytest.fixture
def hall() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def hq_keys(tmp_path: Path) -> HqKeys:
    return headquarters.make_keys(tmp_path / "hq.key")


@pytest.fixture
def office(tmp_path: Path, hq_keys: HqKeys, hall: ExitStack) -> Office:
    secret = headquarters.read_keys(tmp_path / "hq.key")
    return hall.enter_context(headquarters.open_office(tmp_path / "hq", secret))


@pytest.fixture
def box(tmp_path: Path) -> Path:
    box = tmp_path / "box"
    box.mkdir()
    return box


@pytest.fixture
def laptop(tmp_path: Path, hall: ExitStack, box: Path) -> Desk:
    desk = hall.enter_context(closing(Desk.open(tmp_path / "a")))
    outbox.keep_address(desk, str(box))
    return desk


@pytest.fixture
def sent_forum(laptop: Desk, hq_keys: HqKeys) -> UUID:
    """Return a forum that knows headquarters, with one word said in it."""
    pack = replace(
        pack_of_a_day(),
        screening=HealthScreening(is_on=True),
        hq_recipient=hq_keys.recipient,
        hq_receipt_key=hq_keys.receipt_key,
    )
    forum = services.forums.create_forum(laptop, pack)
    services.opinions.capture_opinion(laptop, forum.id, text="น้ำท่วม", kind=OpinionKind.NEED)
    return forum.id
