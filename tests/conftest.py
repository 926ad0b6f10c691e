"""What every test stands on: a real folder, and logs that fail when they warn."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from forum_desktop.services.desk import Desk
from tests.factory import StepClock

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def no_unexpected_warnings(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning it did not expect."""
    yield
    for phase in ("setup", "call"):
        warned = [r for r in caplog.get_records(phase) if r.levelno >= logging.WARNING]
        assert not warned, [record.getMessage() for record in warned]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Open a desk on a real encrypted file, with a clock that steps a second a look."""
    opened = Desk.open(tmp_path / "data", actor="tester", clock=StepClock())
    yield opened
    opened.close()
