"""What a page is filled with: paragraphs, tables, spaces."""

from typing import Protocol

from forum_desktop.documents.typesetting.sheet import Sheet


class Block(Protocol):
    """Set matter of a fixed width; lengths in points."""

    @property
    def before(self) -> float:
        """Space wanted above, except at the head of a page."""

    @property
    def after(self) -> float:
        """Space wanted below."""

    @property
    def keeps_next(self) -> bool:
        """Whether the next block must begin on the same page."""

    @property
    def height(self) -> float:
        """The height of it all."""

    @property
    def least_height(self) -> float:
        """The height of the least part that may stand at the foot of a page."""

    def split(self, room: float) -> tuple["Block | None", "Block | None"]:
        """Part it so that the head fits `room`; no head where nothing sensible fits."""

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw it with the upper left corner at `x`, `top`."""
