"""A disk that is full or fails at any moment is told in a sentence; what was kept stays."""

import errno

import pytest

from benchmarks.faults.failing import ALL, ONE, calls_of, failures
from benchmarks.faults.recording import can_record

pytestmark = pytest.mark.skipif(
    not can_record(), reason="FAILING DISKS NOT TRIED: they take Linux and a C compiler (cc)"
)
_ACTS = 3


@pytest.fixture(scope="module")
def last() -> int:
    return calls_of(_ACTS)


@pytest.mark.parametrize("many", [ONE, ALL])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO])
def test_a_failing_call_loses_nothing_and_is_told(error: int, many: int, last: int) -> None:
    moments = range(1 + many, last + 1, max(1, last // 6))
    for faults, told in failures(_ACTS, error, many, iter(moments)):
        assert faults == ()
        assert not told or "Refusal" in told
