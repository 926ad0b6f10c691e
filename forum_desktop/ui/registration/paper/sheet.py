"""What is said once for a whole sheet: its session, sector, place and time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame

from forum_desktop.ui.choice import TypedChoice
from forum_desktop.ui.clock_field import ClockField
from forum_desktop.ui.controls import button, card, column, field, row

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from forum_desktop.records.overview import ForumOverview
    from forum_desktop.ui.registration.page import RegistrationPage


class SheetHead(QFrame):
    """The head of the sheet in hand; every row below takes it over."""

    changed = Signal()
    filled = Signal()
    """Enter was pressed at the place or the time: on to the rows."""

    def __init__(self, page: "RegistrationPage", begin: "Callable[[], object]") -> None:
        super().__init__()
        self._words, self._sessions = page.words, page.sessions
        self._overview: ForumOverview | None = None
        self.session, self.sector = QComboBox(), QComboBox()
        self.place, self.clock = TypedChoice(), ClockField()
        self.clock.setFixedWidth(110)
        words = self._words
        self._session_side = QFrame()
        self._session_side.setLayout(field(words, "registration.session", self.session))
        new = button(words, "paper.new_sheet", begin, symbol="file-text")
        line = row(
            self._session_side,
            field(words, "registration.sector", self.sector),
            field(words, "paper.sheet_place", self.place),
            field(words, "paper.sheet_clock", self.clock),
            new,
        )
        for at, share in enumerate((2, 3, 3, 0, 0)):
            line.setStretch(at, share)
        line.setAlignment(new, Qt.AlignmentFlag.AlignBottom)
        self.setLayout(column(card(line)))
        self._connect()

    def show_pack(self, overview: "ForumOverview") -> None:
        """Offer what a forum's pack knows."""
        self._overview = overview
        self.place.offer(place.name for place in overview.pack.communities)
        self.place.setEditText("")
        self.clock.clear()
        self.sector.clear()
        self.retranslate()

    def retranslate(self) -> None:
        """Name sessions and sectors in the current language."""
        if self._overview is None:
            return
        chosen = max(self.sector.currentIndex(), 0)
        self.sector.clear()
        self.sector.addItem(self._words("registration.sector_choose"), "")
        for sector in self._overview.pack.sectors:
            is_english = self._words.language == "en" and sector.english
            self.sector.addItem(sector.english if is_english else sector.name, sector.code)
        self.sector.setCurrentIndex(chosen)
        self.show_session()

    def show_session(self) -> None:
        """Show the page's session, which is also the sheet's."""
        self.session.blockSignals(True)
        self.session.clear()
        for at in range(self._sessions.count()):
            self.session.addItem(self._sessions.itemText(at))
        self.session.setCurrentIndex(self._sessions.currentIndex())
        self.session.blockSignals(False)
        self._session_side.setVisible(self.session.count() > 1)

    def said_place(self) -> str:
        """Return the place of the sheet."""
        return self.place.currentText().strip()

    def said_sector(self) -> str:
        """Return the code of the sector, empty where none is chosen."""
        return self.sector.currentData() or ""

    def moment(self) -> "datetime | None":
        """Return when the people of the sheet signed, where its time is known."""
        assert self._overview is not None
        return self.clock.moment(self._overview.forum.held_on)

    def fields(self) -> dict[str, str]:
        """Return what is chosen, to be kept."""
        return {
            "sheet_sector": self.said_sector(),
            "sheet_place": self.said_place(),
            "sheet_clock": self.clock.text(),
        }

    def restore(self, fields: dict[str, str]) -> None:
        """Show again what was kept."""
        self.sector.setCurrentIndex(max(self.sector.findData(fields.get("sheet_sector", "")), 0))
        self.place.setEditText(fields.get("sheet_place", ""))
        self.clock.setText(fields.get("sheet_clock", ""))

    def _connect(self) -> None:
        self.session.currentIndexChanged.connect(self._sessions.setCurrentIndex)
        self.sector.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.place.editTextChanged.connect(lambda _: self.changed.emit())
        line = self.place.lineEdit()
        assert line is not None
        line.returnPressed.connect(self.filled)
        self.clock.returnPressed.connect(self.filled)
        self.clock.textEdited.connect(lambda _: self.changed.emit())
