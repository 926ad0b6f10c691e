"""The program is killed in mid-sentence: what was kept is there, and so is the sentence."""

import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from forum_desktop import services
from forum_desktop.records.forum import Forum
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.opinions.page import OpinionsPage
from forum_desktop.ui.pages import PageName
from tests.acceptance.script import read_script
from tests.ui.keyboard import Typist

ROUNDS = 6
SECOND = 1.0
PATIENCE = 30.0

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")


@dataclass(frozen=True)
class Told:
    """What the killed program told: its keys, and how many opinions it called kept."""

    keys: tuple[tuple[str, float, int, int], ...]

    @property
    def kept(self) -> int:
        """How many opinions the window was told are kept."""
        return sum(kind == "kept" for kind, *_ in self.keys)

    @property
    def saved(self) -> int:
        """How many opinions were sent to be kept."""
        return sum(kind == "save" for kind, *_ in self.keys)

    def within_a_second(self) -> set[str]:
        """Return what stood in the box at some moment of the last second."""
        typed = [key for key in self.keys if key[0] != "kept"]
        last = typed[-1][1]
        states = [(at, _sentence(number)[:letters]) for _, at, number, letters in typed]
        begun = max((i for i, (at, _) in enumerate(states) if at <= last - SECOND), default=0)
        return {text for _, text in states[begun:]}


@pytest.mark.parametrize("number", range(ROUNDS))
def test_killed_in_mid_sentence(
    number: int,
    forum: Forum,
    data_dir: Path,
    window_on: Callable[[], MainWindow],
    qtbot: QtBot,
) -> None:
    moment = random.Random(number).uniform(0.3, 4.0)
    told = type_until_killed(data_dir, first=number * 7, seconds=moment)
    typist = Typist(window_on(), qtbot)
    typist.until(lambda: typist.window.overview is not None)
    typist.visit(PageName.OPINIONS)
    page = cast("OpinionsPage", typist.window.current)
    texts = _kept(typist, page, forum)
    expected = [_sentence(number * 7 + at) for at in range(told.saved)]
    assert told.kept <= len(texts) <= told.saved
    assert texts == expected[: len(texts)]
    box = page.capture.text
    if len(texts) == told.saved:
        back = told.within_a_second() - set(expected)
    else:
        # Killed between the key and the disk: the sentence is still a draft, and only that.
        lost = expected[len(texts)]
        back = {lost[:letters] for letters in range(len(lost) + 1)}
    typist.until(lambda: box.toPlainText() in back)


def type_until_killed(data_dir: Path, *, first: int, seconds: float) -> Told:
    """Let the program be typed into for some seconds from the first key on, then kill it."""
    command = [sys.executable, "-m", "tests.acceptance.typing_child", str(data_dir), str(first)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    lines: SimpleQueue[str] = SimpleQueue()
    stream = child.stdout
    reader = Thread(target=_pass_on, args=(stream, lines), daemon=True)
    reader.start()
    try:
        begun = [lines.get(timeout=PATIENCE)]
        time.sleep(seconds)
    except Empty:
        pytest.fail(f"nothing was typed; the program ended with {child.poll()}")
    finally:
        child.kill()
        child.wait()
        reader.join()
        stream.close()
    return Told(tuple(map(_key, (*begun, *_drained(lines)))))


def _pass_on(stream: Iterable[str], lines: "SimpleQueue[str]") -> None:
    for line in stream:
        lines.put(line)


def _drained(lines: "SimpleQueue[str]") -> Iterator[str]:
    while not lines.empty():
        yield lines.get()


def _key(line: str) -> tuple[str, float, int, int]:
    kind, at, number, letters = line.split("\t")
    return kind, float(at), int(number), int(letters)


def _sentence(number: int) -> str:
    sentences = [line.text for line in read_script().kept()]
    return sentences[number % len(sentences)].replace("\n", " ")


def _kept(typist: Typist, page: OpinionsPage, forum: Forum) -> list[str]:
    """Return what is kept, the oldest first."""
    got: list[list[str]] = []
    page.look_up(
        lambda desk: [
            opinion.text for opinion in services.opinions.recent_opinions(desk, forum.id)
        ],
        got.append,
    )
    typist.until(lambda: bool(got))
    return got[0][::-1]
