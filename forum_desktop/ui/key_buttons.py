"""Acts that one key begins; the buttons that say those keys, and what they begin."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QSizePolicy

from forum_desktop.ui.controls import restyle
from forum_desktop.ui.fitting import FittingButton

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words


class Act(NamedTuple):
    """An act and the sentence that names it."""

    says: str
    begin: Callable[[], object]


class KeyButtons(QFrame):
    """A grid of buttons. They take no focus: the cursor stays where work goes on."""

    def __init__(self, words: "Words", acts: Mapping[int, Act], columns: int) -> None:
        super().__init__()
        self._words, self._acts = words, dict(acts)
        self.buttons = {key: self._button(act) for key, act in self._acts.items()}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for at, made in enumerate(self.buttons.values()):
            grid.addWidget(made, at // columns, at % columns)
        for at in range(columns):
            grid.setColumnStretch(at, 1)
        self.setLayout(grid)
        self.retranslate()

    def take(self, key: int) -> bool:
        """Begin the act of a key; tell whether there is one that can be begun now."""
        made = self.buttons.get(key)
        if made is None or not made.isEnabled():
            return False
        self._acts[key].begin()
        return True

    def enable(self, key: int, *, can: bool) -> None:
        """Make an act possible, or grey."""
        self.buttons[key].setEnabled(can)

    def retranslate(self) -> None:
        """Name the acts in the current language."""
        for key, made in self.buttons.items():
            made.setText(f"{chr(key)}  {self._words(self._acts[key].says)}")
            made.setAccessibleName(made.text())
            made.setToolTip(made.text())

    def _button(self, act: Act) -> QPushButton:
        made = FittingButton()
        made.setAutoDefault(False)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        restyle(made, look="key")
        made.clicked.connect(act.begin)
        return made
