"""The walk-in form: three fields, all by keyboard."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QVBoxLayout

from forum_desktop.ui.choice import TypedChoice
from forum_desktop.ui.controls import button, card, column, field, row, told
from forum_desktop.ui.words import Words

if TYPE_CHECKING:
    from forum_desktop.records.pack import EventPack

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True)
class WalkIn:
    """What the form holds; `place` is a community or an organisation."""

    full_name: str
    sector: str
    community: str
    organisation: str


class WalkInForm(QFrame):
    """Enter goes to the next field and saves at the last; Esc goes back."""

    def __init__(
        self, words: Words, save: Callable[[], object], back: Callable[[], object]
    ) -> None:
        super().__init__()
        self._words, self._save, self._back = words, save, back
        self._pack: EventPack | None = None
        self.name = QLineEdit()
        self.name.setMaxLength(400)
        self.sector = QComboBox()
        self.place = TypedChoice()
        self.save_button = button(
            words, "registration.walk_in_save", save, look="primary", symbol="user-check"
        )
        self.back_button = button(words, "registration.back", back)
        for control in (self.name, self.sector, self.place, self._place_line()):
            control.installEventFilter(self)
        # While suggestions are open Qt hands Enter to the line past every event filter.
        self._place_line().returnPressed.connect(save)
        self.setLayout(self._form())

    def begin(self, typed: str) -> None:
        """Start a form with what was typed in the search box."""
        self.name.setText(typed.strip())
        self.sector.setCurrentIndex(0)
        self.place.setEditText("")
        (self.sector if typed.strip() else self.name).setFocus()

    def show_pack(self, pack: "EventPack") -> None:
        """Offer the sectors and communities of a forum."""
        self._pack = pack
        self.place.offer(place.name for place in pack.communities)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the sectors in the current language."""
        if self._pack is None:
            return
        chosen = max(self.sector.currentIndex(), 0)
        self.sector.clear()
        self.sector.addItem(self._words("registration.sector_choose"), "")
        for sector in self._pack.sectors:
            is_english = self._words.language == "en" and sector.english
            self.sector.addItem(sector.english if is_english else sector.name, sector.code)
        self.sector.setCurrentIndex(chosen)

    def filled(self) -> WalkIn:
        """Return what the form holds; a place that the pack knows is a community."""
        place = self.place.currentText().strip()
        is_community = place.removeprefix("ชุมชน").strip() in self._community_names()
        return WalkIn(
            full_name=self.name.text(),
            sector=self.sector.currentData() or "",
            community=place if is_community else "",
            organisation="" if is_community else place,
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead Enter from field to field, and Esc back."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._back()
            return True
        if event.key() in _ENTER:
            self._go_on(watched)
            return True
        return False

    def _go_on(self, here: QObject) -> None:
        if here is self.name:
            self.sector.setFocus()
        elif here is self.sector:
            self.place.setFocus()
        else:
            self._save()

    def _community_names(self) -> frozenset[str]:
        places = self._pack.communities if self._pack else ()
        return frozenset(name for place in places for name in (place.name, *place.aliases))

    def _place_line(self) -> QLineEdit:
        line = self.place.lineEdit()
        assert line is not None
        return line

    def _form(self) -> QVBoxLayout:
        words = self._words
        form = card(
            told(words, "registration.walk_in", "lead"),
            told(words, "registration.walk_in_how", "soft", wraps=True),
            field(words, "registration.name", self.name),
            row(
                field(words, "registration.sector", self.sector),
                field(words, "registration.place", self.place),
            ),
            row(self.save_button, self.back_button, None),
        )
        return column(form, None)
