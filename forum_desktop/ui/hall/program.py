"""What is on air: pure, without Qt. A scene is prepared, looked at, then shown."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forum_desktop.records.hall import HallView


@dataclass
class Program:
    """The hall sees `shown`, unless the screen is blank; a frozen one does not follow the file.

    `part` is the page shown of a scene that is too long for one, from 0.
    """

    prepared: "HallView | None" = None
    shown: "HallView | None" = None
    part: int = 0
    is_frozen: bool = False
    is_blank: bool = False

    @property
    def on_air(self) -> "HallView | None":
        """What the hall sees at this moment; None is a black screen."""
        return None if self.is_blank else self.shown

    def prepare(self, view: "HallView | None") -> None:
        """Have a scene ready for showing."""
        self.prepared = view

    def take(self) -> None:
        """Show what is prepared; that ends a blank and a frozen screen."""
        if self.prepared is not None:
            self.shown, self.part = self.prepared, 0
            self.is_frozen = self.is_blank = False

    def follow(self, view: "HallView | None") -> None:
        """Show the newest state of the scene on air; None where nothing of it may be shown."""
        if not self.is_frozen:
            self.shown = view

    def redact(self, view: "HallView | None") -> None:
        """Show what is left of the picture, frozen or not, once a part of it is not public."""
        self.shown = view

    def turn_to(self, part: int, parts: int) -> None:
        """Show another page, as near as there is one of `parts`."""
        self.part = max(0, min(part, parts - 1))

    def freeze(self) -> None:
        """Hold the picture, or let it follow again."""
        self.is_frozen = not self.is_frozen

    def blank(self) -> None:
        """Make the screen black, or show the picture again."""
        self.is_blank = not self.is_blank
