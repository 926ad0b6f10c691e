"""The choice of what a column holds, which opens under the column's head."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from forum_desktop.ui.registration.importing.open_file import PERSON_FIELDS

if TYPE_CHECKING:
    from forum_desktop.records.importing import ImportColumn, ImportField
    from forum_desktop.ui.words import Words

_HIGH, _WIDE, _EDGE = 32, 210, 4


class FieldChooser(QListWidget):
    """Hidden until it asks; Enter takes a field, Esc leaves the column as it is."""

    taken = Signal(int, object)
    closed = Signal()

    def __init__(self, words: "Words", parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._column = 0
        self.setProperty("look", "popup")
        self.setUniformItemSizes(True)
        self.setViewportMargins(_EDGE, 2, 2, 2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(words("importing_view.columns"))
        self.itemClicked.connect(lambda _: self.take())
        self.hide()

    def ask(self, column: "ImportColumn", name: str, below: QRect) -> None:
        """Open for a column, below its head and inside the parent."""
        self._column = column.index
        self.setAccessibleName(self._words("importing_view.column_is", head=name))
        self.clear()
        for field in (None, *PERSON_FIELDS):
            self.addItem(self._item(field))
        self.setCurrentRow(PERSON_FIELDS.index(column.field) + 1 if column.field else 0)
        self._place(below)
        self.show()
        self.raise_()
        self.setFocus()
        self.scrollToItem(self.currentItem())

    def fields(self) -> "tuple[ImportField | None, ...]":
        """Return what is offered, from the top."""
        return (None, *PERSON_FIELDS)

    def take(self) -> None:
        """Take the field under the cursor."""
        at = self.currentRow()
        self.close_up()
        self.taken.emit(self._column, self.fields()[at])

    def close_up(self) -> None:
        """Close; the column stays as it is."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take with Enter or Space, leave with Esc, move by arrows and letters."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.take()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_up()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close when the officer goes elsewhere."""
        super().focusOutEvent(event)
        self.hide()

    def _item(self, field: "ImportField | None") -> QListWidgetItem:
        key = f"importing.field.{field}" if field else "importing_view.not_used"
        item = QListWidgetItem(self._words(key))
        item.setSizeHint(QSize(_WIDE, _HIGH))
        return item

    def _place(self, below: QRect) -> None:
        parent = self.parentWidget()
        assert parent is not None
        wide = max(below.width(), _WIDE)
        left = max(0, min(below.left(), parent.width() - wide - 4))
        rows = min(self.count(), (parent.height() - below.bottom() - 4) // _HIGH)
        self.setGeometry(left, below.bottom() + 1, wide, rows * _HIGH + 2 * _EDGE)
