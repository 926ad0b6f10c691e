"""Card readers through the PC/SC service of the system, which Windows, macOS and Linux have.

Cards are opened in shared mode: some readers refuse any other. Nothing watches the readers; a
card is read when somebody asks.
"""

from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from threading import Thread

from smartcard import scard

from forum_desktop.errors import Refusal
from forum_desktop.records.people import CardName
from forum_desktop.smartcard.card import read_name_field
from forum_desktop.smartcard.names import name_of_field

_PROTOCOLS = scard.SCARD_PROTOCOL_T0 | scard.SCARD_PROTOCOL_T1
_HEADERS = {
    scard.SCARD_PROTOCOL_T0: scard.SCARD_PCI_T0,
    scard.SCARD_PROTOCOL_T1: scard.SCARD_PCI_T1,
}
_MASK = 0xFFFF_FFFF
"""Systems disagree whether a result is signed."""
_REASONS = {
    scard.SCARD_E_NO_SERVICE & _MASK: "card.no_service",
    scard.SCARD_E_SERVICE_STOPPED & _MASK: "card.no_service",
    scard.SCARD_E_NO_READERS_AVAILABLE & _MASK: "card.no_reader",
    scard.SCARD_E_READER_UNAVAILABLE & _MASK: "card.no_reader",
    scard.SCARD_E_UNKNOWN_READER & _MASK: "card.no_reader",
    scard.SCARD_E_NO_SMARTCARD & _MASK: "card.no_card",
    scard.SCARD_W_REMOVED_CARD & _MASK: "card.no_card",
    scard.SCARD_E_SHARING_VIOLATION & _MASK: "card.in_use",
}
_OTHER_REASON = "card.unreadable"
_LONGEST = 8.0
"""Seconds after which reading is given up; a card takes about one, and another for a new try."""
_WORTH_ANOTHER_TRY = {"card.unreadable", "card.foreign"}
_TELLING = (
    *("card.no_reader", "card.no_card", "card.foreign", "card.in_use"),
    *("card.unreadable", "card.pulled_out", "card.no_service"),
)
"""Of several readers, the refusal that tells most: later ones come before earlier ones."""


class OpenCard:
    """A card in a reader, until it is let go."""

    def __init__(self, handle: int, protocol: int) -> None:
        self._handle, self._header = handle, _HEADERS.get(protocol, scard.SCARD_PCI_T0)
        result, *_, atr = scard.SCardStatus(handle)
        _check(result)
        self.atr = bytes(atr)

    def send(self, command: bytes) -> bytes:
        """Return what the card answers: data, then two bytes of status."""
        result, answer = scard.SCardTransmit(self._handle, self._header, list(command))
        _check(result)
        return bytes(answer)


def read_name() -> CardName:
    """Return the Thai name on the identity card that lies in any of the readers.

    Who asks never waits longer than some seconds: the service itself would wait as long as
    another program keeps the card. What is read after that is forgotten.

    Raises Refusal("card.no_service", "card.no_reader", "card.no_card", "card.foreign",
    "card.in_use", "card.pulled_out" or "card.unreadable").
    """
    reading: Future[CardName] = Future()
    Thread(target=_tell, args=(reading,), name="card", daemon=True).start()
    try:
        return reading.result(_LONGEST)
    except TimeoutError:
        raise Refusal("card.in_use") from None


def _tell(reading: "Future[CardName]") -> None:
    try:
        reading.set_result(_read_any())
    except BaseException as fault:  # noqa: BLE001 - raised again where the reading is awaited
        reading.set_exception(fault)


def _read_any() -> CardName:
    refusals = []
    with _service() as context:
        for reader in _readers(context):
            try:
                return _read(context, reader)
            except Refusal as refusal:
                refusals.append(refusal)
    raise max(refusals, key=lambda refusal: _TELLING.index(refusal.key))


def _read(context: int, reader: str) -> CardName:
    """Read, and once more where it failed: some readers read only a card that just woke."""
    try:
        return _attempt(context, reader)
    except Refusal as refusal:
        if refusal.key not in _WORTH_ANOTHER_TRY:
            raise
    try:
        return _attempt(context, reader)
    except Refusal as refusal:
        # The card was there a moment ago.
        raise (Refusal("card.pulled_out") if refusal.key == "card.no_card" else refusal) from None


def _attempt(context: int, reader: str) -> CardName:
    with _opened(context, reader) as card:
        name = name_of_field(read_name_field(card))
        if name is None:
            raise Refusal("card.unreadable")
        return name


@contextmanager
def _service() -> Iterator[int]:
    result, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
    _check(result)
    try:
        yield context
    finally:
        scard.SCardReleaseContext(context)


def _readers(context: int) -> list[str]:
    result, names = scard.SCardListReaders(context, [])
    _check(result)
    if not names:
        raise Refusal("card.no_reader")
    return list(names)


@contextmanager
def _opened(context: int, reader: str) -> Iterator[OpenCard]:
    """Hold a card for one reading, undisturbed by programs that share it.

    After a failure it loses its power, so that the next try wakes it anew.
    """
    shared = scard.SCARD_SHARE_SHARED
    result, handle, protocol = scard.SCardConnect(context, reader, shared, _PROTOCOLS)
    _check(result)
    afterwards = scard.SCARD_UNPOWER_CARD
    try:
        _check(scard.SCardBeginTransaction(handle))
        yield OpenCard(handle, protocol)
        afterwards = scard.SCARD_LEAVE_CARD
    except Refusal as refusal:
        # It was there when it was opened.
        raise (Refusal("card.pulled_out") if refusal.key == "card.no_card" else refusal) from None
    finally:
        scard.SCardEndTransaction(handle, scard.SCARD_LEAVE_CARD)
        scard.SCardDisconnect(handle, afterwards)


def _check(result: int) -> None:
    if result != scard.SCARD_S_SUCCESS:
        raise Refusal(_REASONS.get(result & _MASK, _OTHER_REASON))
