"""The top line: which page and forum, this station, live figures, and whether all is saved."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from forum_desktop.ui.controls import ElidedText, Text, column, restyle, row
from forum_desktop.ui.display import joined
from forum_desktop.ui.icons import show_picture
from forum_desktop.ui.theme import TOKENS
from forum_desktop.ui.words import Words

if TYPE_CHECKING:
    from forum_desktop.records.overview import ForumOverview

_FIGURES = ("registered", "present", "opinions", "complaints")
_HEIGHT = 72


class Figure(QFrame):
    """A live count with its label."""

    def __init__(self, words: Words, name: str) -> None:
        super().__init__()
        self.setProperty("look", "figure")
        self._count, self._label = Text("lead"), Text("small")
        words.tell(self._label.say, f"count.{name}")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 0, 10, 0)
        layout.setSpacing(6)
        layout.addWidget(self._label)
        layout.addWidget(self._count)

    def show_count(self, count: int) -> None:
        """Show a count."""
        self._count.say(f"{count:,}")
        self.setAccessibleName(f"{self._label.said()} {count}")


class Topline(QFrame):
    """What is true of the whole window."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._saving, self._is_refused = 0, False
        self._overview: ForumOverview | None = None
        self._title, self._forum = Text("title"), ElidedText("small")
        self._figures: dict[str, Figure] = {}
        self._places = row(gap=8)
        self._dot, self._saved = QLabel(), Text("small")
        self._lay_out()
        self.retranslate()

    def show_page(self, title: str) -> None:
        """Name the page in front."""
        self._title.say(title)

    def show_overview(self, overview: "ForumOverview") -> None:
        """Show the forum, this station and the newest figures."""
        self._overview = overview
        for name in _FIGURES:
            self._figure(name).show_count(getattr(overview.counts, name))
        self.retranslate()

    def show_saving(self, count: int) -> None:
        """Show how many acts are still on their way to the disk."""
        self._is_refused = self._is_refused and count == 0
        self._saving = count
        self._show_saved()

    def show_refused(self) -> None:
        """Show that the last act was not kept."""
        self._is_refused = True
        self._show_saved()

    def saved_state(self) -> str:
        """Return what the line says of saving."""
        return self._saved.said()

    def retranslate(self) -> None:
        """Say forum, station and state again."""
        self._forum.say(self._forum_line())
        self._show_saved()

    def _figure(self, name: str) -> Figure:
        # Made with the first forum: the first page has nothing to count.
        if name not in self._figures:
            self._figures[name] = Figure(self._words, name)
            self._places.addWidget(self._figures[name], 0, Qt.AlignmentFlag.AlignVCenter)
        return self._figures[name]

    def _forum_line(self) -> str:
        if self._overview is None:
            return self._words("topline.no_forum")
        station, forum = self._overview.station, self._overview.forum
        named = joined((self._words("topline.station", letter=station.letter), station.name))
        return joined((forum.meeting_name or forum.title, named))

    def _show_saved(self) -> None:
        key, tone, symbol = "topline.saved", "good", "circle-check"
        if self._saving:
            key, tone, symbol = "topline.saving", "warn", "hard-drive"
        elif self._is_refused:
            key, tone, symbol = "topline.not_saved", "bad", "triangle-alert"
        color = {"good": TOKENS.good, "warn": TOKENS.warn, "bad": TOKENS.bad}[tone]
        show_picture(self._dot, symbol, color, 18)
        self._saved.say(self._words(key))
        restyle(self._saved, tone=tone)

    def _lay_out(self) -> None:
        self.setProperty("look", "topline")
        self.setFixedHeight(_HEIGHT)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(TOKENS.margin, 0, TOKENS.margin, 0)
        layout.setSpacing(8)
        layout.addLayout(column(None, self._title, self._forum, None, gap=0), 1)
        layout.addLayout(self._places)
        layout.addSpacing(8)
        layout.addLayout(row(self._dot, self._saved, gap=6))
