"""The documents of a forum: choose one, see who may read it, make its file."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from forum_desktop import services
from forum_desktop.records.documents import DocumentKind
from forum_desktop.ui.controls import ElidedText, button, card, column, named, row, told
from forum_desktop.ui.documents.export import Export
from forum_desktop.ui.documents.order_form import OrderForm

if TYPE_CHECKING:
    from forum_desktop.records.documents import DocumentOffer
    from forum_desktop.records.minutes import Edition
    from forum_desktop.ui.page import Page


class DocumentsPanel(QFrame):
    """Folds out over the preview. `before` keeps what is typed, and tells whether it could."""

    folded = Signal(bool)
    """Folded in, or else out."""

    def __init__(
        self, page: "Page", before: Callable[[], bool], changed: Callable[[], object]
    ) -> None:
        super().__init__()
        self._page, self._before, self._changed = page, before, changed
        self._wish: Edition | None = None
        self._knows_badges = False
        self._asked_by: QWidget | None = None
        words = page.words
        self.form = OrderForm(words, self._order_changed)
        self._export = Export(page, self._show_running, self._show_ready, self._show_progress)
        self._name = ElidedText("small")
        self.progress = named(words, "documents.progress", QProgressBar())
        self.progress.setTextVisible(False)
        self.cancel_button = button(words, "documents.cancel", self.cancel)
        self.export_button = button(
            words, "documents.export", self.ask_and_export, look="primary", symbol="download"
        )
        self._closer = button(words, "documents.close", self.close_up, look="quiet")
        self._lay_out()
        self._show_ready()
        self.hide()

    def open_on(self, edition: "Edition") -> None:
        """Unfold with the minutes chosen in an edition; the offers are read the first time."""
        if self.isVisible():
            self.close_up()
            return
        self._wish, self._knows_badges = edition, False
        self._asked_by = self.window().focusWidget()
        self.show()
        self.folded.emit(False)
        self.form.kind.setFocus()
        self._page.look_up(lambda _: services.documents.offered(), self._show_offers)

    def close_up(self) -> None:
        """Fold in; the cursor goes back to where it came from."""
        self.hide()
        self.folded.emit(True)
        if self._asked_by is not None:
            self._asked_by.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold in on Escape; make the file with Enter."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() == Qt.Key.Key_Escape or (is_enter and self._closer.hasFocus()):
            self.close_up()
        elif is_enter and self.export_button.isVisible():
            self.ask_and_export()
        else:
            super().keyPressEvent(event)

    def suggested_name(self) -> str:
        """Return a file name with nobody's name in it."""
        return self._export.suggested_name(self.form.order())

    def minutes_edition(self) -> "Edition | None":
        """Return the edition of the minutes that is chosen; None for other documents."""
        order = self.form.order()
        return order.edition if order.kind is DocumentKind.MINUTES else None

    def ask_and_export(self) -> None:
        """Ask where to, then export."""
        if self._before():
            self._export.ask_and_export(self.form.order())

    def export_to(self, target: Path) -> None:
        """Export to a file."""
        if self._before():
            self._export.export_to(self.form.order(), target)

    def cancel(self) -> None:
        """Ask the export to stop."""
        self._export.cancel()

    def retranslate(self) -> None:
        """Name documents again."""
        self.form.retranslate()
        self.show_name()

    def _show_offers(self, offers: "tuple[DocumentOffer, ...]") -> None:
        self.form.offer(offers)
        if self._wish is not None:
            self.form.choose(DocumentKind.MINUTES, self._wish)
            self._wish = None

    def _order_changed(self) -> None:
        self._ask_for_badges()
        self.show_name()
        self._changed()

    def _ask_for_badges(self) -> None:
        """Count the people of each group, once for each time that the panel is open."""
        if self._knows_badges or self.form.order().kind is not DocumentKind.BADGES:
            return
        self._knows_badges, forum_id = True, self._page.forum_id
        self._page.look_up(
            lambda desk: services.badges.read_choices(desk, forum_id), self.form.badges.offer
        )

    def show_name(self) -> None:
        """Show the file name that is suggested."""
        if self._page.overview is not None and self.form.is_ready():
            order, words = self.form.order(), self._page.words
            lacks_number = order.kind is DocumentKind.RECEIPT and not order.complaint
            name = words("documents.file_name", name=self.suggested_name())
            self._name.say(words("documents.complaint_first") if lacks_number else name)

    def _show_running(self) -> None:
        self.progress.setValue(0)
        self._show_state(is_running=True)

    def _show_ready(self) -> None:
        self._show_state(is_running=False)

    def _show_state(self, *, is_running: bool) -> None:
        had_focus = self.cancel_button.hasFocus() or self.export_button.hasFocus()
        self.progress.setVisible(is_running)
        self.cancel_button.setVisible(is_running)
        self._name.setVisible(not is_running)
        self.export_button.setVisible(not is_running)
        if had_focus:
            (self.cancel_button if is_running else self.export_button).setFocus()

    def _show_progress(self, share: float) -> None:
        self.progress.setValue(int(share * 100))

    def _lay_out(self) -> None:
        words = self._page.words
        head = row(told(words, "documents.title", "lead"), None, self._closer)
        foot = row(self._name, self.progress, self.cancel_button, self.export_button, gap=10)
        foot.setStretch(0, 1)
        foot.setStretch(1, 1)
        self.setLayout(column(card(head, self.form, foot, gap=8)))
