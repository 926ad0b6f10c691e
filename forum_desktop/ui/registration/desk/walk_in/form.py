"""The walk-in form: a name, a sector, a place, each left by Enter; the last Enter saves."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QStackedWidget, QWidget

from forum_desktop.thai.names import SplitName
from forum_desktop.ui.controls import (
    ElidedText,
    Text,
    button,
    card,
    column,
    field,
    named,
    row,
    told,
)
from forum_desktop.ui.display import joined
from forum_desktop.ui.registration.desk.naming import is_number, meant_name
from forum_desktop.ui.registration.desk.walk_in.choosing import ChoiceLine, Shelf
from forum_desktop.ui.registration.desk.walk_in.more import MoreFields
from forum_desktop.ui.registration.desk.walk_in.names import NameRow
from forum_desktop.ui.registration.desk.walk_in.options import (
    Offer,
    Option,
    PlaceBook,
    offer_sectors,
)

if TYPE_CHECKING:
    from forum_desktop.records.pack import EventPack
    from forum_desktop.ui.words import Words

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class WalkInForm(QFrame):
    """Enter goes on and saves at the last; Ctrl+Enter saves from anywhere; Esc goes back."""

    def __init__(
        self, words: "Words", save: Callable[[], object], back: Callable[[], object]
    ) -> None:
        super().__init__()
        self._words, self._save, self._back = words, save, back
        self._pack: EventPack | None = None
        self._places: PlaceBook | None = None
        self.changed: Callable[[], object] = lambda: None
        self.scanned: Callable[[QLineEdit], bool] = lambda _: False
        self.is_scanner: Callable[[], bool] = lambda: False
        self.badge = self._notice = ""
        self.names = NameRow(words)
        self.shelf = Shelf(words)
        self.sector = ChoiceLine(self.shelf, self._offer_sectors)
        self.place = ChoiceLine(self.shelf, self._offer_places)
        self.more = MoreFields(words)
        self._sector_hint, self._hint = ElidedText("small"), ElidedText("small")
        self._badge = Text("soft")
        self._below = QStackedWidget()
        self.save_button = button(
            words, "desk.walk_in_save", save, look="primary", symbol="user-check"
        )
        self.back_button = button(words, "desk.back", back)
        self.more_button = button(words, "desk.more", self.unfold, look="quiet", symbol="plus")
        self.notice_button = button(words, "desk.notice", lambda: None, look="quiet")
        words.tell(self.shelf.set_hint, "desk.form_how")
        named(words, "desk.options", self.shelf)
        self._lay_out()
        self._connect()

    def begin(self, typed: str) -> None:
        """Start a form with what was typed in the search box, taken apart."""
        self.clear()
        if is_number(typed):
            self.more.phone.setText(typed.strip())
            self.begin_with(SplitName("", "", ""))
        else:
            self.begin_with(meant_name(typed))

    def begin_with(self, name: SplitName) -> None:
        """Show a name; the cursor goes to what is still to be told."""
        self.names.show_name(name)
        self._below.setCurrentWidget(self.shelf)
        (self.sector if name.first_name else self.names.first).setFocus()
        self.changed()

    def clear(self) -> None:
        """Empty the form."""
        self.badge = ""
        self.show_badge("")
        self.names.show_name(SplitName("", "", ""))
        for line in (self.sector, self.place):
            line.put(None)
        self.more.clear()
        self.shelf.set_rows(())
        self.changed()

    def is_begun(self) -> bool:
        """Tell whether something stands in the form."""
        boxes = (*self.names.lines(), self.sector, self.place, *self.more.lines().values())
        return any(box.text().strip() for box in boxes)

    def show_badge(self, code: str) -> None:
        """Show which badge she will wear."""
        self.badge = code
        self._badge.say(self._words("desk.badge_of_form", code=code) if code else "")

    def show_notice(self, version: str) -> None:
        """Say which notice she is shown; without one there is nothing to show."""
        self._notice = version
        self.notice_button.setVisible(bool(version))
        told_version = self._words("desk.notice_version", version=version)
        self.notice_button.setText(told_version)
        self.notice_button.setAccessibleName(told_version)

    def show_pack(self, pack: "EventPack", places: PlaceBook) -> None:
        """Offer the sectors, places and needs of a forum."""
        self._pack, self._places = pack, places
        for control in self.more.show_pack(pack):
            control.installEventFilter(self)

    def retranslate(self) -> None:
        """Name the sectors and needs in the current language."""
        self.more.retranslate()
        taken = self.sector.taken()
        if taken is not None:
            self.sector.put(self.sector_of(taken.value))
        self.sector.mean_again()
        self.place.mean_again()
        self.show_badge(self.badge)
        self.show_notice(self._notice)

    def unfold(self) -> None:
        """Show the rest, or the suggestions again."""
        if self._below.currentWidget() is self.more:
            self.place.setFocus()
        else:
            self._below.setCurrentWidget(self.more)
            self.more.phone.setFocus()

    def is_ready(self) -> bool:
        """Tell whether the form may be saved; the cursor goes to what is not right."""
        if not self.names.is_sound():
            return False
        if not self.sector.take():
            self.sector.setFocus()
            return False
        self.place.take()
        if self.more.is_minor.isChecked() and not self.more.guardian.text().strip():
            self._below.setCurrentWidget(self.more)
            self.more.guardian.setFocus()
            self.say(self._words("desk.guardian_needed"))
            return False
        return True

    def say(self, sentence: str) -> None:
        """Say a word under the three fields."""
        self._hint.say(sentence)

    def sector_of(self, code: str) -> Option | None:
        """Return the option of a sector, in the current language."""
        known = {option.value: option for option in self._offer_sectors("").options}
        return known.get(code)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead Enter from field to field, Esc back, Alt+Down to the rest."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        elif event.key() in _ENTER:
            if not event.isAutoRepeat() and not self.is_scanner():
                self._enter(watched, event)
        elif event.key() == Qt.Key.Key_Tab and self.is_scanner():
            pass
        elif event.key() == Qt.Key.Key_Down and event.modifiers() & _ALT:
            self.unfold()
        else:
            return False
        return True

    def _enter(self, here: QObject, event: QKeyEvent) -> None:
        if event.modifiers() & _CTRL:
            self._save()
            return
        if isinstance(here, ChoiceLine) and not here.take():
            self._sector_hint.say(self._words("desk.no_such_sector"))
            return
        if here is self.names.first:
            self.names.settle()
        if here in {self.names.first, self.names.last} and not self.names.is_sound():
            return
        following = self._after(here)
        if following is None:
            self._save()
        else:
            following.setFocus()

    def _after(self, here: QObject) -> QWidget | None:
        if here is self.place:
            return None
        order: tuple[QWidget, ...] = (*self.names.lines(), self.sector, self.place)
        if here not in order:
            order = tuple(one for one in self.more.controls() if one.isEnabled())
        at = order.index(here) + 1
        if here is self.names.first and self.names.last.text().strip():
            at += 1
        return order[at] if at < len(order) else None

    def _offer_sectors(self, typed: str) -> Offer:
        sectors = self._pack.sectors if self._pack else ()
        return offer_sectors(sectors, typed, english=self._words.language == "en")

    def _offer_places(self, typed: str) -> Offer:
        return self._places.offer(typed) if self._places else Offer()

    def _mean(self, hint: ElidedText, key: str, option: Option | None) -> None:
        known = joined((self.shelf.name_of(option), option.under)) if option else ""
        hint.say(known or self._words(key))

    def _connect(self) -> None:
        boxes = (*self.names.lines(), self.sector, self.place, *self.more.controls())
        for box in boxes:
            box.installEventFilter(self)
            if isinstance(box, QLineEdit):
                box.textEdited.connect(lambda _, line=box: self._edited(line))
            elif isinstance(box, QCheckBox):
                box.toggled.connect(lambda _: self.changed())
        hints = (
            (self.sector, self._sector_hint, "desk.sector_how"),
            (self.place, self._hint, "desk.place_how"),
        )
        for line, hint, key in hints:
            line.came = lambda: self._below.setCurrentWidget(self.shelf)
            line.meant = partial(self._mean, hint, key)
        self.shelf.clicked.connect(lambda _: self._clicked())

    def _edited(self, line: QLineEdit) -> None:
        if not self.scanned(line):
            self.changed()

    def _clicked(self) -> None:
        line = self.place if self.place.hasFocus() else self.sector
        line.put(self.shelf.chosen())
        following = self._after(line)
        if following is not None:
            following.setFocus()

    def _lay_out(self) -> None:
        words = self._words
        fields = row(
            column(field(words, "desk.sector", self.sector), self._sector_hint, gap=2),
            column(field(words, "desk.place", self.place), self._hint, gap=2),
        )
        self._below.addWidget(self.shelf)
        self._below.addWidget(self.more)
        head = row(told(words, "desk.walk_in", "lead"), self._badge, None, self.notice_button)
        foot = row(self.save_button, self.back_button, None, self.more_button)
        form = card(head, self.names, fields, self._below, foot, gap=8, widest=3)
        self.setLayout(column(form))
