"""A choice of one among a few, shown as buttons in a row."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton

from forum_desktop.ui.controls import row
from forum_desktop.ui.fitting import FittingButton
from forum_desktop.ui.words import Words


class Either(QFrame):
    """Tells `chosen` the name that was pressed; sentences are `<key>` and `<key>.<name>`."""

    def __init__(
        self,
        words: Words,
        key: str,
        names: Iterable[str],
        chosen: Callable[[str], object],
    ) -> None:
        super().__init__()
        self._words, self._key = words, key
        self._group = QButtonGroup(self)
        self.buttons = {name: self._button(name, chosen) for name in names}
        words.tell(self.setAccessibleName, key)
        self.setLayout(row(*self.buttons.values(), None, gap=8))

    def choose(self, name: str) -> None:
        """Show this one as chosen; an unknown name shows none."""
        self._group.setExclusive(False)
        for known, made in self.buttons.items():
            made.setChecked(known == name)
        self._group.setExclusive(True)
        self._lead_tab()

    def chosen(self) -> str:
        """Return the name of the chosen one, empty where none is."""
        return next((name for name, made in self.buttons.items() if made.isChecked()), "")

    def _lead_tab(self) -> None:
        # Tab comes to the chosen one, arrows go on from there, as with radio buttons.
        strong, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
        chosen = self.chosen()
        for name, made in self.buttons.items():
            made.setFocusPolicy(strong if chosen in {name, ""} else click)

    def _button(self, name: str, chosen: Callable[[str], object]) -> QPushButton:
        made = FittingButton()
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setProperty("look", "choice")
        self._words.tell(made.setText, f"{self._key}.{name}")
        self._words.tell(made.setAccessibleName, f"{self._key}.{name}")
        made.clicked.connect(lambda _: self._lead_tab())
        made.clicked.connect(lambda _: chosen(name))
        self._group.addButton(made)
        return made
