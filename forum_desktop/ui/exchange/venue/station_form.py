"""One planned station: its name, what it is there for, and the strategy that it hears."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QWidget

from forum_desktop.records.exchange import PlannedStation, StationRole
from forum_desktop.ui.choice import ElidedChoice
from forum_desktop.ui.controls import Text, column, field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forum_desktop.records.plan import Strategy
    from forum_desktop.ui.words import Words

ROLES = (
    StationRole.REGISTRATION,
    StationRole.TABLE,
    StationRole.COMPLAINTS,
    StationRole.OTHER,
)
_LONGEST_NAME = 300


def role_key(role: StationRole) -> str:
    """Return the key of what a role is called."""
    return f"venue.role.{role.value or 'other'}"


class StationForm(QFrame):
    """Tells `changed` of every change that is finished."""

    def __init__(self, words: "Words", changed: Callable[[PlannedStation], object]) -> None:
        super().__init__()
        self._words, self._changed = words, changed
        self._station: PlannedStation | None = None
        self._strategies: Sequence[Strategy] = ()
        self.name, self.role = QLineEdit(), QComboBox()
        self.strategy = ElidedChoice()
        self.name.setMaxLength(_LONGEST_NAME)
        self._letter = Text("title")
        self.name.editingFinished.connect(self._tell)
        self.role.activated.connect(lambda _: self._tell())
        self.strategy.activated.connect(lambda _: self._tell())
        self._strategy_field = QWidget()
        self._strategy_field.setLayout(field(words, "venue.strategy", self.strategy))
        self.setLayout(
            column(
                self._letter,
                field(words, "venue.name", self.name),
                field(words, "venue.role", self.role),
                self._strategy_field,
                gap=6,
            )
        )
        self.show_station(None)

    def know(self, strategies: "Sequence[Strategy]") -> None:
        """Offer the strategies of a forum."""
        self._strategies = strategies
        self.retranslate()

    def show_station(self, station: PlannedStation | None) -> None:
        """Show a station; nothing can be typed where there is none."""
        self._station = station
        self.setEnabled(station is not None)
        self._fill()

    def keep(self) -> None:
        """Hand over what is half typed."""
        self._tell()

    def retranslate(self) -> None:
        """Name roles and strategies again."""
        self.role.clear()
        for role in ROLES:
            self.role.addItem(self._words(role_key(role)), role)
        self.strategy.clear()
        self.strategy.addItem(self._words("venue.any_strategy"), None)
        for one in self._strategies:
            self.strategy.addItem(f"{one.number}  {one.short or one.name}", one.id)
        self._fill()

    def _fill(self) -> None:
        station = self._station
        self._letter.say(
            self._words("exchange_view.station", letter=station.letter) if station else ""
        )
        self.name.setText(station.name if station else "")
        role = station.role if station else StationRole.OTHER
        self.role.setCurrentIndex(ROLES.index(role) if role in ROLES else len(ROLES) - 1)
        ids = [one.id for one in self._strategies]
        bound = station.strategy_id if station else None
        self.strategy.setCurrentIndex(ids.index(bound) + 1 if bound in ids else 0)
        self._strategy_field.setVisible(role is StationRole.TABLE)

    def _tell(self) -> None:
        if self._station is None:
            return
        role = ROLES[max(0, self.role.currentIndex())]
        is_table = role is StationRole.TABLE
        changed = replace(
            self._station,
            name=self.name.text().strip() or self._station.name,
            role=role,
            strategy_id=self.strategy.currentData() if is_table else None,
        )
        self._strategy_field.setVisible(is_table)
        if changed != self._station:
            self._station = changed
            self._changed(changed)
