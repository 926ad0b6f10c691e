"""The worker: order, refusals, faults, progress, cancelling, and a clean end."""

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from forum_desktop import services
from forum_desktop.errors import Cancelled, Refusal
from forum_desktop.services.desk import Desk
from forum_desktop.ui.background import Background, Ends, Task


@pytest.fixture
def background(qapp: object, tmp_path: Path) -> Iterator[Background]:
    made = Background(lambda: services.start.open_desk(tmp_path / "data"), tmp_path / "reports")
    yield made
    made.close()


def test_results_come_in_order_on_the_windows_thread(background: Background, qtbot: QtBot) -> None:
    came: list[tuple[int, bool]] = []
    here = threading.current_thread()
    for number in range(50):
        job = partial(_number_elsewhere, number, here)
        background.run(job, Ends(done=came.append))
    assert not came
    background.start()
    qtbot.waitUntil(lambda: len(came) == 50)
    assert came == [(number, True) for number in range(50)]


def test_what_is_looked_up_waits_for_the_acts(background: Background, qtbot: QtBot) -> None:
    came: list[str] = []
    background.look_up(lambda _: "look 1", Ends(done=came.append))
    background.save(lambda _: "act 1", Ends(done=came.append))
    background.look_up(lambda _: "look 2", Ends(done=came.append))
    background.run(lambda _: "words half typed", Ends(done=came.append))
    background.save(lambda _: "act 2", Ends(done=came.append))
    background.start()
    qtbot.waitUntil(lambda: len(came) == 5)
    assert came == ["act 1", "words half typed", "act 2", "look 1", "look 2"]


def test_an_act_comes_first_though_a_look_rests(background: Background, qtbot: QtBot) -> None:
    came: list[str] = []

    def go_on(_: object) -> None:
        background.look_up(lambda _: "look", Ends(done=came.append))
        background.save(lambda _: "act", Ends(done=came.append))

    background.save(lambda _: None, Ends(done=go_on))
    background.start()
    qtbot.waitUntil(lambda: len(came) == 2)
    assert came == ["act", "look"]


def test_a_refusal_goes_to_its_own_hearer_or_to_all(background: Background, qtbot: QtBot) -> None:
    heard: list[str] = []
    background.refused.connect(lambda refusal: heard.append(f"all {refusal.key}"))
    background.run(_refuse, Ends(refused=lambda refusal: heard.append(f"own {refusal.key}")))
    background.run(_refuse)
    background.start()
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == ["own text.empty", "all text.empty"]


def test_a_fault_is_reported_without_what_people_said(background: Background, qtbot: QtBot) -> None:
    ends: list[str] = []
    background.run(_break, Ends(failed=lambda: ends.append("failed")))
    background.start()
    with qtbot.waitSignal(background.crashed) as told:
        pass
    qtbot.waitUntil(lambda: ends == ["failed"])
    report = Path(told.args[0]).read_text("utf-8")
    assert "ValueError" in report
    assert "_break" in report
    assert "ลับมาก" not in report


def test_the_worker_goes_on_after_a_fault(background: Background, qtbot: QtBot) -> None:
    came: list[int] = []
    background.run(_break)
    background.run(lambda _: 7, Ends(done=came.append))
    background.start()
    qtbot.waitUntil(lambda: came == [7])


def test_long_work_tells_how_far_it_is(background: Background, qtbot: QtBot) -> None:
    shares: list[float] = []

    def work(_desk: Desk, task: Task) -> str:
        for step in range(1, 5):
            task.progress(step / 4)
        return "done"

    ends: list[str] = []
    background.run_long(work, Ends(done=ends.append, progress=shares.append))
    background.start()
    qtbot.waitUntil(lambda: ends == ["done"])
    assert shares == [0.25, 0.5, 0.75, 1.0]


def test_long_work_stops_when_asked(background: Background, qtbot: QtBot) -> None:
    began = threading.Event()
    ends: list[str] = []

    def work(_desk: Desk, task: Task) -> None:
        began.set()
        while not task.is_cancelled():
            pass
        raise Cancelled

    task = background.run_long(work, Ends(cancelled=lambda: ends.append("cancelled")))
    background.start()
    assert began.wait(20)
    task.cancel()
    qtbot.waitUntil(lambda: ends == ["cancelled"])


def test_closing_finishes_what_was_asked(background: Background, tmp_path: Path) -> None:
    pack = services.packs.list_packs()[0]
    for _ in range(3):
        background.save(lambda desk: services.forums.create_forum(desk, pack))
    background.close()
    assert len(services.start.glance(tmp_path / "data")) == 3


def test_saving_counts_up_and_down(background: Background, qtbot: QtBot) -> None:
    counts: list[int] = []
    background.saving.connect(counts.append)
    background.save(lambda _: None)
    background.save(_refuse, Ends(refused=lambda _: None))
    background.start()
    qtbot.waitUntil(lambda: counts == [1, 2, 1, 0])


def test_signals_do_not_wear_out(background: Background) -> None:
    # PySide6 6.12.0 aborts here on CPython 3.11.
    for number in range(2_000):
        background.saving.emit(number)


def _number_elsewhere(number: int, here: threading.Thread, _desk: Desk) -> tuple[int, bool]:
    return number, threading.current_thread() is not here


def _refuse(_desk: Desk) -> None:
    raise Refusal("text.empty")


def _break(_desk: Desk) -> None:
    name = "นายลับมาก"
    raise ValueError(name)
