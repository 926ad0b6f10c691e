"""Before a file is open: choose one, go on with the one in hand, write the list out."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy

from forum_desktop.records.documents import DocumentFormat, DocumentKind, DocumentOrder
from forum_desktop.records.minutes import Edition
from forum_desktop.ui.controls import Text, button, card, column, row, told
from forum_desktop.ui.documents.export import Export
from forum_desktop.ui.icons import show_picture
from forum_desktop.ui.registration.importing.earlier import Earlier
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.ui.registration.importing.open_file import OpenFile
    from forum_desktop.ui.registration.page import RegistrationPage

_BOUNDS = ("columns", "marks", "confirm")
_HIGH_ENOUGH = 720
"""Pixels in which all that can be said has room."""


class Beginning(QFrame):
    """No name of anybody stands here, so the screen may face the hall."""

    file_wanted = Signal()
    resumed = Signal()
    given_up = Signal()

    def __init__(self, page: "RegistrationPage") -> None:
        super().__init__()
        self._words = page.words
        self.earlier = Earlier(page)
        self.export = Export(page, lambda: self._allow(False), lambda: self._allow(True))
        self._waiting, self._waits = QFrame(), Text("lead", wraps=True)
        self._lay_out()

    @property
    def is_waiting(self) -> bool:
        """Whether a file that is in hand is offered again."""
        return not self._waiting.isHidden()

    def offer(self, file: "OpenFile | None") -> None:
        """Offer to go on with the file in hand, which may be none."""
        self._waiting.setVisible(file is not None)
        self._fit()
        if file is not None:
            said = self._words("importing_view.waiting", rows=f"{len(file.rows):,}")
            self._waits.say(said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def come(self) -> None:
        """Put the cursor where work goes on."""
        (self.resume if self.is_waiting else self.choose).setFocus()

    def write_out(self, made_as: DocumentFormat) -> None:
        """Write everybody registered as a table that can be brought back."""
        self.export.ask_and_export(order_of_list(made_as))

    def _fit(self) -> None:
        self._going_out.setVisible(not self.is_waiting or self.height() > _HIGH_ENOUGH)

    def _allow(self, is_free: bool) -> None:  # noqa: FBT001 - whether the buttons may be pressed
        for made in self._out:
            made.setEnabled(is_free)

    def _lay_out(self) -> None:
        words = self._words
        self.choose = button(
            words,
            "importing_view.choose",
            self.file_wanted.emit,
            look="primary",
            symbol="folder-open",
        )
        self._going_out = self._out_card()
        left = column(self._waiting_card(), self._choosing(), self._going_out, gap=12)
        left.setStretch(1, 1)
        body = row(left, self.earlier, gap=16)
        body.setStretch(0, 1)
        body.setStretch(1, 1)
        self.setLayout(body)

    def _waiting_card(self) -> QFrame:
        words = self._words
        self.resume = button(
            words, "importing_view.resume", self.resumed.emit, look="primary", symbol="file-search"
        )
        give_up = button(words, "importing_view.give_up", self.given_up.emit, symbol="x")
        self._waiting.setLayout(column(card(self._waits, row(self.resume, give_up, None))))
        self._waiting.hide()
        return self._waiting

    def _choosing(self) -> QFrame:
        words = self._words
        sign = QLabel()
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        show_picture(sign, "file-spreadsheet", TOKENS.primary, 56)
        bounds = [self._bound(name) for name in _BOUNDS]
        head = told(words, "importing_view.how", "title", wraps=True)
        kinds = told(words, "importing_view.kinds", "soft", wraps=True)
        heading = row(sign, column(head, kinds, gap=2), gap=16)
        heading.setStretch(1, 1)
        drop = told(words, "importing_view.drop", "small")
        body = column(heading, *bounds, row(self.choose, drop, None), gap=12)
        return card(None, body, None, gap=0)

    def _bound(self, name: str) -> QFrame:
        sign = QLabel()
        sign.setFixedSize(20, 30)
        show_picture(sign, "circle-check", TOKENS.good, 18)
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text = told(self._words, f"importing_view.how_{name}", wraps=True)
        line = row(sign, text, gap=10)
        line.setStretch(1, 1)
        text.setAlignment(Qt.AlignmentFlag.AlignTop)
        line.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        frame = QFrame()
        frame.setLayout(line)
        return frame

    def _out_card(self) -> QFrame:
        words = self._words
        self._out = [self._out_button(kind) for kind in (DocumentFormat.XLSX, DocumentFormat.CSV)]
        made = card(
            told(words, "importing_view.out", "lead"),
            told(words, "importing_view.out_how", "soft", wraps=True),
            row(*self._out, None),
            gap=8,
        )
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        return made

    def _out_button(self, made_as: DocumentFormat) -> QPushButton:
        key = f"importing_view.out_{made_as}"
        return button(self._words, key, lambda: self.write_out(made_as), symbol="download")


def order_of_list(made_as: DocumentFormat) -> DocumentOrder:
    """Return the order of everybody registered, come or not, with telephones.

    The list of attendees names only those who came: before the meeting nobody.
    """
    return DocumentOrder(kind=DocumentKind.SIGN_IN, edition=Edition.INTERNAL, format=made_as)
