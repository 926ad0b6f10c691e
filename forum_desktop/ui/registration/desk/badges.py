"""Badges at the desk: a scan checks in; an unknown one is offered to whoever was just here."""

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from forum_desktop import services
from forum_desktop.ui.registration.desk import acts
from forum_desktop.ui.registration.desk.answer import Said
from forum_desktop.ui.registration.desk.scanning import ScanAnswer, Scanner
from forum_desktop.ui.registration.desk.verdicts import where_of

if TYPE_CHECKING:
    from forum_desktop.records.people import AttendeeRow
    from forum_desktop.ui.registration.desk.verdicts import Outcome
    from forum_desktop.ui.registration.desk.view import DeskView


class BadgeDesk:
    """Hears the scanner in what is typed."""

    def __init__(self, view: "DeskView") -> None:
        self._view = view
        self._scanner = Scanner()
        self._wearer: AttendeeRow | None = None
        self.unknown = ""
        """The code of a badge that nobody wears, just scanned."""

    @property
    def has_offer(self) -> bool:
        """Whether Enter gives the unknown badge to somebody."""
        return bool(self.unknown) and self._wearer is not None

    def is_scanner(self) -> bool:
        """Tell whether a key that came now is the end of a scan."""
        return self._scanner.ends_scan(monotonic())

    def forget(self) -> None:
        """Offer nothing more."""
        self.unknown, self._wearer = "", None

    def hear(self, typed: str) -> bool:
        """Take a scan out of the box; False where what is typed is none."""
        scan = self._scanner.hear(typed, monotonic())
        if scan.answer is ScanAnswer.NONE:
            return False
        self._view.empty_box()
        if scan.answer is ScanAnswer.CODE:
            # Half of another name in the box: the officer is already with the next one.
            wearer = None if scan.before.strip() else self._view.last
            self._check_in(scan.code, wearer)
        return True

    def hear_in_form(self, line: QLineEdit) -> bool:
        """Take a scan out of a box of the walk-in form: it is the badge that she gets."""
        scan = self._scanner.hear(line.text(), monotonic())
        if scan.answer is ScanAnswer.NONE:
            return False
        line.setText(scan.before)
        self._view.walk_in.show_badge(scan.code)
        return True

    def give(self) -> None:
        """Give the unknown badge to whom it was offered."""
        row, code = self._wearer, self.unknown
        if row is None:
            return
        attendee_id = row.attendee.id
        self.forget()
        self._view.act(
            lambda desk: services.registration.give_badge(desk, attendee_id, code),
            lambda _kept: self._given(row, code),
        )

    def _check_in(self, code: str, wearer: "AttendeeRow | None") -> None:
        view = self._view
        overview, session = view.overview, view.page.session
        view.act(
            lambda desk: acts.check_in_badge(desk, overview, code, session),
            lambda outcome: self._heard(code, wearer, outcome),
        )

    def _heard(self, code: str, wearer: "AttendeeRow | None", outcome: "Outcome | None") -> None:
        self.forget()
        if outcome is not None:
            self._view.tell_outcome(outcome)
            return
        words = self._view.words
        self.unknown, self._wearer = code, wearer
        name = wearer.attendee.full_name if wearer else code
        how = words("desk.badge_give" if wearer else "desk.badge_new")
        said = Said(words("desk.badge_unknown", code=code), name, how, "warn", "qr-code")
        self._view.tell(wearer, said)

    def _given(self, row: "AttendeeRow", code: str) -> None:
        words = self._view.words
        verdict = words("desk.badge_given", code=code)
        detail = where_of(words, row)
        said = Said(verdict, row.attendee.full_name, detail, "good", "qr-code")
        self._view.tell(row, said)
