"""One worker for the data: jobs run one at a time, results return on the window's thread.

Acts go before what is only looked up: words that somebody keeps wait for no list. What was
looked up then is never older than the last act.
"""

import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from enum import IntEnum, auto
from functools import partial
from itertools import count
from pathlib import Path
from queue import PriorityQueue
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot

from forum_desktop.errors import Cancelled, Refusal
from forum_desktop.paths import REPORTS_NAME, default_data_dir
from forum_desktop.services.fault_reports import write_report

if TYPE_CHECKING:
    from forum_desktop.services.desk import Desk

_LONGEST_GOODBYE = 30.0
"""Seconds that closing waits for the last jobs."""

_TURN = 0.0002
"""Seconds that a job may reckon before the window gets its turn. Every call of Qt waits for one:
at the usual five milliseconds a page would be painted call by call for as long as a job lasts."""

_REST, _NAP = 0.02, 0.002
"""Seconds after an act in which nothing is looked up, and between looks at what is asked then."""


class Task:
    """Long work as the window sees it: told how far it is, and asked to stop."""

    def __init__(self, tell: Callable[[float], None]) -> None:
        self._stop = threading.Event()
        self.progress = tell

    def cancel(self) -> None:
        """Ask the work to stop at its next look."""
        self._stop.set()

    def is_cancelled(self) -> bool:
        """Tell whether someone asked the work to stop."""
        return self._stop.is_set()


class Ends(NamedTuple):
    """What the window does when a job ends; each is called on the window's thread.

    A refusal without a `refused` of its own goes to the signal `Background.refused`; a fault
    of ours always goes to `Background.crashed`, and `failed` lets the page put things back.
    """

    done: Callable[[Any], object] | None = None
    refused: Callable[[Refusal], object] | None = None
    failed: Callable[[], object] | None = None
    cancelled: Callable[[], object] | None = None
    progress: Callable[[float], object] | None = None


class _Lane(IntEnum):
    ACTS = auto()
    LOOKS = auto()
    END = auto()


class _Work(NamedTuple):
    job: "Callable[[Desk], Any]"
    ends: Ends
    saves: bool


class _Turn(NamedTuple):
    """Turns are taken by lane, and within one in the order asked."""

    lane: _Lane
    number: int
    work: _Work | None


class Background(QObject):
    """The worker, which alone holds the desk. Nothing runs before `start`."""

    refused = Signal(object)
    crashed = Signal(object)
    saving = Signal(int)
    """How many acts are on their way to the disk."""
    _delivered = Signal(object)

    def __init__(
        self,
        open_desk: "Callable[[], Desk]",
        reports: Path | None = None,
        note_refusal: Callable[[str], object] = lambda _key: None,
    ) -> None:
        super().__init__()
        self._note_refusal = note_refusal
        self._open_desk = open_desk
        self.reports = reports or default_data_dir() / REPORTS_NAME
        self._desk: Desk | None = None
        self._turns: PriorityQueue[_Turn] = PriorityQueue()
        self._numbers = count()
        self._calm_at = 0.0
        self._thread = threading.Thread(target=self._serve, name="desk", daemon=True)
        self._saves = 0
        self._is_closed = False
        self._delivered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Let the worker begin with what was asked so far; a second call changes nothing."""
        if not self._thread.is_alive() and not self._is_closed:
            sys.setswitchinterval(_TURN)
            self._thread.start()

    def look_up(self, job: "Callable[[Desk], Any]", ends: Ends | None = None) -> None:
        """Read something, after all acts asked so far."""
        self._put(_Lane.LOOKS, _Work(job, ends or Ends(), saves=False))

    def run(self, job: "Callable[[Desk], Any]", ends: Ends | None = None) -> None:
        """Do something among the acts, in the order asked."""
        self._put(_Lane.ACTS, _Work(job, ends or Ends(), saves=False))

    def save(self, job: "Callable[[Desk], Any]", ends: Ends | None = None) -> None:
        """Do an act; counted as unsaved until the worker acknowledges it."""
        self._count_saves(+1)
        self._put(_Lane.ACTS, _Work(job, ends or Ends(), saves=True))

    def run_long(self, job: "Callable[[Desk, Task], Any]", ends: Ends) -> Task:
        """Do long work that tells its progress and may be cancelled."""
        task = Task(lambda share: self._tell_progress(ends, share))
        self._put(_Lane.ACTS, _Work(lambda desk: job(desk, task), ends, saves=False))
        return task

    def close(self) -> None:
        """Finish what was asked, close the desk and the worker."""
        if self._is_closed:
            return
        self.start()
        self._is_closed = True
        self._put(_Lane.END)
        self._thread.join(_LONGEST_GOODBYE)

    def _put(self, lane: _Lane, work: _Work | None = None) -> None:
        self._turns.put(_Turn(lane, next(self._numbers), work))

    def _next_turn(self) -> _Turn:
        """Return what is next; the window paints an act before anything is looked up."""
        while (turn := self._turns.get()).lane is _Lane.LOOKS and monotonic() < self._calm_at:
            self._turns.put(turn)
            sleep(_NAP)
        return turn

    def _serve(self) -> None:
        while (work := self._next_turn().work) is not None:
            self._attempt(work)
            if work.saves:
                self._calm_at = monotonic() + _REST
        if self._desk is not None:
            self._desk.close()

    def _attempt(self, work: _Work) -> None:
        try:
            result = work.job(self._opened())
        except Cancelled:
            self._send(work, work.ends.cancelled)
        except Refusal as refusal:
            self._note_refusal(refusal.key)
            tell = work.ends.refused or self.refused.emit
            self._send(work, partial(tell, refusal))
        except Exception as fault:  # noqa: BLE001 - our own fault: reported, never shown raw
            report = write_report(self.reports, fault)
            self._send(work, lambda: self._tell_crash(work, report))
        else:
            done = work.ends.done
            self._send(work, (lambda: done(result)) if done else None)

    def _opened(self) -> "Desk":
        if self._desk is None:
            self._desk = self._open_desk()
        return self._desk

    def _send(self, work: _Work, end: Callable[[], object] | None) -> None:
        # The window may be gone when the last job ends.
        with suppress(RuntimeError):
            self._delivered.emit(lambda: self._finish(work, end))

    @Slot(object)
    def _deliver(self, end: Callable[[], object]) -> None:
        end()

    def _finish(self, work: _Work, end: Callable[[], object] | None) -> None:
        if work.saves:
            self._count_saves(-1)
        if end is not None and not self._is_closed:
            end()

    def _count_saves(self, step: int) -> None:
        self._saves += step
        self.saving.emit(self._saves)

    def _tell_progress(self, ends: Ends, share: float) -> None:
        tell = ends.progress
        if tell is not None:
            with suppress(RuntimeError):
                self._delivered.emit(lambda: tell(share))

    def _tell_crash(self, work: _Work, report: Path | None) -> None:
        self.crashed.emit(report)
        if work.ends.failed is not None:
            work.ends.failed()
