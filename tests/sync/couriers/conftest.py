"""Mail boxes by every way, each served for a test."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import cache
from pathlib import Path
from uuid import uuid4

import pytest

from tests.sync.couriers.servers import Box, lack_of, served

WAYS = ("folder", "sftp", "webdav", "s3")


Open = Callable[[str], Box]


@pytest.fixture(scope="session")
def s3_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Box]]:
    """Serve one store for all tests, which takes long to begin; each has a folder of its own."""
    with ExitStack() as stack:

        @cache
        def begun() -> Box:
            return stack.enter_context(served("s3", tmp_path_factory.mktemp("s3")))

        yield lambda: begun()._replace(
            address=replace(begun().address, folder=f"forums/{uuid4().hex}")
        )


@pytest.fixture
def open_box(tmp_path: Path, s3_server: Callable[[], Box]) -> Iterator[Open]:
    """Serve a mail box by a way, or say loudly why that is not proven here."""
    with ExitStack() as stack:

        def opened(way: str) -> Box:
            if lack := lack_of(way):
                pytest.skip(f"THE WAY {way.upper()} IS NOT PROVEN HERE: {lack}")
            if way == "s3":
                return s3_server()
            return stack.enter_context(served(way, tmp_path))

        yield opened


@pytest.fixture(params=WAYS)
def box(request: pytest.FixtureRequest, open_box: Open) -> Box:
    return open_box(request.param)
