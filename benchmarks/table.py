"""The figures of one run as a table: which machine, which day, each beside its own baseline."""

import os
import platform
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from benchmarks.figures import Figure

_HEAD = "| benchmark | figure | measured | baseline | ratio | bound | kept |"
_RULE = "|---|---|---|---|---|---|---|"


class Measured(NamedTuple):
    """A figure and the benchmark that it is of."""

    benchmark: str
    figure: Figure


def write_table(target: Path, measured: Sequence[Measured]) -> None:
    """Write the figures as Markdown."""
    head = (f"# Benchmarks\n\n{machine()}, {datetime.now().astimezone():%Y-%m-%d}.\n", _HEAD, _RULE)
    target.write_text("\n".join([*head, *map(_row, measured)]) + "\n", encoding="utf-8")


def machine() -> str:
    """Return what is told of the machine: processors, their name, memory, system, Python."""
    parts = (
        f"{os.cpu_count()} processors",
        next(_processors(), platform.machine()),
        f"{_memory():.0f} GB",
        f"{platform.system()} {platform.release().partition('-')[0]}",
        f"Python {platform.python_version()}",
    )
    return ", ".join(parts)


def _processors() -> Iterator[str]:
    path = Path("/proc/cpuinfo")
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        name, _, value = line.partition(":")
        if name.strip() == "model name":
            yield value.strip()


def _memory() -> float:
    if not hasattr(os, "sysconf"):
        return 0.0
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3


def _row(one: Measured) -> str:
    figure = one.figure
    has_baseline = figure.baseline is not None
    cells = (
        one.benchmark,
        figure.name,
        f"{figure.value:,.2f} {figure.unit}".strip(),
        f"{figure.baseline:,.2f} {figure.unit}".strip() if has_baseline else "",
        f"{figure.compared:.2f}" if has_baseline else "",
        "" if figure.bound is None else f"{figure.bound:g}",
        "" if figure.bound is None else "yes" if figure.is_within else "NO",
    )
    return f"| {' | '.join(cells)} |"
