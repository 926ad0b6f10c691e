"""The Thai identity card as it speaks: ISO 7816-4 commands to its applet.

Only the field of the Thai name is asked for. Number, birth date (whose day and month may be
00), photo and address are never read, so nothing of them can be kept, or be wrong.

The applet, its offsets and the two ways of fetching an answer are those that the open readers
of this card agree on; its maker publishes no specification.
"""

from typing import NamedTuple, Protocol

from forum_desktop.errors import Refusal

APPLET = bytes.fromhex("A000000054480001")
NAME_OFFSET = 0x0011
NAME_LENGTH = 100

_SELECT = bytes((0x00, 0xA4, 0x04, 0x00, len(APPLET))) + APPLET
_READ_NAME = bytes((0x80, 0xB0, *divmod(NAME_OFFSET, 0x100), 0x02, 0x00, NAME_LENGTH))
_OLDER_ATR = bytes.fromhex("3B67")
"""Cards that wake with these bytes want another GET RESPONSE."""

_DONE, _MORE, _OTHER_LENGTH = 0x90, 0x61, 0x6C
_MOST_STEPS = 8
"""Commands that one answer may take; more is a card that talks in circles."""


class Card(Protocol):
    """A card that is powered. Its ATR is what it said when it woke."""

    @property
    def atr(self) -> bytes:
        """The answer to reset."""

    def send(self, command: bytes) -> bytes:
        """Return what the card answers: data, then two bytes of status."""


class _Answer(NamedTuple):
    """Data and the two bytes of the status word."""

    data: bytes
    status: int
    rest: int


def read_name_field(card: Card) -> bytes:
    """Return the bytes of the Thai name, as they lie on the card.

    Raises Refusal("card.foreign") where the card has no such applet, and
    Refusal("card.unreadable") where it does not give the field.
    """
    if _ask(card, _SELECT).status not in {_DONE, _MORE}:
        raise Refusal("card.foreign")
    answer = _ask(card, _READ_NAME)
    if answer.status == _DONE and not answer.data:
        # Some readers swallow "there is more".
        answer = answer._replace(status=_MORE, rest=NAME_LENGTH)
    return _fetched(card, answer)


def _fetched(card: Card, answer: _Answer) -> bytes:
    command, data = _READ_NAME, answer.data
    for _ in range(_MOST_STEPS):
        if answer.status == _MORE:
            command = bytes((0x00, 0xC0, 0x00, card.atr.startswith(_OLDER_ATR), answer.rest))
        elif answer.status == _OTHER_LENGTH:
            command = command[:-1] + bytes((answer.rest,))
        else:
            break
        answer = _ask(card, command)
        data += answer.data
    if answer.status != _DONE or not data:
        raise Refusal("card.unreadable")
    return data[:NAME_LENGTH]


def _ask(card: Card, command: bytes) -> _Answer:
    told = card.send(command)
    if len(told) < 2:
        raise Refusal("card.unreadable")
    return _Answer(told[:-2], *told[-2:])
