"""Questions asked with every key: one at a time, and the newest is always answered."""

from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop.ui.latest import AtOnce

STEPS = st.lists(st.sampled_from(["type", "answer", "fail", "clear"]), max_size=40)


@settings(max_examples=300, deadline=None)
@given(steps=STEPS)
def test_the_newest_question_is_answered_and_no_other_after_it(steps: list[str]) -> None:
    room = _Room()
    for step in steps:
        getattr(room, step)()
    room.drain()
    assert room.shown == room.wanted
    assert not room.asking.is_open


@settings(max_examples=100, deadline=None)
@given(keys=st.integers(1, 30))
def test_keys_never_queue_up_before_the_worker(keys: int) -> None:
    room = _Room()
    for _ in range(keys):
        room.type()
    room.drain()
    assert room.asked == min(keys, 2)


class _Room:
    """A box, a worker that answers when told to, and what is on the screen."""

    def __init__(self) -> None:
        self.typed = self.asked = 0
        self.wanted: int | None = None
        self.shown: int | None = None
        self._under_way: list[int] = []
        self.asking = AtOnce(self._ask)

    def type(self) -> None:
        self.typed += 1
        self.wanted = self.typed
        self.asking.ask()

    def clear(self) -> None:
        self.wanted = self.shown = None
        self.asking.settle()

    def answer(self) -> None:
        if self._under_way:
            self.asking.only(self._show)(self._under_way.pop())

    def fail(self) -> None:
        """Answer by a refusal: the screen stays, and only a newer question is asked after it."""
        if self._under_way:
            failed = self._under_way.pop()
            self.asking.ended()
            self.wanted = self.shown if self.wanted == failed else self.wanted

    def drain(self) -> None:
        while self._under_way:
            self.answer()

    def _ask(self) -> None:
        assert not self._under_way
        self.asked += 1
        self._under_way.append(self.typed)

    def _show(self, typed: int) -> None:
        self.shown = typed
