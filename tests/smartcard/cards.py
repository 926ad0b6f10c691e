"""Identity cards that exist only here, with the habits of real ones and of their readers."""

from collections.abc import Iterator

from forum_desktop.smartcard.card import APPLET

SELECT = bytes((0x00, 0xA4, 0x04, 0x00, len(APPLET))) + APPLET
READ_NAME = bytes.fromhex("80B00011020064")
GET_RESPONSE = bytes.fromhex("00C0000064")
OLDER_GET_RESPONSE = bytes.fromhex("00C0000164")

DONE, MORE, NO_SUCH_FILE, BROKEN = b"\x90\x00", b"\x61\x64", b"\x6a\x82", b"\x6f\x00"
ATR = bytes.fromhex("3B79180000") + b"SAMPLE 01"
OLDER_ATR = bytes.fromhex("3B670000") + b"SAMPLE1"
LENGTH = 100


def field(text: str, padding: bytes = b" ") -> bytes:
    """Return a name as it lies on a card."""
    return text.encode("cp874").ljust(LENGTH, padding)


class VirtualCard:
    """A card that answers as one should, and remembers what it was asked."""

    atr = ATR
    get_response = GET_RESPONSE

    def __init__(self, name: str = "นาย#สมมติ##ตัวอย่าง") -> None:
        self.field = field(name)
        self.asked: list[bytes] = []
        self.is_selected = self.is_read = False

    def wake(self) -> None:
        """Get power, or be reset."""
        self.is_selected = self.is_read = False

    def send(self, command: bytes) -> bytes:
        """Answer a command."""
        self.asked.append(command)
        if command == SELECT:
            return self.select()
        if not self.is_selected:
            return NO_SUCH_FILE
        if command == READ_NAME:
            self.is_read = True
            return self.read()
        return self.fetch(command) if self.is_read else BROKEN

    def select(self) -> bytes:
        """Answer to the name of the applet."""
        self.is_selected = True
        return b"\x61\x0a"

    def read(self) -> bytes:
        """Answer to READ BINARY of the name."""
        return MORE

    def fetch(self, command: bytes) -> bytes:
        """Answer to GET RESPONSE."""
        return self.field + DONE if command == self.get_response else BROKEN


class OlderCard(VirtualCard):
    """Wants another GET RESPONSE, which its ATR tells."""

    atr = OLDER_ATR
    get_response = OLDER_GET_RESPONSE


class DirectCard(VirtualCard):
    """Gives the field at once, as through a reader that fetches by itself."""

    def read(self) -> bytes:
        return self.field + DONE


class SilentCard(VirtualCard):
    """Does not say that there is more to fetch."""

    def read(self) -> bytes:
        return DONE


class PiecemealCard(VirtualCard):
    """Gives the field in pieces."""

    def read(self) -> bytes:
        self._pieces = self._cut()
        return b"\x61\x40"

    def fetch(self, command: bytes) -> bytes:
        return next(self._pieces)

    def _cut(self) -> Iterator[bytes]:
        yield self.field[:64] + b"\x61\x24"
        yield self.field[64:] + DONE


class ParticularCard(VirtualCard):
    """Wants the exact length, and tells it."""

    def read(self) -> bytes:
        return b"\x61\xff"

    def fetch(self, command: bytes) -> bytes:
        return super().fetch(command) if command == self.get_response else b"\x6c\x64"


class ForeignCard(VirtualCard):
    """A card of a bank or a hospital."""

    def select(self) -> bytes:
        return NO_SUCH_FILE


class TiredCard(VirtualCard):
    """Answers only until it was read, and then not before it wakes anew."""

    is_tired = False

    def wake(self) -> None:
        super().wake()
        self.is_tired = False

    def select(self) -> bytes:
        return BROKEN if self.is_tired else super().select()

    def fetch(self, command: bytes) -> bytes:
        self.is_tired = True
        return super().fetch(command)


class BrokenCard(VirtualCard):
    """Knows its applet and then fails, however often it wakes."""

    def read(self) -> bytes:
        return BROKEN


class CardOfNobody(VirtualCard):
    """Has nothing but blanks for a name."""

    def __init__(self) -> None:
        super().__init__("###")


WELL_BEHAVED = (VirtualCard, OlderCard, DirectCard, SilentCard, PiecemealCard, ParticularCard)


class PulledCard(VirtualCard):
    """Is pulled out while it is read."""

    def read(self) -> bytes:
        raise OSError("pulled out")
