"""City-size minutes beside Typst, WeasyPrint and LibreOffice; whole processes, same words."""

import json
import os
import pickle
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.fidelity import intact
from benchmarks.figures import Figure
from benchmarks.peers.story import story_of
from forum_desktop import services
from forum_desktop.paths import resource
from forum_desktop.records.documents import DocumentFormat, DocumentKind, DocumentOrder
from forum_desktop.records.minutes import Edition, MinutesContent

ROUNDS = 3
BOUNDS = {"typst": 0.35, "libreoffice": 0.2, "weasyprint": 0.125}
MEMORY_BOUND = 120.0
WARM_BOUND = 0.5
PREVIEW_BOUND = 300.0


@dataclass(frozen=True, slots=True)
class Bench:
    """Where the benchmark works: the content, its story, and a Word file of it."""

    folder: Path
    content: MinutesContent

    def path(self, name: str) -> Path:
        """Return a file of the benchmark."""
        return self.folder / name


def measure() -> Iterator[Figure]:
    """Yield wall time beside each peer found here, memory, the warm rebuild and the preview."""
    with tempfile.TemporaryDirectory() as name:
        bench = _prepare(Path(name))
        ours = [_run(_child("build", bench, "ours.pdf")) for _ in range(ROUNDS)]
        seconds = min(ours)
        for peer, command in _peers(bench).items():
            yield _beside(bench, peer, command, seconds)
        peak = float(bench.path("ours.memory").read_text())
        yield Figure(name="peak memory", value=peak, unit="MB", bound=MEMORY_BOUND)
        yield from _inside(bench)
        yield from _fidelity(bench, "ours.pdf")


def _prepare(folder: Path) -> Bench:
    content, word_file = _hold_city_forum(folder)
    bench = Bench(folder, content)
    bench.path("content").write_bytes(pickle.dumps(content))
    story = json.dumps(story_of(word_file), ensure_ascii=False)
    bench.path("story.json").write_text(story, encoding="utf-8")
    bench.path("libreoffice.docx").write_bytes(word_file)
    return bench


def _hold_city_forum(folder: Path) -> tuple[MinutesContent, bytes]:
    desk = services.start.open_desk(folder / "data")
    pack = services.packs.find_pack("khon-kaen-2565")
    size = services.rehearsal.Size.CITY
    forum = services.rehearsal.hold_reference_forum(desk, pack, size=size)
    order = DocumentOrder(kind=DocumentKind.MINUTES, edition=Edition.INTERNAL)
    word = DocumentOrder(
        kind=DocumentKind.MINUTES, edition=Edition.INTERNAL, format=DocumentFormat.DOCX
    )
    content = services.documents.compose_document(desk, forum.id, order)
    written = services.documents.render_document(desk, forum.id, word)
    desk.close()
    assert isinstance(content, MinutesContent)
    return content, written


def _child(word: str, bench: Bench, out: str) -> list[str]:
    module = "benchmarks.document_child"
    return [sys.executable, "-m", module, word, str(bench.path("content")), str(bench.path(out))]


def _peers(bench: Bench) -> dict[str, list[str]]:
    """Return the command of each peer that is installed here."""
    python = os.environ.get("PEERS_PYTHON", sys.executable)
    scripts, fonts = Path(__file__).parent / "peers", str(resource("fonts", "sarabun"))
    found = {}
    for name in ("typst", "weasyprint"):
        if _has(python, name):
            files = [str(bench.path("story.json")), str(bench.path(f"{name}.pdf")), fonts]
            found[name] = [python, str(scripts / f"{name}_peer.py"), *files]
    if office := shutil.which("soffice"):
        profile = f"-env:UserInstallation={bench.path('profile').as_uri()}"
        convert = ["--headless", "--convert-to", "pdf", "--outdir", str(bench.folder)]
        found["libreoffice"] = [office, profile, *convert, str(bench.path("libreoffice.docx"))]
    return found


def _has(python: str, module: str) -> bool:
    done = subprocess.run([python, "-c", f"import {module}"], capture_output=True, check=False)
    return done.returncode == 0


def _beside(bench: Bench, peer: str, command: list[str], ours: float) -> Figure:
    if peer == "libreoffice":
        _run(command)  # the first run makes its profile, which is not counted
    theirs = min(_run(command) for _ in range(ROUNDS))
    found = ", ".join(f"{n} {c}" for n, c in intact(bench.path(f"{peer}.pdf"), bench.content))
    print(f"  {peer}: opinions found intact: {found}")
    name = f"minutes beside {peer}"
    return Figure(name=name, value=ours, baseline=theirs, unit="s", bound=BOUNDS[peer])


def _inside(bench: Bench) -> Iterator[Figure]:
    cold, *again = (float(part) for part in _told(bench, "warm"))
    yield Figure(name="warm rebuild", value=min(again), baseline=cold, unit="s", bound=WARM_BOUND)
    times = [1000 * float(part) for part in _told(bench, "preview")]
    yield Figure(
        name="preview of one edited page, median of those after an edit",
        value=statistics.median(times),
        unit="ms",
        bound=PREVIEW_BOUND,
    )
    parts = _told(bench, "parts")
    assert isinstance(parts, dict)
    for name, seconds in parts.items():
        yield Figure(name=f"where the time goes: {name}", value=float(seconds), unit="s")


def _told(bench: Bench, word: str) -> list[float] | dict[str, float]:
    _run(_child(word, bench, "told"))
    told: list[float] | dict[str, float] = json.loads(bench.path("told").read_text())
    return told


def _fidelity(bench: Bench, name: str) -> Iterator[Figure]:
    for reader, found in intact(bench.path(name), bench.content):
        yield Figure(
            name=f"opinions lost in {reader}",
            value=float(len(bench.content.opinions) - found),
            unit="",
            bound=0,
        )


def _run(command: list[str]) -> float:
    """Return the seconds of a process from its call to its end; raises where it fails."""
    begin = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begin
