"""Opening headquarters: its key file, and a server's address where it keeps one."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit

from forum_desktop.ui.controls import button, card, column, field, row, told
from forum_desktop.ui.folding import ENTER

if TYPE_CHECKING:
    from forum_desktop.records.headquarters import OfficePlace
    from forum_desktop.ui.words import Words

_LONGEST = 1000


class KeyLine(QFrame):
    """Asks for the key file and the address; Enter opens."""

    def __init__(self, words: "Words", open_place: "Callable[[OfficePlace], object]") -> None:
        super().__init__()
        self._words, self._open = words, open_place
        self.key_file, self.database = QLineEdit(), QLineEdit()
        for line in (self.key_file, self.database):
            line.setMaxLength(_LONGEST)
        words.tell(self.key_file.setPlaceholderText, "office.key_like")
        words.tell(self.database.setPlaceholderText, "office.database_like")
        self.open_button = button(words, "office.open", self.go_on, look="primary", symbol="lock")
        self.choose_button = button(words, "office.choose_key", self.choose, symbol="folder-open")
        asked = card(
            told(words, "office.title", "lead"),
            told(words, "office.how", "soft", wraps=True),
            field(words, "office.key", self.key_file),
            row(self.choose_button, None),
            field(words, "office.database", self.database),
            told(words, "office.database_how", "small", wraps=True),
            row(self.open_button, None),
            gap=8,
        )
        body = row(asked, None)
        body.setStretch(0, 3)
        body.setStretch(1, 2)
        self.setLayout(column(body, None))

    def show_place(self, place: "OfficePlace | None") -> None:
        """Show where headquarters was opened last, unless another place is being typed."""
        if place is not None and not self.key_file.text():
            self.key_file.setText(str(place.key_file))
            self.database.setText(place.database)

    def choose(self) -> None:
        """Ask which key file."""
        title = self._words("office.choose_key")
        path, _ = QFileDialog.getOpenFileName(self, title, self.key_file.text() or str(Path.home()))
        if path:
            self.key_file.setText(path)
            self.key_file.setFocus()

    def go_on(self) -> None:
        """Open headquarters."""
        from forum_desktop.records.headquarters import OfficePlace  # noqa: PLC0415 - when needed

        typed = self.key_file.text().strip()
        if not typed:
            self.key_file.setFocus()
            return
        place = OfficePlace(key_file=Path(typed), database=self.database.text().strip())
        self._open(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter."""
        if event.key() in ENTER and event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            self.go_on()
        else:
            super().keyPressEvent(event)
