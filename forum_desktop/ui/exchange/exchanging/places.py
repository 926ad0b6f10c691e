"""Where to exchange: the place chosen last and the sticks that are plugged in, noticed by itself.

Places are looked for on the worker, and only while the view is in sight.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame

from forum_desktop import services
from forum_desktop.ui.controls import Text, button, column, named, row
from forum_desktop.ui.record_list import Line, RecordList
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.records.exchange import ExchangePlace
    from forum_desktop.ui.page import Page

_PAUSE = 1500
"""Milliseconds between two looks for sticks."""
_HIGHEST = 190


class Places(QFrame):
    """A list of places, of which one is chosen, and a button for any other."""

    noticed = Signal(object)
    """A place that was not there a moment ago."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page, self._is_asking = page, False
        self._known: tuple[ExchangePlace, ...] | None = None
        self._added: Path | None = None
        self.list = named(page.words, "exchange_view.places", RecordList(self._line))
        self.choose_button = button(
            page.words, "exchange_view.choose", self.choose_folder, symbol="folder-open"
        )
        self._hint = Text("soft", wraps=True)
        page.words.tell(self._hint.say, "exchange_view.no_place")
        self.setLayout(column(self.list, self._hint, row(self.choose_button, None), gap=8))
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(self.look)
        self._show(())

    def chosen(self) -> "ExchangePlace | None":
        """Return the place that is chosen, there or not."""
        return self.list.chosen()

    def look(self) -> None:
        """Look which places there are, unless that is being asked already."""
        if self._page.overview is None or self._is_asking:
            return
        self._is_asking = True
        added = self._added
        self._page.look_up(
            lambda desk: services.exchange.list_places(desk, added),
            lambda places: self._found(places, added),
            refused=lambda _: self._end_asking(),
            failed=self._end_asking,
        )

    def choose_folder(self) -> None:
        """Ask for a folder and take it for the place."""
        start = self.chosen()
        title = self._page.words("exchange_view.choose_title")
        path = QFileDialog.getExistingDirectory(
            self, title, str(start.folder if start else Path.home())
        )
        if path:
            self.take(Path(path))

    def take(self, folder: Path) -> None:
        """Take a folder for the place, and look at it at once."""
        self._added, self._known = folder, None
        self.look()

    def retranslate(self) -> None:
        """Say the states again."""
        self.list.records.layoutChanged.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to look for sticks."""
        super().showEvent(event)
        self._timer.start()
        self.look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more: nothing is asked of a desk that is locked or left."""
        super().hideEvent(event)
        self._timer.stop()

    def _end_asking(self) -> None:
        self._is_asking = False

    def _found(self, places: "tuple[ExchangePlace, ...]", added: Path | None) -> None:
        self._is_asking = False
        if added != self._added:  # another folder was taken while this was asked
            self.look()
            return
        before = self._known
        self._known = places
        if places == before:
            return
        self._show(places)
        here = {place.folder for place in before or () if place.is_there}
        new = [place for place in places if place.is_there and place.folder not in here]
        if before is None:
            self._choose(lambda place: place.folder == self._added)
        elif new:
            self._choose(lambda place: place.folder == new[0].folder)
            self.noticed.emit(new[0])

    def _choose(self, is_meant: "Callable[[ExchangePlace], bool]") -> None:
        for at, place in enumerate(self._known or ()):
            if is_meant(place):
                self.list.choose(at)

    def _show(self, places: "tuple[ExchangePlace, ...]") -> None:
        chosen = self.chosen()
        folders = [place.folder for place in places]
        self.list.set_rows(places)
        ready = next((at for at, place in enumerate(places) if place.is_there), 0)
        kept = folders.index(chosen.folder) if chosen and chosen.folder in folders else ready
        self.list.choose(kept)
        high = sum(self.list.sizeHintForRow(at) for at in range(len(places)))
        self.list.setFixedHeight(min(_HIGHEST, high + 2 * self.list.frameWidth() + 2))
        self.list.setVisible(bool(places))
        self._hint.setVisible(not places)

    def _line(self, place: "ExchangePlace") -> Line:
        words = self._page.words
        key = "exchange_view.ready" if place.is_there else "exchange_view.not_plugged_in"
        return Line(
            text=place.folder.name or str(place.folder),
            under=str(place.folder),
            mark=words(key, count=place.files),
            mark_color=TOKENS.good if place.is_there else TOKENS.warn,
        )
