"""A side of the card: one task on one case, kept by Ctrl+Enter, left by Esc."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from forum_desktop.ui.typed_fields import TypedFields

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent

    from forum_desktop.records.complaint import Complaint
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.complaints.register.card import CaseCard

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def is_plain_enter(event: "QKeyEvent") -> bool:
    """Tell whether Enter was pressed alone: it leads on; Ctrl+Enter keeps at once."""
    is_alone = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and is_alone


class Panel(QWidget):
    """Knows the card, and through it the case that it is about."""

    def __init__(self, card: "CaseCard") -> None:
        super().__init__()
        self.card, self.page, self.words = card, card.page, card.page.words
        self.typed = TypedFields(card.changed)

    @property
    def complaint(self) -> "Complaint":
        """The complaint in hand; only asked while a task is in front."""
        assert self.card.case is not None
        return self.card.case.complaint

    def first(self) -> QWidget:
        """Return where work begins."""
        return self

    def keep(self) -> None:
        """Do what the task is for."""

    def ask_again(self) -> None:
        """Ask anew: the act was refused, and what was typed still stands."""

    def forget(self) -> None:
        """Show nothing more of the case: somebody else may come."""

    def retranslate(self) -> None:
        """Say again what is no fixed sentence."""

    def half_typed(self) -> dict[str, str]:
        """Return what is typed and not kept; what is said of a sealed case is never kept."""
        return {} if self.complaint.is_sealed else self.typed.changes()

    def put_back(self, kept: "Mapping[str, str]") -> None:
        """Show what was half typed."""
        self.typed.fill(kept)

    def watch(self, **widgets: QWidget) -> None:
        """Keep what is half typed in these fields."""
        self.typed = TypedFields(self.card.changed, **widgets)

    def do(
        self,
        job: "Callable[[Desk], Any]",
        key: str,
        tell: "Callable[[Any], dict[str, object]] | None" = None,
    ) -> None:
        """Do an act, say `key` and go back to the case; `tell` adds what the act brought."""
        self.card.do(job, key, tell)
