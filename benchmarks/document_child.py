"""What the document benchmark runs in processes of its own: `build`, `warm`, `preview`, `parts`."""

import json
import pickle
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

PREVIEWS = 9
REBUILDS = 3


def build(content_path: Path, out: Path) -> None:
    """Make the document once, as an export does."""
    from forum_desktop import documents
    from forum_desktop.records.documents import DocumentFormat
    from forum_desktop.wording import Wording

    data = documents.render(_content(content_path), DocumentFormat.PDF, Wording("th"))
    out.write_bytes(data)
    out.with_suffix(".memory").write_text(str(_peak_memory()))


def _peak_memory() -> float:
    """Return the most this process has held, in MB.

    From Linux' own books: what `wait4` tells begins with the memory of the caller.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(peak.split()[1]) / 1024


def warm(content_path: Path, out: Path) -> None:
    """Make it again and again in one process; tell the seconds of each time."""
    from forum_desktop import documents
    from forum_desktop.records.documents import DocumentFormat
    from forum_desktop.wording import Wording

    content, wording = _content(content_path), Wording("th")
    render = lambda: documents.render(content, DocumentFormat.PDF, wording)  # noqa: E731
    out.write_text(json.dumps([_seconds(render) for _ in range(1 + REBUILDS)]))


def preview(content_path: Path, out: Path) -> None:
    """Edit one opinion and draw its page, several times; tell the seconds of each."""
    from forum_desktop.documents.minutes import lay_out
    from forum_desktop.wording import Wording

    content, wording = _content(content_path), Wording("th")
    laid = lay_out(content, wording)
    middle = len(content.opinions) // 2
    times = []
    for turn in range(PREVIEWS):
        edited = list(content.opinions)
        edited[middle] = replace(edited[middle], text=f"{edited[middle].text} แก้ครั้งที่ {turn}")
        changed = replace(content, opinions=tuple(edited))
        page = laid.page_count // 2
        times.append(_seconds(lambda: lay_out(changed, wording).page_pdf(page)))  # noqa: B023
    out.write_text(json.dumps(times))


def parts(content_path: Path, out: Path) -> None:
    """Tell the seconds of each part of the work, in their order."""
    begin = time.perf_counter()
    from forum_desktop.documents.minutes import lay_out
    from forum_desktop.wording import Wording

    wording = Wording("th")
    loaded = time.perf_counter()
    content = _content(content_path)
    read = time.perf_counter()
    laid = lay_out(content, wording)
    set_in_pages = time.perf_counter()
    laid.pdf()
    written = time.perf_counter()
    moments = [begin, loaded, read, set_in_pages, written]
    names = ["loading the code", "reading the content", "setting in pages", "drawing and writing"]
    spans = [end - start for start, end in pairwise(moments)]
    out.write_text(json.dumps(dict(zip(names, spans, strict=True))))


def _content(path: Path) -> Any:
    return pickle.loads(path.read_bytes())  # noqa: S301 - written by the benchmark itself


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


if __name__ == "__main__":
    WORK = {"build": build, "warm": warm, "preview": preview, "parts": parts}
    WORK[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
