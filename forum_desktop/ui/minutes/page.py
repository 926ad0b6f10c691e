"""Minutes: texts at the left, the real document at the right."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSplitter, QWidget

from forum_desktop import services
from forum_desktop.records.minutes import MinutesStatus
from forum_desktop.ui.controls import column, named
from forum_desktop.ui.documents.panel import DocumentsPanel
from forum_desktop.ui.drafts import DraftKeeper
from forum_desktop.ui.keys import CTRL, SHIFT
from forum_desktop.ui.minutes.drawing import Drawing
from forum_desktop.ui.minutes.editor import Editor
from forum_desktop.ui.minutes.keeping import keep_texts
from forum_desktop.ui.minutes.preview import Preview
from forum_desktop.ui.minutes.preview_bars import PreviewFoot, PreviewHead
from forum_desktop.ui.minutes.status import StatusStrip
from forum_desktop.ui.news import Kind
from forum_desktop.ui.page import Page, Surroundings

if TYPE_CHECKING:
    from forum_desktop.records.meeting import AgendaItem
    from forum_desktop.records.minutes import MinutesTexts

_SAVE_PAUSE = 600
"""Milliseconds without a key before texts are kept, and with that drawn."""


class MinutesPage(Page):
    """Typing is kept as a draft within a second and as texts after a pause."""

    shows: ClassVar[frozenset[Kind]] = frozenset(Kind)

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self.editor = Editor(self, self._changed)
        self.form, self.handover = self.editor.form, self.editor.handover
        self.status = StatusStrip(self, self.save, self._take_standing)
        self.preview = Preview()
        self.head = PreviewHead(self.words, self._draw_soon, self.open_documents)
        self.drawing = Drawing(self, self.preview, self.head.edition)
        self.foot = PreviewFoot(self.words, self.preview, self.drawing)
        self.export = DocumentsPanel(self, self.save, self._show_edition)
        self.drafts = DraftKeeper(self, self.background, self.form.fields)
        self._is_filling = self._is_arriving = False
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(_SAVE_PAUSE)
        self._saving.timeout.connect(self.save)
        self.export.folded.connect(self.head.setVisible)
        self._lay_out()
        self.shortcuts = {
            (CTRL, Qt.Key.Key_J): self.editor.open_snippets,
            (CTRL | SHIFT, Qt.Key.Key_J): self.editor.next_blank,
            (CTRL, Qt.Key.Key_E): self.open_documents,
        }

    def forum_opened(self) -> None:
        """Show this forum's texts, and over them what was typed and never kept."""
        forum_id = self.forum_id
        self._saving.stop()
        self.form.setEnabled(False)
        self.look_up(
            lambda desk: (
                services.minutes.read_minutes_texts(desk, forum_id),
                services.minutes.list_agenda(desk, forum_id),
            ),
            self._show_texts,
        )
        self.editor.forum_opened()
        self.handover.reload()
        self.editor.choices.reload()
        self._draw_soon()

    def overview_changed(self) -> None:
        """Name files by this forum."""
        self.export.show_name()

    def arrive(self) -> None:
        """Come with the newest document, and the cursor in the texts once they are there."""
        self._is_arriving = True
        self._begin_typing()
        self._draw_soon()

    def leave(self) -> None:
        """Keep what is typed; stop drawing, so that nobody waits for it."""
        self.drafts.keep_now()
        if self._saving.isActive():
            self.save()
        self.drawing.rest()

    def reload(self) -> None:
        """Something that the minutes tell has changed."""
        forum_id = self.forum_id
        self.look_up(
            lambda desk: (
                services.minutes.read_minutes_texts(desk, forum_id),
                services.minutes.list_agenda(desk, forum_id),
            ),
            self._renew,
        )
        self.handover.reload()
        self.editor.choices.reload()
        if self.isVisible():
            self._draw_soon()

    def retranslate(self) -> None:
        """Say what is no fixed sentence again."""
        self.preview.show_hint(self.words("minutes.preview_wait"))
        self.editor.retranslate()
        self.status.retranslate()
        self.foot.retranslate()
        self.export.retranslate()

    def open_documents(self) -> None:
        """Offer every document, the one in sight first."""
        self.export.open_on(self.head.edition())

    def save(self) -> bool:
        """Keep the texts that were changed; tell whether nothing typed stands in the way."""
        self._saving.stop()
        if self.overview is None or not self.form.isEnabled():
            return False
        if self.form.faulty_field() is not None:
            self.say("minutes.time_faulty", "warn")
            self.drawing.resume()
            return False
        texts = self.form.changed_texts(self.overview.forum.held_on)
        items = self.form.changed_items()
        if texts is None and not items:
            self.drawing.resume()
            return True
        self.act(
            self.drafts.cleared_after(lambda desk: keep_texts(desk, texts, items)),
            # What is remembered is what was typed: the cleaned text would look like a change.
            lambda _: self.form.is_saved(texts, items),
            Kind.MINUTES,
        )
        return True

    def _show_texts(self, kept: "tuple[MinutesTexts, tuple[AgendaItem, ...]]") -> None:
        texts, items = kept
        self._is_filling = True
        self.form.show_texts(texts, items)
        self._is_filling = False
        self.form.setEnabled(True)
        self._begin_typing()
        self._take_standing(texts)
        self.drafts.move_to(f"{self.forum_id}/minutes", self._restore)

    def _renew(self, kept: "tuple[MinutesTexts, tuple[AgendaItem, ...]]") -> None:
        """Take over where the minutes stand, and what the running meeting wrote of its items."""
        texts, items = kept
        self._take_standing(texts)
        if self.form.isEnabled():
            self._is_filling = True
            self.form.renew_items(items)
            self._is_filling = False

    def _begin_typing(self) -> None:
        if self._is_arriving and self.form.isEnabled() and self.isVisible():
            self._is_arriving = False
            self.form.meeting_number.setFocus()

    def _take_standing(self, texts: "MinutesTexts") -> None:
        self.form.take_standing(texts)
        self.status.show_texts(texts)
        self.editor.lock(is_locked=texts.status is MinutesStatus.CERTIFIED)

    def _restore(self, kept: dict[str, str]) -> None:
        if self.status.status() is not MinutesStatus.CERTIFIED:
            self.form.fill(kept)
            self._saving.start()
            self.say("drafts.restored", "good")

    def _changed(self) -> None:
        if not self._is_filling:
            self.drawing.make_way()
            self.drafts.changed()
            self._saving.start()

    def _draw_soon(self) -> None:
        self.drawing.soon()

    def _show_edition(self) -> None:
        """Preview the minutes in the edition that is about to be made."""
        edition = self.export.minutes_edition()
        if edition is not None and edition is not self.head.edition():
            self.head.choose(edition)
            self._draw_soon()

    def _lay_out(self) -> None:
        named(self.words, "minutes.preview", self.preview)
        self.preview.show_hint(self.words("minutes.preview_wait"))
        right = QWidget()
        shown = column(self.head, self.export, self.preview, self.foot, gap=8)
        shown.setStretch(2, 1)
        shown.setContentsMargins(8, 0, 0, 0)
        right.setLayout(shown)
        splitter = QSplitter()
        splitter.addWidget(self.editor)
        splitter.addWidget(right)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([520, 600])
        body = column(self.status, splitter, gap=10)
        body.setStretch(1, 1)
        self.lay_out(body)
