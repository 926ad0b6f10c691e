"""What is on air, whatever the operator does in whatever order."""

from hypothesis import given
from hypothesis import strategies as st

from forum_desktop.records.hall import HallNotice
from forum_desktop.ui.hall.program import Program

VIEWS = st.one_of(st.none(), st.builds(HallNotice, text=st.text(min_size=1, max_size=5)))
STEPS = st.lists(
    st.one_of(
        VIEWS.map(lambda v: ("prepare", v)),
        VIEWS.map(lambda v: ("follow", v)),
        VIEWS.map(lambda v: ("redact", v)),
        st.sampled_from([("take", None), ("freeze", None), ("blank", None)]),
    )
)
WITH_A_VIEW = {"prepare", "follow", "redact"}


@given(steps=STEPS)
def test_a_blank_screen_shows_nothing_and_a_frozen_one_holds(
    steps: list[tuple[str, HallNotice | None]],
) -> None:
    program = Program()
    for name, view in steps:
        before, was_frozen, was_blank = program.shown, program.is_frozen, program.is_blank
        getattr(program, name)(*([view] if name in WITH_A_VIEW else []))
        if name == "prepare" or (name == "follow" and was_frozen):
            assert program.shown is before
        if name == "redact" or (name == "follow" and not was_frozen):
            assert program.shown is view
        if name == "take" and program.prepared is not None:
            assert program.on_air is program.prepared
        if name in WITH_A_VIEW:
            assert program.is_blank is was_blank
        assert program.on_air is (None if program.is_blank else program.shown)


@given(
    turns=st.lists(st.tuples(st.integers(-3, 9), st.integers(min_value=1, max_value=5)), min_size=1)
)
def test_only_pages_that_there_are_can_be_turned_to(turns: list[tuple[int, int]]) -> None:
    program = Program()
    for part, parts in turns:
        program.turn_to(part, parts)
        assert 0 <= program.part < parts
