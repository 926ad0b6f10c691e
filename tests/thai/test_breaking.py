"""Lines break between Thai words, never where a Thai reader would stumble."""

import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum_desktop.thai import breaking
from forum_desktop.thai.breaking import BREAK_MARK, break_words, with_break_marks

THAI = st.text(alphabet=st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B), max_size=80)
MIXED = st.text(
    alphabet=st.one_of(
        st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B),
        st.sampled_from(" abcXYZ0123456789.,:;!?()[]/-“”‘’\n\t\u200b"),
    ),
    max_size=80,
)
MAY_NOT_START = set("ฯๆะัาำิีึืฺุูๅ็่้๊๋์ํ๎)]}!?,.:;%”’")
MAY_NOT_END = set("เแโใไ([{“‘")


@given(st.one_of(THAI, MIXED, st.text(max_size=60)))
def test_the_pieces_are_the_text(text: str) -> None:
    assert "".join(break_words(text)) == text
    assert all(break_words(text)) or not text


@given(MIXED)
def test_no_piece_begins_or_ends_where_a_line_must_not(text: str) -> None:
    pieces = break_words(text)
    for left, right in pairwise(pieces):
        assert right[0] not in MAY_NOT_START
        assert (left.rstrip() or "x")[-1] not in MAY_NOT_END


def test_words_are_found_without_spaces() -> None:
    assert break_words("การประชุมของเทศบาล") == ["การ", "ประชุม", "ของ", "เทศบาล"]


def test_repetition_marks_numbers_and_codes_stay_with_their_words() -> None:
    assert "ต่าง ๆ " in break_words("เทศกาลต่าง ๆ และประเพณี")
    assert break_words("เวลา 09.30 น. KK65-B-0042-Q") == ["เวลา 09.30 น. ", "KK65-B-0042-Q"]


def test_codes_that_a_segmenter_cut_are_made_whole() -> None:
    assert breaking._solid(["รหัส", "KK65", "-B", "/๐๙", "ครั้ง"]) == ["รหัส", "KK65-B/๐๙", "ครั้ง"]


def test_screen_text_gets_invisible_marks_and_no_visible_change() -> None:
    marked = with_break_marks("การประชุม ครั้งที่")
    assert marked == f"การ{BREAK_MARK}ประชุม ครั้ง{BREAK_MARK}ที่"


@pytest.mark.parametrize("character", ["เ", "ะ", "ๆ", "ก", "a"])
def test_long_text_without_breaks_is_quick_and_whole(character: str) -> None:
    text = character * 10_000
    assert "".join(break_words(text)) == text


def test_without_a_segmenter_lines_break_at_spaces(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("thaibreak", "pythainlp", "pythainlp.tokenize"):
        monkeypatch.setitem(sys.modules, name, None)
    _forget()
    try:
        assert break_words("การประชุม ครั้งที่") == ["การประชุม ", "ครั้งที่"]
    finally:
        monkeypatch.undo()
        _forget()


def _forget() -> None:
    breaking._segmenter.cache_clear()
    breaking._break_chunk.cache_clear()
