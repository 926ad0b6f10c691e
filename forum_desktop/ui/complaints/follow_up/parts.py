"""Which assignments are listed: five parts, each by Alt and a digit, two with a bell."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton

from forum_desktop.records.assignment import AssignmentCounts, AssignmentShow
from forum_desktop.ui.controls import row
from forum_desktop.ui.fitting import FittingButton
from forum_desktop.ui.icons import show_icon
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words


class AssignmentParts(QFrame):
    """Tells `changed` when another part is wanted."""

    changed = Signal()

    def __init__(self, words: "Words") -> None:
        super().__init__()
        self._words, self._counts = words, AssignmentCounts()
        self.buttons = {show: self._button(show) for show in AssignmentShow}
        self.setLayout(row(*self.buttons.values(), None, gap=6))
        self.buttons[AssignmentShow.ALL].setChecked(True)
        self.retranslate()

    def chosen(self) -> AssignmentShow:
        """Return the part that is wanted."""
        return next(show for show, made in self.buttons.items() if made.isChecked())

    def choose(self, show: AssignmentShow) -> None:
        """Want another part."""
        for name, made in self.buttons.items():
            made.setChecked(name is show)
        self.changed.emit()

    def show_counts(self, counts: AssignmentCounts) -> None:
        """Ring for what is overdue, and for what is due within seven days."""
        self._counts = counts
        self.retranslate()

    def retranslate(self) -> None:
        """Name the parts, each with its count."""
        counts = self._counts
        told = {
            AssignmentShow.OPEN: counts.open,
            AssignmentShow.OVERDUE: counts.overdue,
            AssignmentShow.ANSWERED: counts.answered,
            AssignmentShow.REPORTED: counts.reported,
        }
        bells = {
            AssignmentShow.OPEN: (counts.soon, TOKENS.warn),
            AssignmentShow.OVERDUE: (counts.overdue, TOKENS.bad),
        }
        for show, made in self.buttons.items():
            name, count = self._words(f"assignment.show.{show}"), told.get(show, 0)
            space = " " if show in bells else ""
            made.setText(f"{space}{name}  {count}" if count else f"{space}{name}")
            made.setAccessibleName(made.text().strip())
            if show in bells:
                rings, color = bells[show]
                show_icon(made, "bell", color if rings else TOKENS.line_strong, 18)

    def _button(self, show: AssignmentShow) -> QPushButton:
        made = FittingButton()
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setProperty("look", "kind")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda: self.choose(show))
        return made
