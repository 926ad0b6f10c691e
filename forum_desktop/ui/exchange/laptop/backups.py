"""The copies of this laptop's file: made by themselves, kept in two places, one put back."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit

from forum_desktop import services
from forum_desktop.records.secret import Secret
from forum_desktop.ui.controls import Text, button, card, column, field, named, row, told
from forum_desktop.ui.display import joined, said_date, said_time
from forum_desktop.ui.long_list import LongList
from forum_desktop.ui.record_list import Line
from forum_desktop.ui.viewed import ViewedPage

if TYPE_CHECKING:
    from forum_desktop.records.backup import Backup, BackupMade, BackupState
    from forum_desktop.services.desk import Desk

_MEGA = 1_000_000


class BackupsCard(QFrame):
    """Tells where copies are, makes one, and puts a chosen one back after a second press."""

    def __init__(self, page: ViewedPage) -> None:
        super().__init__()
        self._page, self._words = page, page.words
        self._state: BackupState | None = None
        self._asked: Path | None = None
        self._is_protected = False
        self.list = named(page.words, "backups.list", LongList(self._line))
        self.place = Text("soft", wraps=True)
        self.question = Text("lead", wraps=True)
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._lay_out()
        self._ask(None)

    def reload(self) -> None:
        """Read again what copies there are; a question that was left is not asked any more."""
        self._ask(None)
        self._page.look_up(_read, self._take)

    def retranslate(self) -> None:
        """Say it in the current language."""
        state = self._state
        if state is None:
            return
        key = "backups.one_place" if state.second is None else "backups.second_place"
        if state.second is not None and not state.is_second_there:
            key = "backups.second_missing"
        self.place.say(self._words(key, path=state.second))
        self.list.viewport().update()

    def make(self) -> None:
        """Make a copy now, in every place that is there."""
        self._page.look_up(services.backups.make_backup, self._made)

    def ask_second_place(self) -> None:
        """Ask in which folder copies are made too."""
        folder = QFileDialog.getExistingDirectory(self, self._words("backups.choose_second"))
        if folder:
            self.choose_second_place(Path(folder))

    def choose_second_place(self, folder: Path) -> None:
        """Make copies in a folder too, the first at once."""

        def choose(desk: "Desk") -> "BackupMade":
            services.backups.choose_second_place(desk, folder)
            return services.backups.make_backup(desk)

        self._page.look_up(choose, self._made)

    def ask_restore_chosen(self) -> None:
        """Ask once more before the chosen copy is put back."""
        chosen = self.list.chosen()
        if chosen is None:
            self._page.say("backups.choose_first", "warn")
            return
        self._ask(chosen.path)

    def ask_restore_file(self) -> None:
        """Put back a copy that lies elsewhere, as on the stick another laptop made."""
        title = self._words("backups.restore_file")
        path, _ = QFileDialog.getOpenFileName(self, title, str(Path.home()), "*.db")
        if path:
            self._ask(Path(path))

    def restore(self) -> None:
        """Put the copy that was asked for in the place of the file."""
        path, typed = self._asked, self.passphrase.text()
        secret = Secret(typed) if typed else None
        if path is None:
            return
        folder_job = lambda desk: services.storage.look_at_backup(  # noqa: E731
            desk.database.folder, path, secret
        )
        self._page.look_up(folder_job, lambda _: self._page.restore_wanted.emit(path, secret))

    def _ask(self, path: Path | None) -> None:
        self._asked = path
        if path is not None:
            self.question.say(self._words("backups.sure", name=path.name))
            self.passphrase.clear()
        self._fold.setVisible(path is not None)
        self._passphrase_box.setVisible(self._is_protected)
        if path is not None:
            (self.passphrase if self._is_protected else self.restore_button).setFocus()

    def _take(self, found: "tuple[BackupState, bool]") -> None:
        self._state, self._is_protected = found
        self.list.set_rows(self._state.backups)
        self.retranslate()

    def _made(self, made: "BackupMade") -> None:
        key = "backups.made_one" if made.is_second_missing else "backups.made"
        self._page.say(key, "warn" if made.is_second_missing else "good", count=len(made.made))
        self.reload()

    def _line(self, backup: "Backup") -> Line:
        words = self._words
        day = said_date(backup.made_at.date(), words.language)
        place = words("backups.in_second" if backup.is_second else "backups.here")
        size = words("backups.size", size=f"{backup.size / _MEGA:,.1f}")
        return Line(text=joined((day, said_time(backup.made_at))), under=joined((place, size)))

    def _lay_out(self) -> None:
        words = self._words
        make = button(words, "backups.make", self.make, look="primary", symbol="hard-drive")
        second = button(words, "backups.choose_second", self.ask_second_place)
        self.make_button = make
        self.restore_button = button(words, "backups.restore", self.restore, look="primary")
        back = button(words, "registration.back", lambda: self._ask(None))
        chosen = button(words, "backups.restore_chosen", self.ask_restore_chosen, symbol="undo-2")
        elsewhere = button(words, "backups.restore_file", self.ask_restore_file)
        self._passphrase_box = QFrame()
        self._passphrase_box.setLayout(field(words, "backups.passphrase", self.passphrase))
        self.passphrase.returnPressed.connect(self.restore)
        self._fold = card(
            self.question, self._passphrase_box, row(self.restore_button, back, None), gap=6
        )
        words.tell(self.list.set_hint, "backups.none")
        body = column(
            told(words, "exchange.backup_title", "lead"),
            told(words, "backups.how", "soft", wraps=True),
            self.place,
            row(make, second, None),
            self.list,
            row(chosen, elsewhere, None),
            self._fold,
            gap=8,
        )
        body.setStretch(4, 1)
        self.setLayout(body)
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def _read(desk: "Desk") -> "tuple[BackupState, bool]":
    is_protected = services.protection.state(desk.database.folder).is_protected
    return services.backups.read_state(desk), is_protected
