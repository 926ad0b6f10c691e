"""The place of a practice: made, filled with invented people, and gone with all in it."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from forum_desktop import services
from forum_desktop.scratch import scratch

_DATA, _STICK = "data", "practice-stick"


@contextmanager
def prepared() -> Iterator[Path]:
    """Yield the data folder of a practice forum; it is thrown away when the block ends.

    What a killed practice left is swept by the next temporary folder that is made.
    """
    with scratch() as place:
        stick = place / _STICK
        stick.mkdir()
        with closing(services.start.open_desk(place / _DATA)) as desk:
            services.practice.prepare(desk, stick)
        yield place / _DATA
