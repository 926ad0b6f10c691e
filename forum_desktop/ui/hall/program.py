"""What is on air: pure, without Qt. A scene is prepared, looked at, then shown."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forum_desktop.records.hall import HallView


@dataclass
class Program:
    """The hall sees `shown`, unless the screen is blank; a frozen one does not follow the file."""

    prepared: "HallView | None" = None
    shown: "HallView | None" = None
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
            self.shown = self.prepared
            self.is_frozen = self.is_blank = False

    def follow(self, view: "HallView | None") -> None:
        """Show the newest state of the scene that is on air, where it is not frozen."""
        if not self.is_frozen and view is not None:
            self.shown = view

    def freeze(self) -> None:
        """Hold the picture, or let it follow again."""
        self.is_frozen = not self.is_frozen

    def blank(self) -> None:
        """Make the screen black, or show the picture again."""
        self.is_blank = not self.is_blank
