"""A stick that is full, fails or is pulled out at any moment: told, and nothing is lost."""

import errno
from collections.abc import Iterator

import pytest

from benchmarks.faults.failing import ALL, ONE
from benchmarks.faults.recording import can_record
from benchmarks.faults.stick import Ground, calls_of, failures, ground

pytestmark = pytest.mark.skipif(
    not can_record(), reason="FAILING STICKS NOT TRIED: they take Linux and a C compiler (cc)"
)


@pytest.fixture(scope="module")
def begun() -> Iterator[Ground]:
    with ground() as begun:
        yield begun


@pytest.mark.parametrize(("error", "many"), [(errno.ENOSPC, ONE), (errno.EIO, ALL)])
def test_whatever_fails_is_told_and_both_laptops_and_their_files_are_whole(
    begun: Ground, error: int, many: int
) -> None:
    last = calls_of(begun)
    for faults, told in failures(begun, error, many, range(1, last + 1, max(1, last // 5))):
        assert faults == ()
        assert told.startswith("refused")
