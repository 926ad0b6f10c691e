"""A side of the card: one task on one opinion, kept by Ctrl+Enter, left by Esc."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from forum_desktop.ui.typed_fields import TypedFields

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from PySide6.QtWidgets import QLayout

    from forum_desktop.records.opinion import Opinion
    from forum_desktop.services.desk import Desk
    from forum_desktop.services.stream import Edits
    from forum_desktop.ui.opinions.said.card import OpinionCard
    from forum_desktop.ui.page import Page


class Panel(QWidget):
    """Knows the page, the card and the opinion it is about."""

    name = ""
    """The part of the keys under which what is half typed is kept."""

    keeps = True
    """Whether there is anything to be typed and kept."""

    def __init__(self, card: "OpinionCard") -> None:
        super().__init__()
        self.card = card
        self.page: Page = card.page
        self.words = card.page.words
        self.typed = TypedFields(card.changed)

    def begin(self, opinion: "Opinion") -> None:
        """Show an opinion; it stays `self.card.opinion` until the card is closed."""

    def first(self) -> QWidget:
        """Return where work begins."""
        return self

    def keep(self) -> None:
        """Keep what is typed."""

    def half_typed(self) -> dict[str, str]:
        """Return what is typed and not kept."""
        return {f"{self.name}.{field}": value for field, value in self.typed.changes().items()}

    def put_back(self, kept: "Mapping[str, str]") -> None:
        """Show what was half typed."""
        head = f"{self.name}."
        self.typed.fill({key[len(head) :]: text for key, text in kept.items() if head in key})

    def watch(self, **widgets: QWidget) -> None:
        """Keep what is half typed in these fields."""
        self.typed = TypedFields(self.card.changed, **widgets)

    def kept(self) -> None:
        """Go back to the list: the work of this panel is done."""
        self.typed.begin()
        self.card.work_done()

    def edit(self, job: "Callable[[Desk], Edits]", key: str, **details: "Any") -> None:
        """Do an act that can be taken back, then close the card."""
        self.card.acts.edit(job, key, lambda _: self.kept(), **details)

    def lay_out(self, layout: "QLayout") -> None:
        """Fill the panel."""
        self.setLayout(layout)
