"""A box of officers: where there is no more room, the chosen one is told with dots."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
)

_SLACK = 4


class OfficerBox(QComboBox):
    """Takes what width there is; its list tells all."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box; a style by itself would cut a letter in two."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        style, combo = self.style(), QStyle.ComplexControl.CC_ComboBox
        room = style.subControlRect(combo, option, QStyle.SubControl.SC_ComboBoxEditField, self)
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room.width() - _SLACK
        )
        painter = QStylePainter(self)
        painter.drawComplexControl(combo, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
