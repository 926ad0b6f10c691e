"""A password is kept by the system's keyring or nowhere."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from forum_desktop.errors import Refusal
from forum_desktop.records.courier import Credential
from forum_desktop.services.desk import Desk
from forum_desktop.services.exchange import outbox
from tests.services.somebody import everything
from tests.sync.couriers.servers import SECRET, USER, Box, lack_of, served

keyring = pytest.importorskip("keyring", reason="KEYRING IS NOT INSTALLED: it is not proven here")


@pytest.fixture
def ring() -> Iterator[dict[tuple[str, str], str]]:
    """Put a keyring in memory in the place of the system's."""
    kept: dict[tuple[str, str], str] = {}
    backend: Any = import_module("keyring.backend").KeyringBackend

    class Memory(backend):  # type: ignore[misc]
        priority = 1

        def set_password(self, service: str, username: str, password: str) -> None:
            kept[service, username] = password

        def get_password(self, service: str, username: str) -> str | None:
            return kept.get((service, username))

        def delete_password(self, service: str, username: str) -> None:
            del kept[service, username]

    before = keyring.get_keyring()
    keyring.set_keyring(Memory())
    yield kept
    keyring.set_keyring(before)


@pytest.fixture
def dav(tmp_path: Path) -> Iterator[Box]:
    if lack := lack_of("webdav"):
        pytest.skip(f"THE WAY WEBDAV IS NOT PROVEN HERE: {lack}")
    with served("webdav", tmp_path / "dav") as box:
        yield box


def test_a_password_is_kept_only_when_it_was_wished_and_opened_the_box(
    laptop: Desk, sent_forum: UUID, dav: Box, ring: dict[tuple[str, str], str]
) -> None:
    outbox.keep_address(laptop, f"http://{USER}@127.0.0.1:{dav.port}/box")
    with pytest.raises(Refusal, match=r"courier\.needs_credential"):
        outbox.send(laptop, sent_forum)
    with pytest.raises(Refusal, match=r"courier\.login_refused"):
        outbox.send(laptop, sent_forum, credential=Credential(secret="wrong"), is_kept=True)
    outbox.send(laptop, sent_forum, credential=Credential(secret=SECRET))
    assert ring == {}
    outbox.send(laptop, sent_forum, credential=Credential(secret=SECRET), is_kept=True)
    assert list(ring.values()) == [SECRET]
    assert outbox.read_outbox(laptop, sent_forum).has_credential
    assert outbox.send(laptop, sent_forum).was_there
    assert SECRET not in everything(laptop)
    outbox.forget_credential(laptop)
    assert ring == {}


def test_without_a_keyring_it_is_asked_each_time(
    laptop: Desk, sent_forum: UUID, dav: Box, ring: dict[tuple[str, str], str]
) -> None:
    keyring.set_keyring(import_module("keyring.backends.fail").Keyring())
    outbox.keep_address(laptop, f"http://{USER}@127.0.0.1:{dav.port}/box")
    outbox.send(laptop, sent_forum, credential=Credential(secret=SECRET), is_kept=True)
    assert not outbox.read_outbox(laptop, sent_forum).has_credential
    with pytest.raises(Refusal, match=r"courier\.needs_credential"):
        outbox.send(laptop, sent_forum)
    outbox.forget_credential(laptop)
