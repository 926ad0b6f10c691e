"""The table of a run tells each figure beside its baseline, and which bound was missed."""

from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.table import Measured, machine, write_table


def test_a_table_tells_what_was_measured_and_what_was_missed(tmp_path: Path) -> None:
    kept = Figure(name="a commit", value=0.25, unit="ms", baseline=0.2, bound=1.3)
    missed = Figure(name="memory", value=300.0, unit="MB", bound=220)
    alone = Figure(name="rate", value=15_528.4, unit="")
    write_table(tmp_path / "t.md", [Measured("storage", one) for one in (kept, missed, alone)])
    lines = (tmp_path / "t.md").read_text(encoding="utf-8").splitlines()
    assert machine() in lines[2]
    assert lines[-3:] == [
        "| storage | a commit | 0.25 ms | 0.20 ms | 1.25 | 1.3 | yes |",
        "| storage | memory | 300.00 MB |  |  | 220 | NO |",
        "| storage | rate | 15,528.40 |  |  |  |  |",
    ]
