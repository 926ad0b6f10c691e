"""Registration with 10,000 people: imported and taken back, found, checked in, at a real window.

The file is a workbook with the columns of a municipality's list, its people invented.
"""

import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import product
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from openpyxl import Workbook

from benchmarks.desk import measure_check_in, measure_window
from benchmarks.figures import Figure
from benchmarks.finding import measure_finding
from forum_desktop import services
from forum_desktop.records.importing import ImportPreview
from forum_desktop.records.pack import EventPack
from forum_desktop.services.desk import Desk

PEOPLE = 10_000
PREVIEW_BOUND = 3.0
"""Seconds, for a first import and for one beside as many people already known."""

HEADS = ("ลำดับ", "ชื่อ-สกุล", "ชุมชน", "เบอร์โทร", "ตำแหน่ง", "หน่วยงาน", "กลุ่ม", "หมายเหตุ")
FIRST = ("กาญจนา", "เกศรา", "ชุติมา", "บุญเรือน", "ไพโรจน์", "ประเสริฐ", "สุรชัย", "เอกชัย", "อำนวย", "วิรัตน์")
PARTS = ("ตัวอย่าง", "สมมติ", "จำลอง", "นามแฝง", "ลองเล่า", "วงศ์", "สุข", "มงคล", "เจริญ", "ไพศาล")

T = TypeVar("T")


def measure() -> Iterator[Figure]:
    """Yield the seconds of each step and the memory that a preview takes at its peak."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pack = services.packs.find_pack("khon-kaen-2565")
        path = _write(folder / "people.xlsx", pack)
        with closing(Desk.open(folder / "data")) as desk:
            forum_id = services.forums.create_forum(desk, pack).id
            yield from _import(desk, forum_id, path)
            peak = _peak(lambda: services.imports.preview_attendees(desk, forum_id, path))
        yield Figure(name="import preview, peak memory", value=peak, unit="MB")
        yield from _at_the_desk(pack, path, folder)


def _import(desk: Desk, forum_id: UUID, path: Path) -> Iterator[Figure]:
    def look() -> ImportPreview:
        return services.imports.preview_attendees(desk, forum_id, path)

    preview, seconds = _timed(look)
    _expect(preview.counts.added)
    yield Figure(name="import preview, 10,000 new", value=seconds, unit="s", bound=PREVIEW_BOUND)
    run, seconds = _timed(lambda: services.imports.apply_attendees(desk, forum_id, preview))
    yield Figure(name="import written", value=seconds, unit="s")
    yield from measure_finding(desk, forum_id)
    again, seconds = _timed(look)
    _expect(again.counts.matched)
    name = "import preview, 10,000 known"
    yield Figure(name=name, value=seconds, unit="s", bound=PREVIEW_BOUND)
    _, seconds = _timed(lambda: services.imports.undo_import(desk, run.id, "ทดลอง"))
    yield Figure(name="import taken back", value=seconds, unit="s")


def _at_the_desk(pack: EventPack, path: Path, folder: Path) -> Iterator[Figure]:
    """Measure acts and window on files of their own, which hold nobody but those imported."""
    copy, window = folder / "copy.db", folder / "window"
    with closing(Desk.open(folder / "desk")) as desk:
        forum_id = services.forums.create_forum(desk, pack).id
        preview = services.imports.preview_attendees(desk, forum_id, path)
        services.imports.apply_attendees(desk, forum_id, preview)
        services.storage.backup(desk, copy)
        yield from measure_check_in(desk, forum_id)
    services.storage.restore(window, copy)
    yield from measure_window(window)


def _write(path: Path, pack: EventPack) -> Path:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("รายชื่อ")
    sheet.append(HEADS)
    names = product(FIRST, PARTS, PARTS, PARTS)
    for number, (first, *parts) in zip(range(PEOPLE), names, strict=False):
        place = pack.communities[number % len(pack.communities)].name
        full = f"นางสาว{first}  {''.join(parts)}"
        phone = 812_000_000 + number
        sheet.append((number + 1, full, place, phone, "กรรมการ", "", "ประชาชนทั่วไป", ""))
    book.save(path)
    book.close()
    return path


def _expect(rows: int) -> None:
    if rows != PEOPLE:
        raise RuntimeError(f"{rows} rows were understood, not {PEOPLE}")


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    begin = time.perf_counter()
    result = work()
    return result, time.perf_counter() - begin


def _peak(work: Callable[[], object]) -> float:
    tracemalloc.start()
    work()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1024**2
