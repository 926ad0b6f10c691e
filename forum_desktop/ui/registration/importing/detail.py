"""Under the table: what is understood of the cell under the cursor, and of its row."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QSpacerItem

from forum_desktop.records.importing import ImportState, RowDecision
from forum_desktop.ui.controls import ElidedText, card, column, restyle, row
from forum_desktop.ui.display import joined
from forum_desktop.ui.fitting import FittingButton
from forum_desktop.ui.icons import picture
from forum_desktop.ui.registration.importing.looks import (
    LOOKS,
    is_dropped,
    look_of,
    said_decision,
    said_reason,
)
from forum_desktop.ui.registration.importing.open_file import allowed

if TYPE_CHECKING:
    from forum_desktop.records.importing import ImportCell, ImportRow
    from forum_desktop.ui.registration.importing.open_file import SheetRow
    from forum_desktop.ui.words import Words

_SIGN, _BUTTON = 20, 34
_TONES = {ImportState.DOUBTFUL: "warn", ImportState.REFUSED: "bad", ImportState.CHANGED: "info"}


class Detail(QFrame):
    """Two lines, of the cell and of the row, and the decisions that are open."""

    decided = Signal(object)

    def __init__(self, words: "Words") -> None:
        super().__init__()
        self._words = words
        self._signs = (QLabel(), QLabel())
        self.cell, self.row = ElidedText(), ElidedText()
        self._group = QButtonGroup(self)
        self.decisions = {decision: self._button(decision) for decision in RowDecision}
        for sign in self._signs:
            sign.setFixedSize(_SIGN, _SIGN)
        first = row(self._signs[0], self.cell, *self.decisions.values(), gap=8)
        second = row(self._signs[1], self.row, gap=8)
        for line in (first, second):
            line.setStretch(1, 1)
        first.addSpacerItem(QSpacerItem(0, _BUTTON))
        body = column(first, second, gap=2)
        self.setLayout(column(card(body)))

    @property
    def _texts(self) -> tuple[ElidedText, ElidedText]:
        return self.cell, self.row

    def tell(self, told: "SheetRow | None", at: int, head: str, known: str) -> None:
        """Tell of a cell and its row; `known` says who the person already listed is."""
        if told is None:
            self._say(0, "", None)
            self._say(1, "", None)
            self._offer(None)
            return
        cell = told.cell(at)
        if cell is not None and is_dropped(told, cell):
            cell = None
        place = self._words("importing_view.place", row=f"{told.line.number:,}", head=head)
        self._say(0, joined((place, *self._of_cell(told, at, cell))), cell.state if cell else None)
        self._tell_row(told.row, known)

    def _of_cell(self, told: "SheetRow", at: int, cell: "ImportCell | None") -> tuple[str, ...]:
        words, raw = self._words, told.text(at)
        if cell is None:
            return (raw, words("importing_view.not_taken") if raw and told.row else "")
        state = words(f"importing.state.{cell.state}")
        reason = words(cell.reason) if cell.reason else ""
        is_respelt = cell.value != raw and cell.value
        written = words("importing_view.in_file", raw=raw) if is_respelt else ""
        before = words("importing_view.before", before=cell.before) if cell.before else ""
        said = f"{state}: {reason}" if reason else state
        return cell.value or raw, before, said, written

    def _tell_row(self, told: "ImportRow | None", known: str) -> None:
        self._offer(told)
        if told is None:
            self._say(1, self._words("importing_view.not_read"), None)
            return
        words = self._words
        # Where something is to be decided, the buttons beside tell what is done.
        done = "" if allowed(told) else said_decision(words, told)
        same = words("importing_view.known_as", who=known) if known else ""
        said = words("importing_view.of_row", said=joined((done, said_reason(words, told), same)))
        self._say(1, said, told.state)
        look = look_of(told)
        self._signs[1].setPixmap(picture(look.symbol, look.ink, _SIGN - 2))

    def _offer(self, told: "ImportRow | None") -> None:
        offered = allowed(told)
        for decision, made in self.decisions.items():
            made.setVisible(decision in offered)
            key = "same" if decision is RowDecision.CHANGE else decision.value
            if told and told.state is ImportState.CHANGED and decision is RowDecision.CHANGE:
                key = "change"
            made.setText(self._words(f"importing_view.decide.{key}"))
            made.setAccessibleName(made.text())
            made.setChecked(bool(told) and told is not None and told.decision is decision)

    def _say(self, line: int, text: str, state: ImportState | None) -> None:
        shown = self._texts[line]
        shown.say(text)
        restyle(shown, tone=_TONES.get(state, "") if state else "")
        look = LOOKS[state] if state else None
        sign = self._signs[line]
        sign.setPixmap(picture(look.symbol, look.ink, _SIGN - 2)) if look else sign.clear()

    def _button(self, decision: RowDecision) -> QPushButton:
        made = FittingButton()
        made.setProperty("look", "kind")
        made.setCheckable(True)
        # The keys stay with the table: a click must not take them away.
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setToolTip("Space")
        made.clicked.connect(lambda: self.decided.emit(decision))
        self._group.addButton(made)
        return made
