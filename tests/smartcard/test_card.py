"""The card's own language: only the name is asked for, whatever way the card gives it."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop.errors import Refusal
from forum_desktop.smartcard.card import NAME_LENGTH, read_name_field
from tests.smartcard.cards import (
    ATR,
    GET_RESPONSE,
    OLDER_ATR,
    READ_NAME,
    SELECT,
    WELL_BEHAVED,
    BrokenCard,
    ForeignCard,
    VirtualCard,
)

STATUS = st.sampled_from((b"\x90\x00", b"\x61\x64", b"\x61\x00", b"\x6c\x64", b"\x6a\x82", b""))
ANSWERS = st.builds(bytes.__add__, st.binary(max_size=300), STATUS) | st.binary(max_size=3)
MOST_COMMANDS = 20


class TalkativeCard:
    """Answers with anything at all."""

    def __init__(self, atr: bytes, answers: list[bytes]) -> None:
        self.atr, self._answers, self.count = atr, answers, 0

    def send(self, _command: bytes) -> bytes:
        self.count += 1
        return self._answers[self.count % len(self._answers)]


@pytest.mark.parametrize("make", WELL_BEHAVED)
def test_every_card_gives_its_name(make: Callable[[], VirtualCard]) -> None:
    card = make()
    assert read_name_field(card) == card.field


def test_nothing_but_the_name_is_asked_for() -> None:
    card = VirtualCard()
    read_name_field(card)
    assert card.asked == [SELECT, READ_NAME, GET_RESPONSE]


def test_a_card_without_the_applet_is_asked_nothing() -> None:
    card = ForeignCard()
    with pytest.raises(Refusal, match=r"card\.foreign"):
        read_name_field(card)
    assert card.asked == [SELECT]


def test_a_broken_card_is_refused() -> None:
    with pytest.raises(Refusal, match=r"card\.unreadable"):
        read_name_field(BrokenCard())


@given(st.sampled_from((ATR, OLDER_ATR, b"")), st.lists(ANSWERS, min_size=1, max_size=12))
@settings(deadline=None, max_examples=400)
def test_any_answers_end_in_a_field_or_a_refusal(atr: bytes, answers: list[bytes]) -> None:
    card = TalkativeCard(atr, answers)
    assert key_or_length(card) in {"card.foreign", "card.unreadable", *range(1, NAME_LENGTH + 1)}
    assert card.count <= MOST_COMMANDS


def key_or_length(card: TalkativeCard) -> str | int:
    """Return how much of a name a card gives, or why it is refused."""
    try:
        return len(read_name_field(card))
    except Refusal as refusal:
        return refusal.key
