"""Run the benchmarks: `python -m benchmarks [--table FILE] [NAME ...]`, all where none is named."""

import argparse
import sys
from pathlib import Path

from benchmarks import capture, day, documents, floor, registration, start, storage, sync
from benchmarks.table import Measured, write_table

BENCHMARKS = {
    "start": start.measure,
    "capture": capture.measure,
    "floor": floor.measure,
    "registration": registration.measure,
    "documents": documents.measure,
    "storage": storage.measure,
    "sync": sync.measure,
    "day": day.measure,
}


def main(words: list[str]) -> int:
    """Print the figures of the named benchmarks; return 1 where a bound was missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", allow_abbrev=False)
    parser.add_argument("--table", type=Path, metavar="FILE", help="write the figures as a table")
    parser.add_argument("names", nargs="*", choices=[*BENCHMARKS, []], metavar="NAME")
    arguments = parser.parse_args(words)
    measured: list[Measured] = []
    for name in arguments.names or BENCHMARKS:
        print(f"\n{name}")
        for figure in BENCHMARKS[name]():
            print(f"  {figure}", flush=True)
            measured.append(Measured(name, figure))
    if arguments.table is not None:
        write_table(arguments.table, measured)
    return int(not all(one.figure.is_within for one in measured))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
