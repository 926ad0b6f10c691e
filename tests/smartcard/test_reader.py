"""Cards read through the PC/SC service of the system, and what can go wrong on the way."""

import sys
from collections.abc import Callable
from importlib import import_module

import pytest

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.people import CardName
from tests.smartcard.cards import (
    GET_RESPONSE,
    READ_NAME,
    SELECT,
    WELL_BEHAVED,
    BrokenCard,
    CardOfNobody,
    ForeignCard,
    PulledCard,
    TiredCard,
    VirtualCard,
)
from tests.smartcard.service import Service, context, scard, slots

NAME = CardName(title="นาย", first_name="สมมติ", last_name="ตัวอย่าง")


def refusal_of_reading() -> str:
    """Return why a card cannot be read."""
    with pytest.raises(Refusal) as caught:
        services.identity_card.read_card()
    return caught.value.key


@pytest.mark.parametrize("make", WELL_BEHAVED)
def test_a_card_is_read_again_and_again(service: Service, make: Callable[[], VirtualCard]) -> None:
    service.start()
    service.insert(make())
    assert [services.identity_card.read_card() for _ in range(3)] == [NAME] * 3


def test_only_title_and_names_are_asked_for(service: Service) -> None:
    service.start()
    card = VirtualCard()
    service.insert(card)
    services.identity_card.read_card()
    assert card.asked == [SELECT, READ_NAME, GET_RESPONSE]


def test_a_card_that_answers_once_is_woken_anew(service: Service) -> None:
    service.start()
    service.insert(TiredCard())
    assert [services.identity_card.read_card() for _ in range(3)] == [NAME] * 3


def test_a_card_in_another_slot_is_found(service: Service) -> None:
    service.start()
    service.insert(ForeignCard(), slot=0)
    service.insert(VirtualCard(), slot=1)
    assert services.identity_card.read_card() == NAME


def test_a_card_that_other_programs_share_is_read(service: Service) -> None:
    service.start()
    service.insert(VirtualCard())
    with context() as handle:
        result, *_ = scard.SCardConnect(
            handle, slots()[0], scard.SCARD_SHARE_SHARED, scard.SCARD_PROTOCOL_T0
        )
        assert result == scard.SCARD_S_SUCCESS
        assert services.identity_card.read_card() == NAME


def test_a_card_that_another_program_holds_alone_is_refused(service: Service) -> None:
    service.start()
    service.insert(VirtualCard())
    with context() as handle:
        result, *_ = scard.SCardConnect(
            handle, slots()[0], scard.SCARD_SHARE_EXCLUSIVE, scard.SCARD_PROTOCOL_T0
        )
        assert result == scard.SCARD_S_SUCCESS
        assert refusal_of_reading() == "card.in_use"
    assert services.identity_card.read_card() == NAME


def test_nobody_waits_long_for_a_program_that_keeps_the_card(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    service.start()
    service.insert(VirtualCard())
    monkeypatch.setattr("forum_desktop.smartcard.reader._LONGEST", 0.5)
    with context() as handle:
        _, card, _ = scard.SCardConnect(
            handle, slots()[0], scard.SCARD_SHARE_SHARED, scard.SCARD_PROTOCOL_T0
        )
        assert scard.SCardBeginTransaction(card) == scard.SCARD_S_SUCCESS
        assert refusal_of_reading() == "card.in_use"
        scard.SCardEndTransaction(card, scard.SCARD_LEAVE_CARD)
    monkeypatch.undo()
    assert services.identity_card.read_card() == NAME


@pytest.mark.parametrize(
    ("make", "key"),
    [
        (ForeignCard, "card.foreign"),
        (BrokenCard, "card.unreadable"),
        (CardOfNobody, "card.unreadable"),
        (PulledCard, "card.pulled_out"),
    ],
)
def test_each_trouble_has_its_sentence(
    service: Service, make: Callable[[], VirtualCard], key: str
) -> None:
    service.start()
    service.insert(make())
    assert refusal_of_reading() == key


def test_a_card_that_left_between_two_commands_was_pulled_out(service: Service) -> None:
    service.start()
    service.insert(VirtualCard())
    reader = import_module("forum_desktop.smartcard.reader")
    with (
        pytest.raises(Refusal, match=r"card\.pulled_out"),
        context() as handle,
        reader._opened(handle, slots()[0]) as card,
    ):
        service.take_out()
        card.send(SELECT)


def test_no_card(service: Service) -> None:
    service.start()
    assert refusal_of_reading() == "card.no_card"


def test_no_reader(service: Service) -> None:
    service.start(readers=0)
    assert refusal_of_reading() == "card.no_reader"


def test_no_service(service: Service) -> None:
    assert refusal_of_reading() == "card.no_service"
    service.start()
    service.insert(VirtualCard())
    assert services.identity_card.read_card() == NAME
    service.stop()
    assert refusal_of_reading() == "card.no_service"


def test_without_the_extra_nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "forum_desktop.smartcard.reader", raising=False)
    monkeypatch.setitem(sys.modules, "smartcard", None)
    assert refusal_of_reading() == "card.not_installed"
