"""The list of a complaint's evidence with small pictures, kept in memory alone."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from forum_desktop import services
from forum_desktop.ui.complaints.evidence.telling import evidence_told, symbol_of
from forum_desktop.ui.icons import picture
from forum_desktop.ui.keys import latin_key
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from forum_desktop.records.evidence import Evidence
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.words import Words

_WIDE, _HIGH = 92, 69
_SYMBOL = 34
_SHADE = 0.35


class Piece(NamedTuple):
    """A photo or file of the list, with its small picture where it has one."""

    evidence: "Evidence"
    small: QImage


class Shelf(QListWidget):
    """Each row: a small picture, what it is, its size, when it was added."""

    def __init__(self, words: "Words") -> None:
        super().__init__()
        self._words = words
        self.acts: Callable[[int], bool] = lambda _: False
        self.pieces: tuple[Piece, ...] = ()
        self.setIconSize(QSize(_WIDE, _HIGH))
        self.setWordWrap(True)
        colors = self.palette()
        colors.setColor(colors.ColorRole.Highlight, QColor(TOKENS.primary_soft))
        colors.setColor(colors.ColorRole.HighlightedText, QColor(TOKENS.ink))
        self.setPalette(colors)
        self.setSpacing(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)

    def show_pieces(self, pieces: "Sequence[Piece]") -> None:
        """List evidence; the row in hand stays in hand."""
        at = max(0, self.currentRow())
        self.pieces = tuple(pieces)
        self.clear()
        for number, piece in enumerate(self.pieces, start=1):
            head, under = evidence_told(self._words, number, piece.evidence)
            item = QListWidgetItem(_face(piece), f"{head}\n{under}")
            if piece.evidence.withdrawn_at is not None:
                item.setForeground(QColor(TOKENS.ink_soft))
            self.addItem(item)
        self.setCurrentRow(min(at, len(self.pieces) - 1))

    def chosen(self) -> Piece | None:
        """Return the row in hand."""
        at = self.currentRow()
        return self.pieces[at] if 0 <= at < len(self.pieces) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act by a single key, or move through the rows."""
        if event.modifiers() or not self.acts(latin_key(event)):
            super().keyPressEvent(event)


def read_pieces(desk: "Desk", complaint_id: "UUID") -> tuple[Piece, ...]:
    """Read what is listed; nothing is opened for it."""
    reads = services.evidence
    return tuple(
        Piece(found, QImage.fromData(reads.read_thumbnail(desk, found.id) or b""))
        for found in reads.list_evidence(desk, complaint_id)
    )


def _face(piece: Piece) -> QIcon:
    """Return the small picture in the middle of its room, or the sign of its kind."""
    face = QPixmap(_WIDE, _HIGH)
    face.fill(QColor(TOKENS.sunken))
    painter = QPainter(face)
    if piece.evidence.withdrawn_at is not None:
        painter.setOpacity(_SHADE)
    if piece.small.isNull():
        sign = picture(symbol_of(piece.evidence), TOKENS.primary, _SYMBOL)
        painter.drawPixmap((_WIDE - _SYMBOL) // 2, (_HIGH - _SYMBOL) // 2, sign)
    else:
        fitted = piece.small.scaled(
            _WIDE,
            _HIGH,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawImage((_WIDE - fitted.width()) // 2, (_HIGH - fitted.height()) // 2, fitted)
    painter.end()
    shown = QIcon(face)
    # As it is, not tinted in the colour of the row in hand.
    shown.addPixmap(face, QIcon.Mode.Selected)
    return shown
