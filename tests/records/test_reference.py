"""The check character finds what people mistype."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from forum_desktop.records.reference import is_reference, make_reference

_SYMBOLS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
references = st.builds(
    make_reference,
    st.from_regex("[A-Z]{2}[0-9]{2}", fullmatch=True),
    st.from_regex("[A-Z][1-9]?", fullmatch=True),
    st.integers(1, 99_999),
)


@given(references, st.data())
def test_finds_every_wrong_character(reference: str, data: st.DataObject) -> None:
    places = [at for at, symbol in enumerate(reference) if symbol != "-"]
    at = data.draw(st.sampled_from(places))
    wrong = data.draw(st.sampled_from(_SYMBOLS.replace(reference[at], "")))
    assert is_reference(reference)
    assert not is_reference(reference[:at] + wrong + reference[at + 1 :])


@given(references, st.data())
def test_finds_every_swap_of_neighbours(reference: str, data: st.DataObject) -> None:
    places = [at for at, symbol in enumerate(reference) if symbol != "-"]
    pairs = [(a, b) for a, b in pairwise(places)]
    a, b = data.draw(st.sampled_from(pairs))
    swapped = list(reference)
    swapped[a], swapped[b] = swapped[b], swapped[a]
    assert is_reference("".join(swapped)) == (reference[a] == reference[b])


def test_reads_what_people_type() -> None:
    reference = make_reference("KK65", "B", 42)
    assert reference.startswith("KK65-B-0042-")
    assert is_reference(f" {reference.lower()} ")
    assert not any(map(is_reference, ("", "-", "KK65", "ก-1", "KK65-B-0042-*")))
