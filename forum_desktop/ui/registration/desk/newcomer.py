"""From the walk-in form to a person on the list: kept while half typed, twins asked about."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from forum_desktop import services
from forum_desktop.ui.display import joined
from forum_desktop.ui.drafts import DraftKeeper
from forum_desktop.ui.news import Kind
from forum_desktop.ui.registration.desk import acts
from forum_desktop.ui.registration.desk.twins import TwinChoices, TwinsPanel
from forum_desktop.ui.registration.desk.walk_in import contents
from forum_desktop.ui.registration.desk.walk_in.form import WalkInForm
from forum_desktop.ui.registration.desk.walk_in.options import PlaceBook
from forum_desktop.ui.registration.person.notice import NoticePoster

if TYPE_CHECKING:
    from collections.abc import Callable

    from forum_desktop.errors import Refusal
    from forum_desktop.records.pack import Notice
    from forum_desktop.records.people import AttendeeRow
    from forum_desktop.services.desk import Desk
    from forum_desktop.thai.names import SplitName
    from forum_desktop.ui.registration.desk.verdicts import Outcome
    from forum_desktop.ui.registration.desk.view import DeskView

_OPEN = "is_open"
_OF_NAME = {"registration.title_doubled", "registration.name_needed"}


class Newcomer:
    """Leads form and twins; the desk in front shows what comes of it."""

    def __init__(self, view: "DeskView") -> None:
        self._view, self._page = view, view.page
        self.form = WalkInForm(view.words, self.save, view.back)
        choices = TwinChoices(self._same, self.save_as_new, self._back_to_form)
        self.twins = TwinsPanel(view.words, choices)
        self.form.scanned = view.badges.hear_in_form
        self.form.is_scanner = view.badges.is_scanner
        self.poster = NoticePoster(view.words, self._close_notice)
        self.form.notice_button.clicked.connect(self.show_notice)
        self._notice: Notice | None = None
        self._before_notice: QWidget = self.form
        self.drafts = DraftKeeper(view, view.page.background, self._collect)
        self.form.changed = self.drafts.changed
        self._places: PlaceBook | None = None

    def forum_opened(self) -> None:
        """Offer this forum's sectors and places, and bring back what was half typed."""
        from forum_desktop.services.importing.places import (  # noqa: PLC0415 - loaded when needed
            Places,
        )

        pack = self._view.overview.pack
        self._places = PlaceBook(Places(pack), pack.communities)
        self.form.show_pack(pack, self._places)
        self._page.look_up(lambda _desk: services.privacy.notice_of(pack), self._take_notice)
        self.drafts.keep_now()
        self.form.clear()
        self.drafts.move_to(f"{self._page.forum_id}/walk-in", self._restore)

    def begin(self, typed: str, badge: str = "") -> None:
        """Open the form with what was typed, or with what was left half typed."""
        self._page.message.hide()
        self._view.show_side(self.form)
        if typed.strip() or badge or not self.form.is_begun():
            self.form.begin(typed)
            self.form.show_badge(badge)
        else:
            self.form.names.first.setFocus()
        self.drafts.changed()

    def begin_with(self, name: "SplitName") -> None:
        """Open the form with the name that a card told; what else stands in it stays."""
        self._view.show_side(self.form)
        self.form.begin_with(name)

    def save(self) -> None:
        """Register the person of the form, unless she is perhaps known already."""
        button = self.form.save_button
        if not button.isEnabled() or not self.form.is_ready():
            return
        button.setEnabled(False)
        told, overview, session = (
            contents.filled(self.form),
            self._view.overview,
            self._page.session,
        )
        self._page.look_up(
            lambda desk: acts.find_twins(desk, overview, told, session),
            self._twins_found,
            **self._again(),
        )

    def save_as_new(self) -> None:
        """Register the person of the form: she is nobody else."""
        told, overview, session = (
            contents.filled(self.form),
            self._view.overview,
            self._page.session,
        )
        self.form.save_button.setEnabled(False)
        self._act(lambda desk: acts.register(desk, overview, told, session))

    def show_notice(self) -> None:
        """Show the pack's notice large, so that the screen can be turned round."""
        if self._view.front is self.poster or self._notice is None:
            return
        self._before_notice = self._view.front
        self._view.show_side(self.poster)
        self.poster.show_notice(self._notice)
        self.poster.setFocus()

    def retranslate(self) -> None:
        """Say again what is not a fixed sentence."""
        self.form.retranslate()
        self.twins.people.viewport().update()

    def _twins_found(self, twins: "tuple[AttendeeRow, ...]") -> None:
        if not twins:
            self.save_as_new()
            return
        told = contents.filled(self.form)
        self._view.show_side(self.twins)
        where = joined((told.community or told.organisation, told.phone))
        self.twins.ask(told.full_name, where, twins)

    def _same(self, row: "AttendeeRow") -> None:
        overview, session = self._view.overview, self._page.session
        self._act(lambda desk: acts.check_in(desk, overview, row.attendee.id, session))

    def _act(self, job: "Callable[[Desk], Outcome]") -> None:
        kept = self.drafts.cleared_after(job)
        # The next name goes into the box while this one travels to the disk.
        self._view.empty_box()
        self._view.begin_act()
        self._view.back()
        self._page.act(kept, self._saved, Kind.ATTENDEES, **self._again())

    def _saved(self, outcome: "Outcome") -> None:
        if self._places is not None:
            self._places.remember(outcome.check.row.attendee.organisation)
        self.form.save_button.setEnabled(True)
        self.form.clear()
        self._view.tell_outcome(outcome)

    def _again(self) -> "dict[str, Callable[..., object]]":
        return {"refused": self._refused, "failed": lambda: self._refused(None)}

    def _refused(self, refusal: "Refusal | None") -> None:
        self._back_to_form()
        if refusal is not None and refusal.key in _OF_NAME:
            self.form.names.refuse(self._view.words.of(refusal))

    def _back_to_form(self) -> None:
        self.form.save_button.setEnabled(True)
        self._view.show_side(self.form)
        self.form.place.setFocus()

    def _take_notice(self, notice: "Notice | None") -> None:
        self._notice = notice
        self.form.show_notice(notice.version if notice else "")

    def _close_notice(self) -> None:
        self._view.show_side(self._before_notice)
        self._view.arrive()

    def _collect(self) -> dict[str, str]:
        is_open = self.form.is_begun() and not self._view.is_at_list
        return contents.collect(self.form) | {_OPEN: "1" if is_open else ""}

    def _restore(self, kept: dict[str, str]) -> None:
        if self.form.is_begun() or self._view.box.text():
            return
        contents.restore(self.form, kept)
        if kept.get(_OPEN):
            self._view.show_side(self.form)
            self.form.names.first.setFocus()
            self._page.say("desk.restored", "warn")
