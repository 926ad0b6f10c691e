"""A new forum: from a pack that came with the app, or from a file."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QSizePolicy

from forum_desktop.ui.controls import Text, button, card, column, field, told
from forum_desktop.ui.words import Words

if TYPE_CHECKING:
    from forum_desktop.records.pack import EventPack


class PackChoice(QComboBox):
    """The packs; Enter creates."""

    def __init__(self, enter: Callable[[], object]) -> None:
        super().__init__()
        self._enter = enter
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Create on Enter; otherwise choose as usual."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
        else:
            super().keyPressEvent(event)


class NewForum(QFrame):
    """Chooses a pack and asks the page to create."""

    def __init__(self, words: Words, create: "Callable[[EventPack | str], object]") -> None:
        super().__init__()
        self._words = words
        self._create = create
        self._packs: tuple[EventPack, ...] = ()
        self.choice = PackChoice(self.create_chosen)
        self.create_button = button(
            words, "forum.create", self.create_chosen, look="primary", symbol="plus"
        )
        self.file_button = button(
            words, "forum.create_from_file", self._choose_file, look="quiet", symbol="folder-open"
        )
        self._title = Text("small", wraps=True)
        self.choice.currentIndexChanged.connect(self._show_title)
        self.setFocusProxy(self.choice)
        self.create_button.setEnabled(False)
        self.setLayout(
            column(
                card(
                    told(words, "forum.new", "lead"),
                    field(words, "forum.pack", self.choice),
                    self._title,
                    self.create_button,
                    self.file_button,
                )
            )
        )

    def begin(self) -> None:
        """Put the cursor on the packs."""
        self.choice.setFocus()

    def show_packs(self, packs: "tuple[EventPack, ...]") -> None:
        """Offer these packs."""
        self._packs = packs
        self.retranslate()

    def retranslate(self) -> None:
        """Name the packs again."""
        chosen = max(self.choice.currentIndex(), 0)
        self.choice.clear()
        for pack in self._packs:
            self.choice.addItem(pack.municipality)
        self.choice.setCurrentIndex(chosen if self._packs else -1)
        self.create_button.setEnabled(bool(self._packs))
        self._show_title()

    def create_chosen(self) -> None:
        """Create a forum from the chosen pack."""
        at = self.choice.currentIndex()
        if 0 <= at < len(self._packs):
            self._create(self._packs[at])

    def _show_title(self) -> None:
        at = self.choice.currentIndex()
        self._title.say(self._packs[at].title if 0 <= at < len(self._packs) else "")

    def _choose_file(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - loaded when needed

        title = self._words("forum.create_from_file")
        path, _ = QFileDialog.getOpenFileName(self, title, "", "*.toml *.json")
        if path:
            self._create(path)
