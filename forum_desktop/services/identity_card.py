"""The identity card at the desk: the name is read to be typed no more, and nothing is kept."""

from importlib.util import find_spec

from forum_desktop.errors import Refusal
from forum_desktop.records.people import CardName


def is_available() -> bool:
    """Tell whether cards can be read here: the optional extra `smartcard` is installed."""
    return find_spec("smartcard") is not None


def read_card() -> CardName:
    """Return title and names on the card that lies in a reader; this takes about a second.

    Nothing else is asked of the card, and nothing is written anywhere. Raises
    Refusal("card.not_installed", "card.no_service", "card.no_reader", "card.no_card",
    "card.foreign", "card.in_use", "card.pulled_out" or "card.unreadable").
    """
    try:
        from forum_desktop.smartcard.reader import read_name  # noqa: PLC0415 - an extra
    except ImportError as missing:
        raise Refusal("card.not_installed") from missing
    return read_name()
