"""One session of the day and a person's presence in it, with what may be done about it."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QFrame, QPushButton

from forum_desktop.ui.controls import Text, button, column, restyle, row
from forum_desktop.ui.display import joined, said_time

if TYPE_CHECKING:
    from collections.abc import Callable

    from forum_desktop.records.pack import MeetingSession
    from forum_desktop.records.people import Attendance
    from forum_desktop.ui.registration.person.reading import Shown
    from forum_desktop.ui.words import Words

_ACTS = {
    "check_in": "user-check",
    "leave": "log-out",
    "stand_in": "arrow-left-right",
    "no_stand_in": "arrow-left-right",
    "absent": "user-x",
    "not_absent": "undo-2",
    "undo": "undo-2",
}


class Standing(NamedTuple):
    """What the line says, in which tone, and which acts it offers."""

    said: str
    tone: str
    acts: tuple[str, ...]


class SessionLine(QFrame):
    """Tells `act` the name of the act and the session's code."""

    def __init__(
        self, words: "Words", session: "MeetingSession", act: "Callable[[str, str], object]"
    ) -> None:
        super().__init__()
        self._words, self.session = words, session
        self._name, self.said = Text("body", wraps=True), Text("body", wraps=True)
        self.buttons = {name: self._button(name, symbol, act) for name, symbol in _ACTS.items()}
        head = row(self._name, *self.buttons.values(), gap=2)
        head.setStretch(0, 1)
        whole = column(head, self.said, gap=0)
        whole.setContentsMargins(12, 2, 4, 6)
        self.setLayout(whole)
        self.setProperty("look", "sunken")

    def show_person(self, shown: "Shown") -> None:
        """Show how a person stands in this session."""
        is_english = self._words.language == "en" and self.session.english
        self._name.say(self.session.english if is_english else self.session.name)
        standing = _standing(self._words, shown, self.session.code)
        self.said.say(standing.said)
        restyle(self.said, tone=standing.tone)
        had_cursor = self.isAncestorOf(self.window().focusWidget() or self.window())
        for name, made in self.buttons.items():
            made.setVisible(name in standing.acts)
        if had_cursor and standing.acts:
            self.buttons[standing.acts[0]].setFocus()

    def _button(self, name: str, symbol: str, act: "Callable[[str, str], object]") -> QPushButton:
        code = self.session.code
        return button(
            self._words, f"person.act.{name}", lambda: act(name, code), look="quiet", symbol=symbol
        )


def _standing(words: "Words", shown: "Shown", session: str) -> Standing:
    attendance, absence = shown.attendance(session), shown.absence(session)
    is_member = shown.attendee.role == "member"
    if attendance is not None and not attendance.undone:
        return _present(words, shown, attendance)
    stand_in: tuple[str, ...] = () if is_member else ("stand_in",)
    if absence is not None:
        said = words("person.absent", reason=absence.reason)
        return Standing(said, "warn", ("check_in", "not_absent"))
    absent = ("absent",) if is_member else ()
    if attendance is not None:
        said = words("person.undone", reason=attendance.undone)
        return Standing(said, "warn", ("check_in", *stand_in, *absent))
    return Standing(words("person.not_come"), "", ("check_in", *stand_in, *absent))


def _present(words: "Words", shown: "Shown", attendance: "Attendance") -> Standing:
    came = words(
        "person.came", time=said_time(attendance.checked_in_at), station=attendance.station
    )
    left = attendance.left_at
    member = shown.instead_of.get(attendance.in_place_of) if attendance.in_place_of else None
    said = joined(
        (
            came,
            words("person.late") if attendance.session in shown.late else "",
            words("person.from_paper") if attendance.from_paper else "",
            words("person.left", time=said_time(left)) if left else "",
            words("person.instead_of", name=member) if member else "",
        )
    )
    is_member = shown.attendee.role == "member"
    place = () if is_member else ("no_stand_in" if member else "stand_in",)
    first = "check_in" if left else "leave"
    return Standing(said, "warn" if left else "good", (first, *place, "undo"))
