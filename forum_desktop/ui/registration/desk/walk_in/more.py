"""What most people never tell: folded away until it is asked for."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLineEdit, QWidget

from forum_desktop.records.privacy import ConsentPurpose
from forum_desktop.ui.controls import column, field, row, told

if TYPE_CHECKING:
    from forum_desktop.records.pack import EventPack
    from forum_desktop.ui.words import Words

_LINES = ("phone", "position", "on_behalf_of", "guardian")
_TICKS = 3
"""Ticks in a row."""


class MoreFields(QFrame):
    """Telephone, position, a group, a minor's guardian; consents un-ticked; needs as counts."""

    def __init__(self, words: "Words") -> None:
        super().__init__()
        self._words = words
        self.phone, self.position = QLineEdit(), QLineEdit()
        self.on_behalf_of, self.guardian = QLineEdit(), QLineEdit()
        self.is_minor = self._tick("desk.is_minor")
        self.may_be_named = self._tick("desk.may_be_named")
        self.may_be_photographed = self._tick("desk.may_be_photographed")
        self._needs: dict[str, QCheckBox] = {}
        self._pack: EventPack | None = None
        for line in self.lines().values():
            line.setMaxLength(200)
        self.guardian.setEnabled(False)
        self.is_minor.toggled.connect(self.guardian.setEnabled)
        self._lay_out()

    def lines(self) -> dict[str, QLineEdit]:
        """Return the boxes by the name of their fact."""
        return {name: getattr(self, name) for name in _LINES}

    def controls(self) -> Iterator[QWidget]:
        """Yield every control in the order in which Enter leads through them."""
        yield from (self.phone, self.position, self.on_behalf_of)
        yield from (self.is_minor, self.guardian)
        yield from (self.may_be_named, self.may_be_photographed)
        yield from self._needs.values()

    def show_pack(self, pack: "EventPack") -> tuple[QWidget, ...]:
        """Offer the needs that this forum counts; return the new controls."""
        self._pack = pack
        for tick in self._needs.values():
            self._need_ticks.removeWidget(tick)
            tick.deleteLater()
        self._needs = {need.code: QCheckBox() for need in pack.needs}
        for place, tick in enumerate(self._needs.values()):
            self._need_ticks.addWidget(tick, place // _TICKS, place % _TICKS)
        self.retranslate()
        return tuple(self._needs.values())

    def retranslate(self) -> None:
        """Name the needs in the current language."""
        for need in self._pack.needs if self._pack else ():
            name = need.english if self._words.language == "en" and need.english else need.name
            self._needs[need.code].setText(name)
            self._needs[need.code].setAccessibleName(name)

    def needs(self) -> tuple[str, ...]:
        """Return the codes of the needs to count."""
        return tuple(code for code, tick in self._needs.items() if tick.isChecked())

    def consents(self) -> tuple[ConsentPurpose, ...]:
        """Return what she agreed to."""
        ticks = {
            ConsentPurpose.NAMED: self.may_be_named,
            ConsentPurpose.PHOTOGRAPHED: self.may_be_photographed,
        }
        return tuple(purpose for purpose, tick in ticks.items() if tick.isChecked())

    def clear(self) -> None:
        """Begin empty: nothing is agreed to unasked."""
        for line in self.lines().values():
            line.clear()
        for tick in (self.is_minor, self.may_be_named, self.may_be_photographed):
            tick.setChecked(False)
        for tick in self._needs.values():
            tick.setChecked(False)

    def _tick(self, key: str) -> QCheckBox:
        made = QCheckBox()
        self._words.tell(made.setText, key)
        self._words.tell(made.setAccessibleName, key)
        return made

    def _lay_out(self) -> None:
        words = self._words
        told_first = row(
            field(words, "desk.phone", self.phone),
            field(words, "desk.position", self.position),
            field(words, "desk.on_behalf_of", self.on_behalf_of),
        )
        minor = row(self.is_minor, field(words, "desk.guardian", self.guardian))
        minor.setStretch(1, 1)
        minor.setAlignment(self.is_minor, Qt.AlignmentFlag.AlignBottom)
        consents = row(self.may_be_named, self.may_be_photographed, None, gap=24)
        self._need_ticks = QGridLayout()
        self._need_ticks.setContentsMargins(0, 0, 0, 0)
        self._need_ticks.setHorizontalSpacing(24)
        body = column(
            told_first,
            minor,
            column(told(words, "desk.consents", "field"), consents, gap=0),
            column(told(words, "desk.needs_how", "field"), self._need_ticks, gap=0),
            None,
            gap=8,
        )
        self.setLayout(body)
