"""Fields to choose from: one that shows long names whole or with an ellipsis, one to type into."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QCompleter, QSizePolicy


class ElidedChoice(QComboBox):
    """Takes the room there is; a name that is longer ends with an ellipsis, not in mid-letter."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field with as much of the name as fits."""
        # Its many enums are slow to load, so the first page waits with them.
        from PySide6.QtWidgets import (  # noqa: PLC0415 - loaded when needed
            QStyle,
            QStyleOptionComboBox,
            QStylePainter,
        )

        painter, option, style = QStylePainter(self), QStyleOptionComboBox(), self.style()
        self.initStyleOption(option)
        combo = QStyle.ComplexControl.CC_ComboBox
        name = style.subControlRect(combo, option, QStyle.SubControl.SC_ComboBoxEditField, self)
        option.currentText = self.fontMetrics().elidedText(
            option.currentText.strip(), Qt.TextElideMode.ElideRight, name.width()
        )
        painter.drawComplexControl(combo, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


class TypedChoice(QComboBox):
    """An editable choice: free text stays allowed."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(140)
        completer = self.completer()
        assert completer is not None
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)

    def offered(self) -> QAbstractItemView:
        """Return the list that opens under what is typed."""
        completer = self.completer()
        assert completer is not None
        popup = completer.popup()
        assert popup is not None
        return popup

    def take_offered(self) -> None:
        """Take what is chosen in the list under what is typed, if anything; close the list."""
        chosen = self.offered().currentIndex()
        if chosen.isValid():
            self.setEditText(str(chosen.data()))
        self.offered().hide()

    def offer(self, choices: Iterable[str]) -> None:
        """Offer these choices and keep what is typed."""
        typed = self.currentText()
        self.clear()
        self.addItems(list(choices))
        self.setCurrentIndex(-1)
        self.setEditText(typed)

    def setAccessibleName(self, name: str) -> None:
        """Name the field and the line inside it."""
        super().setAccessibleName(name)
        line = self.lineEdit()
        if line is not None:
            line.setAccessibleName(name)
