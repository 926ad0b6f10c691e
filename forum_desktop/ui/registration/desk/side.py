"""Beside the box: how many are here, what the keys do, needs counted, screening if it is on."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton

from forum_desktop.ui.controls import ElidedText, Text, button, card, column, row, told
from forum_desktop.ui.fitting import FittingButton
from forum_desktop.ui.icons import show_icon
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forum_desktop.records.arrivals import TallySum
    from forum_desktop.records.overview import ForumOverview
    from forum_desktop.records.pack import Need
    from forum_desktop.ui.words import Words

_WIDTH = 288


class SideActs(NamedTuple):
    """What the buttons of the side do; `screen` gets a result, `count_need` a need and a step."""

    new: Callable[[], object]
    leave: Callable[[], object]
    undo: Callable[[], object]
    person: Callable[[], object]
    card: Callable[[], object]
    screen: Callable[[str], object]
    count_need: Callable[[str, int], object]


class NeedLine(QFrame):
    """One need: its name, a step down, the count of all desks, a step up."""

    def __init__(self, words: "Words", number: int, count: Callable[[int], object]) -> None:
        super().__init__()
        self._words, self._number = words, number
        self._name, self._sum = ElidedText("body"), Text("lead")
        self._less = _sign("minus", lambda: count(-1))
        self._plus = _sign("plus", lambda: count(1))
        self._sum.setFixedWidth(44)
        self._sum.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line = row(self._name, self._less, self._sum, self._plus, gap=4)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.show_count(0)

    def show_name(self, name: str) -> None:
        """Name the need, and its keys for the ear."""
        self._name.say(name)
        self._plus.setAccessibleName(self._words("desk.need_more", name=name))
        self._less.setAccessibleName(self._words("desk.need_less", name=name))
        self._plus.setToolTip(f"Alt+{self._number}")
        self._less.setToolTip(f"Alt+Shift+{self._number}")

    def show_count(self, count: int) -> None:
        """Show the sum of all desks."""
        self._sum.say(f"{count:,}")

    def told(self) -> str:
        """Return the count on screen."""
        return self._sum.said()


class Side(QFrame):
    """Figures without names, and buttons that never take the cursor from the box."""

    def __init__(self, words: "Words", acts: SideActs) -> None:
        super().__init__()
        self._words, self._acts = words, acts
        self._present, self._registered = Text("display"), Text("display")
        self._needs: dict[str, NeedLine] = {}
        self._named_needs: tuple[Need, ...] = ()
        self._screening_name = Text("field")
        self.card_button = _act(words, "desk.key_card", acts.card)
        self.screening = card(self._screening_name, self._screening_buttons(), gap=6)
        self._keys = self._key_lines()
        self._lay_out()

    def show_figures(self, overview: "ForumOverview") -> None:
        """Show the newest figures."""
        self._present.say(f"{overview.counts.present:,}")
        self._registered.say(f"{overview.counts.registered:,}")

    def show_pack(self, overview: "ForumOverview") -> None:
        """Offer this forum's needs, and its screening where it is on."""
        for line in self._needs.values():
            self._need_lines.removeWidget(line)
            line.deleteLater()
        self._named_needs = overview.pack.needs
        self._needs = {
            need.code: NeedLine(self._words, number, self._counter(need.code))
            for number, need in enumerate(overview.pack.needs, start=1)
        }
        for line in self._needs.values():
            self._need_lines.addWidget(line)
        self._need_card.setVisible(bool(self._needs))
        self.screening.setVisible(overview.pack.screening.is_on)
        self._keys.setVisible(not overview.pack.screening.is_on)
        self._screening = overview.pack.screening
        self.retranslate()

    def retranslate(self) -> None:
        """Name needs and screening in the current language."""
        is_english = self._words.language == "en"
        for need in self._named_needs:
            self._needs[need.code].show_name(
                need.english if is_english and need.english else need.name
            )
        if self._named_needs or self.screening.isVisibleTo(self):
            told_name = self._screening.english if is_english else self._screening.name
            self._screening_name.say(told_name)

    def show_needs(self, sums: "Iterable[TallySum]") -> None:
        """Show how often each need was counted."""
        for tally in sums:
            if tally.subject in self._needs:
                self._needs[tally.subject].show_count(tally.count)

    def need_count(self, code: str) -> str:
        """Return the count of a need on screen."""
        return self._needs[code].told()

    def _counter(self, code: str) -> Callable[[int], object]:
        return lambda step: self._acts.count_need(code, step)

    def _screening_buttons(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(6)
        words, screen = self._words, self._acts.screen
        passed = _act(words, "desk.screen_passed", lambda: screen("passed"))
        failed = _act(words, "desk.screen_not_passed", lambda: screen("not_passed"))
        sent = _act(words, "desk.screen_sent", lambda: screen("sent_for_test"))
        grid.addWidget(passed, 0, 0)
        grid.addWidget(failed, 0, 1)
        grid.addWidget(sent, 1, 0, 1, 2)
        return grid

    def _lay_out(self) -> None:
        words, acts = self._words, self._acts
        self.setFixedWidth(_WIDTH)
        figures = row(
            column(told(words, "count.present", "field"), self._present, gap=0),
            column(told(words, "count.registered", "field"), self._registered, gap=0),
            gap=20,
        )
        self._need_lines = column(gap=2)
        self._need_card = card(told(words, "desk.needs", "field"), self._need_lines, gap=4)
        new = _act(words, "desk.key_new", acts.new, "user-plus")
        person = _act(words, "desk.key_person", acts.person)
        undo = _act(words, "desk.key_undo", acts.undo)
        leave = _act(words, "desk.key_leave", acts.leave)
        self.card_button.hide()
        others = column(row(person, undo, gap=6), row(leave, self.card_button, gap=6), gap=6)
        buttons = column(new, others, gap=6)
        parts = (buttons, self.screening, self._need_card, None, self._keys)
        self.setLayout(column(card(figures), *parts, gap=10))

    def _key_lines(self) -> QFrame:
        lines = QFrame()
        enter, layout = ElidedText("small"), ElidedText("small")
        self._words.tell(enter.say, "desk.keys_enter")
        self._words.tell(layout.say, "desk.keys_layout")
        lines.setLayout(column(enter, layout, gap=0))
        return lines


def _act(words: "Words", key: str, act: Callable[[], object], symbol: str = "") -> QPushButton:
    made = button(words, key, act, symbol=symbol)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def _sign(symbol: str, act: Callable[[], object]) -> QPushButton:
    made = FittingButton()
    made.setProperty("look", "sign")
    made.setAutoDefault(False)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    show_icon(made, symbol, TOKENS.primary, 16)
    made.clicked.connect(act)
    return made
