"""All faults in full: `python -m benchmarks.faults [--kills N] [--acts N] [--every N]`.

Prints what was tried, what was lost (there must be nothing) and what was refused; exit 1 where
something was lost or damaged.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence

from benchmarks.faults import failing, kills, new_key, power_cuts

_BAD = ("lost", "faulty", "faults", "fault of ours", "damaged")


def main(words: Sequence[str]) -> int:
    """Run every kind of fault, and say the figures of each as soon as they are there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=2000, metavar="N")
    parser.add_argument("--acts", type=int, default=25, metavar="N")
    parser.add_argument("--every", type=int, default=1, metavar="N")
    asked = parser.parse_args(words)
    kinds: dict[str, Callable[[], Counter[str]]] = {
        "power cut at every write": lambda: power_cuts.measure(asked.acts, every=asked.every),
        "power cut while the key is changed": lambda: new_key.measure(asked.every),
        "a call that fails": lambda: failing.measure(6, asked.every),
        "kill -9": lambda: kills.measure(asked.kills),
    }
    told = tuple(_said(name, measure) for name, measure in kinds.items())  # all of them
    return int(any(map(_is_bad, told)))


def _said(name: str, measure: Callable[[], Counter[str]]) -> Counter[str]:
    begun = time.monotonic()
    figures = measure()
    told = ", ".join(f"{what} {count:,}" for what, count in sorted(figures.items()))
    print(f"{name}: {told} ({time.monotonic() - begun:.0f} s)", flush=True)
    return figures


def _is_bad(figures: Counter[str]) -> bool:
    return any(count for what, count in figures.items() if what.endswith(_BAD))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
