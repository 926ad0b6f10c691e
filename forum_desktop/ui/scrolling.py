"""Room that scrolls when what stands in it is higher, as high as the wrapped words need."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QSizePolicy


def scrolled(body: QLayout) -> QScrollArea:
    """Return a layout in a scroll area without a frame; the cursor goes to what is in it."""
    area, inner = QScrollArea(), QFrame()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inner.setProperty("look", "clear")
    # Anything but Ignored would keep the height that the words need at their narrowest.
    inner.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
    inner.setLayout(body)
    area.setWidget(inner)
    return area
