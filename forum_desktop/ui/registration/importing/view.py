"""Bringing a list of people in: look first, then all of it in one act."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from forum_desktop.ui.controls import column
from forum_desktop.ui.keys import ALT, CTRL, NONE, SHIFT
from forum_desktop.ui.registration.importing.beginning import Beginning
from forum_desktop.ui.registration.importing.looking import Looking, Wanted
from forum_desktop.ui.registration.importing.open_file import Filter, OpenFile, looked_again
from forum_desktop.ui.registration.importing.review import Review
from forum_desktop.ui.registration.view import View

if TYPE_CHECKING:
    from collections.abc import Callable

    from forum_desktop.records.importing import ImportField, ImportPreview, ImportRun
    from forum_desktop.ui.registration.page import RegistrationPage


class ImportingView(View):
    """Names stand on screen only while a file is under review."""

    def __init__(self, page: "RegistrationPage") -> None:
        super().__init__(page)
        self._looking = Looking(page)
        self.beginning = Beginning(page)
        self.review = Review(page.words, self._looking.tell_known)
        self._stack = QStackedWidget()
        for part in (self.beginning, self.review):
            self._stack.addWidget(part)
        self._folder = Path.home()
        self._is_watched = False
        self.setAcceptDrops(True)
        self.setLayout(column(self._stack))
        self._connect()
        self._set_keys()

    @property
    def file(self) -> OpenFile | None:
        """The file in hand, shown or put away."""
        return self.review.file

    @property
    def is_open(self) -> bool:
        """Whether the file stands on screen."""
        return self._stack.currentWidget() is self.review

    def forum_opened(self) -> None:
        """Forget the last forum's file and imports."""
        self.give_up()
        self.beginning.earlier.forget()

    def reload(self) -> None:
        """Read the earlier imports again."""
        self.beginning.earlier.reload()

    def arrive(self) -> None:
        """Come with the cursor where work goes on."""
        self._is_watched = True
        self.reload()
        if not self.is_open:
            self.beginning.come()

    def leave(self) -> None:
        """Go out of sight: the file stays in hand, its names do not stay on screen."""
        self._is_watched = False
        self.beginning.earlier.close_names()
        if self.is_open:
            self._hide_file()

    def retranslate(self) -> None:
        """Say counts and states again."""
        self.beginning.offer(self.file if self.beginning.is_waiting else None)
        if self.is_open:
            self.review.retranslate()
        for shown in (self.beginning.earlier.runs, self.beginning.earlier.people):
            shown.viewport().update()

    def choose_file(self) -> None:
        """Ask for a file."""
        if self._looking.is_writing:
            return
        title = self.words("importing_view.choose_title")
        kinds = self.words("importing_view.file_kinds")
        path, _ = QFileDialog.getOpenFileName(
            self, title, str(self._folder), f"{kinds} (*.xlsx *.xlsm *.csv *.txt *.tsv)"
        )
        if path:
            self.open_file(Path(path))

    def open_file(self, path: Path, sheet: str | None = None) -> None:
        """Look at a file; where it is refused, what was open before stays."""
        if self._looking.is_writing:
            return
        self._folder = path.parent
        self.page.message.hide()
        self._looking.look(Wanted(path, sheet), self._show_new, self._stay)

    def put_away(self) -> None:
        """Take the file off the screen; it can be gone on with."""
        self._hide_file()
        self.beginning.come()

    def resume(self) -> None:
        """Show the file again that was put away."""
        if self.file is not None:
            self._show(self.file, is_same=True)

    def give_up(self) -> None:
        """Forget the file."""
        self._looking.forget()
        self.review.file = None
        self._hide_file()
        if self._is_watched:
            self.beginning.come()

    def write(self) -> None:
        """Write what the file tells, as the button says it."""
        file = self.file
        if file is None or not self.is_open or self.review.is_busy:
            return
        if file.preview.missing:
            self._ask_column(file)
        elif self.review.write.isEnabled():
            self._looking.write(file, self._written, self._look_again)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the file away; where it is put away already, gives it up."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.is_open:
            self.put_away()
        elif self.beginning.is_waiting and not self._looking.is_writing:
            self.give_up()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept one file."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that was dropped."""
        paths = _dropped(event)
        if paths:
            event.acceptProposedAction()
            self.open_file(paths[0])

    def _show_new(self, preview: "ImportPreview") -> None:
        self._show(OpenFile(preview))

    def _show(self, file: OpenFile, *, is_same: bool = False) -> None:
        if not self._is_watched:
            # The officer left while the worker read: names wait behind the offer to go on.
            self.review.file = file
            self._hide_file()
            return
        self.beginning.offer(None)
        self.beginning.earlier.close_names()
        self._stack.setCurrentWidget(self.review)
        self.review.show_file(file, is_same=is_same)
        self.review.table.setFocus()
        if file.preview.missing:
            self._ask_column(file)

    def _stay(self) -> None:
        if self.is_open:
            self.review.table.setFocus()

    def _hide_file(self) -> None:
        self.review.clear()
        self.beginning.offer(self.file)
        self._stack.setCurrentWidget(self.beginning)

    def _ask_column(self, file: OpenFile) -> None:
        self.page.say(f"importing.missing.{file.preview.missing[0]}", "warn")
        self.review.open_chooser(file.guess_name_column())

    def _choose_sheet(self, sheet: str) -> None:
        if self.file is not None:
            self.open_file(self.file.preview.path, sheet)

    def _tell_column(self, at: int, field: "ImportField | None") -> None:
        if self.file is not None and not self._looking.is_writing:
            self.page.message.hide()
            self._look(self.file, self.file.with_field(at, field), lambda _: None)

    def _look_again(self) -> None:
        if self.file is not None:
            self._look(self.file, self.file.fields, self._tell_changed)

    def _look(
        self,
        file: OpenFile,
        fields: "tuple[ImportField | None, ...]",
        then: "Callable[[OpenFile], object]",
    ) -> None:
        wanted = Wanted(file.preview.path, file.preview.sheet or None, fields)

        def done(preview: "ImportPreview") -> None:
            # What was decided while the worker read counts too.
            again = looked_again(self.file or file, preview)
            self._show(again, is_same=True)
            then(again)

        self._looking.look(wanted, done, self._stay)

    def _tell_changed(self, file: OpenFile) -> None:
        add, change = f"{file.to_add:,}", f"{file.to_change:,}"
        self.page.say("importing_view.looked_again", "warn", add=add, change=change)

    def _written(self, run: "ImportRun") -> None:
        self.beginning.earlier.show_newest(run)
        self.give_up()
        counts = {"added": f"{run.added:,}", "changed": f"{run.changed:,}"}
        self.page.say("importing_view.written", "good", **counts)
        if self._is_watched:
            self.beginning.earlier.runs.setFocus()

    def _connect(self) -> None:
        self._looking.busy.connect(self.review.show_busy)
        beginning, review = self.beginning, self.review
        beginning.file_wanted.connect(self.choose_file)
        beginning.resumed.connect(self.resume)
        beginning.given_up.connect(self.give_up)
        review.line.file_wanted.connect(self.choose_file)
        review.line.put_away.connect(self.put_away)
        review.write_wanted.connect(self.write)
        review.line.sheet_chosen.connect(self._choose_sheet)
        review.column_told.connect(self._tell_column)

    def _set_keys(self) -> None:
        review = self.review
        self.shortcuts = {
            (CTRL, Qt.Key.Key_O): self.choose_file,
            (CTRL, Qt.Key.Key_Return): self.write,
            (CTRL, Qt.Key.Key_Enter): self.write,
            (NONE, Qt.Key.Key_F8): lambda: self._if_open(review.next_problem),
            (SHIFT, Qt.Key.Key_F8): lambda: self._if_open(lambda: review.next_problem(-1)),
            (NONE, Qt.Key.Key_F9): self._take_back,
        }
        for number, kind in enumerate(Filter, start=1):
            self.shortcuts[ALT, Qt.Key.Key_0 + number] = self._presser(kind)

    def _presser(self, kind: Filter) -> "Callable[[], None]":
        return lambda: self._if_open(lambda: self.review.chips.press(kind))

    def _if_open(self, act: "Callable[[], object]") -> None:
        if self.is_open:
            act()

    def _take_back(self) -> None:
        if not self.is_open:
            self.beginning.earlier.ask_reason()


def _dropped(event: QDropEvent) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths if len(paths) == 1 else []
