"""Run the benchmarks: `python -m benchmarks [NAME ...]`, all where none is named."""

import sys

from benchmarks import capture, documents, floor, registration, start, storage, sync

BENCHMARKS = {
    "start": start.measure,
    "capture": capture.measure,
    "floor": floor.measure,
    "registration": registration.measure,
    "documents": documents.measure,
    "storage": storage.measure,
    "sync": sync.measure,
}


def main(names: list[str]) -> int:
    """Print the figures of the named benchmarks; return 1 where a bound was missed."""
    missed = 0
    for name in names or BENCHMARKS:
        print(f"\n{name}")
        for figure in BENCHMARKS[name]():
            print(f"  {figure}")
            missed += not figure.is_within
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
