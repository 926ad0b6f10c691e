"""The end of a page, whatever room is left on it."""

from dataclasses import dataclass

from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.sheet import Sheet


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Makes what follows begin a page: it fits nowhere, and takes no room on an empty one."""

    before: float = 0.0
    after: float = 0.0
    keeps_next: bool = True
    height: float = 0.0
    least_height: float = 0.0

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        """Leave every page that bears anything."""
        return None, self

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw nothing."""
