"""Minutes: texts at the left, the real document at the right."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QScrollArea, QSplitter, QWidget

from forum_desktop import services
from forum_desktop.ui.background import Ends, Task
from forum_desktop.ui.controls import column, named
from forum_desktop.ui.drafts import DraftKeeper
from forum_desktop.ui.minutes.export_bar import ExportBar
from forum_desktop.ui.minutes.handover import Handover
from forum_desktop.ui.minutes.preview import Preview
from forum_desktop.ui.minutes.rendering import Rendered, measure, picture_of
from forum_desktop.ui.minutes.texts import MinutesForm
from forum_desktop.ui.news import Kind
from forum_desktop.ui.page import Page, Surroundings

if TYPE_CHECKING:
    from forum_desktop.records.meeting import AgendaItem
    from forum_desktop.records.minutes import MinutesTexts
    from forum_desktop.services.desk import Desk

    Kept = tuple[MinutesTexts | None, tuple[AgendaItem, ...]]

_SAVE_PAUSE, _PREVIEW_PAUSE = 1500, 400
"""Milliseconds without a key before texts are kept, and after news before drawing anew."""


class MinutesPage(Page):
    """Typing is kept as a draft within a second and as texts after a pause."""

    shows: ClassVar[frozenset[Kind]] = frozenset(Kind)

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self.form = MinutesForm(self.words, self._changed)
        self.handover = Handover(self)
        self.preview = Preview()
        self.export = ExportBar(self, self._draw_soon, self.save)
        self.drafts = DraftKeeper(self, self.background, self.form.fields)
        self._task: Task | None = None
        self._is_filling = False
        self._saving = _pause(self, _SAVE_PAUSE, self.save)
        self._drawing = _pause(self, _PREVIEW_PAUSE, self._draw)
        self._lay_out()
        self.preview.wanted.connect(self._draw_page)

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
        self.handover.reload()
        self._draw_soon()

    def arrive(self) -> None:
        """Come with the newest document."""
        self.form.meeting_number.setFocus()
        self._draw_soon()

    def leave(self) -> None:
        """Keep what is typed; stop drawing, so that nobody waits for it."""
        self.drafts.keep_now()
        if self._saving.isActive():
            self.save()
        self._drawing.stop()
        self._stop_drawing()

    def reload(self) -> None:
        """Something that the minutes tell has changed."""
        self.handover.reload()
        if self.isVisible():
            self._draw_soon()

    def retranslate(self) -> None:
        """Say handovers again."""
        self.preview.show_hint(self.words("minutes.preview_wait"))
        if self.overview is not None:
            self.handover.reload()

    def save(self) -> None:
        """Keep the texts that were changed."""
        self._saving.stop()
        if self.overview is None or not self.form.isEnabled():
            return
        if self.form.faulty_field() is not None:
            self.say("minutes.time_faulty", "warn")
            return
        texts = self.form.changed_texts(self.overview.forum.held_on)
        items = self.form.changed_items()
        if texts is None and not items:
            return
        self.act(
            self.drafts.cleared_after(lambda desk: _save(desk, texts, items)),
            # What is remembered is what was typed: the cleaned text would look like a change.
            lambda _: self.form.is_saved(texts, items),
            Kind.MINUTES,
        )

    def _show_texts(self, kept: "tuple[MinutesTexts, tuple[AgendaItem, ...]]") -> None:
        self._is_filling = True
        self.form.show_texts(*kept)
        self._is_filling = False
        self.form.setEnabled(True)
        self.drafts.move_to(f"{self.forum_id}/minutes", self._restore)

    def _restore(self, kept: dict[str, str]) -> None:
        self.form.fill(kept)
        self._saving.start()
        self.say("drafts.restored", "good")

    def _changed(self) -> None:
        if not self._is_filling:
            self.drafts.changed()
            self._saving.start()

    def _draw_soon(self) -> None:
        self._drawing.start()

    def _draw(self) -> None:
        if self.overview is None or not self.isVisible():
            return
        self._stop_drawing()
        forum_id, edition = self.forum_id, self.export.edition()

        def job(desk: "Desk", task: Task) -> Rendered:
            pdf = services.minutes.render_minutes(
                desk, forum_id, edition, cancelled=task.is_cancelled
            )
            return measure(pdf)

        self.preview.show_hint(self.words("minutes.preview_wait"))
        self._task = self.background.run_long(
            job, Ends(done=self.preview.show_document, refused=self.show_refusal)
        )

    def _stop_drawing(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _draw_page(self, rendered: Rendered, number: int, width: int) -> None:
        def show(image: QImage) -> None:
            self.preview.show_picture(rendered, number, image)

        self.background.run(lambda _: picture_of(rendered, number, width), Ends(done=show))

    def _lay_out(self) -> None:
        named(self.words, "minutes.preview", self.preview)
        self.preview.show_hint(self.words("minutes.preview_wait"))
        left = QWidget()
        left.setProperty("look", "clear")
        texts = column(self.form, self.handover, None)
        texts.setContentsMargins(0, 0, 10, 0)
        left.setLayout(texts)
        rolling = QScrollArea()
        rolling.setWidgetResizable(True)
        rolling.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rolling.setWidget(left)
        right = QWidget()
        shown = column(self.export, self.preview, gap=8)
        shown.setStretch(1, 1)
        shown.setContentsMargins(8, 0, 0, 0)
        right.setLayout(shown)
        splitter = QSplitter()
        splitter.addWidget(rolling)
        splitter.addWidget(right)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([520, 600])
        self.lay_out(splitter)


def _save(desk: "Desk", texts: "MinutesTexts | None", items: "tuple[AgendaItem, ...]") -> None:
    if texts is not None:
        services.minutes.save_minutes_texts(desk, texts)
    for item in items:
        services.minutes.save_agenda_item(desk, item)


def _pause(page: MinutesPage, milliseconds: int, then: Callable[[], object]) -> QTimer:
    timer = QTimer(page)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(then)
    return timer
