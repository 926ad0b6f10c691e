"""Taking a complaint in: three steps in the order people speak, the reading back, the number."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QStackedWidget

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import ComplaintIntake, ComplaintLevel
from forum_desktop.ui.complaints.desk.duplicates import DuplicateLine
from forum_desktop.ui.complaints.desk.person import PersonStep
from forum_desktop.ui.complaints.desk.reading import ReadingStep
from forum_desktop.ui.complaints.desk.recent import RecentList
from forum_desktop.ui.complaints.desk.story import StoryStep
from forum_desktop.ui.complaints.desk.where import WhereStep
from forum_desktop.ui.complaints.receipt import ReceiptCard
from forum_desktop.ui.controls import button, card, column, row, told
from forum_desktop.ui.drafts import DraftKeeper
from forum_desktop.ui.fitting import FittingButton
from forum_desktop.ui.keys import ALT, CTRL, NONE, SHIFT
from forum_desktop.ui.news import Kind
from forum_desktop.ui.viewed import View, ViewedPage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forum_desktop.records.complaint import Complaint
    from forum_desktop.services.desk import Desk

_SIDE_WIDTH = 380
_STEPS = ("story", "where", "person", "reading")


class DeskView(View):
    """Ctrl+Enter goes to the reading back, and from there takes the complaint in."""

    def __init__(self, page: ViewedPage) -> None:
        super().__init__(page)
        self.story = StoryStep(self.words, self._changed)
        self.where = WhereStep(self.words, self._changed)
        self.person = PersonStep(self.words, self._changed)
        self.reading = ReadingStep(self.words)
        self.drafts = DraftKeeper(self, page.background, self.typed)
        self.duplicates = DuplicateLine(page)
        self.receipt = ReceiptCard(page)
        self.recent = RecentList(page)
        self._is_giving_up = False
        self._parts = (self.story, self.where, self.person, self.reading)
        self._stack = QStackedWidget()
        self._strip = [self._step_button(at, name) for at, name in enumerate(_STEPS)]
        self.lodge_button = button(self.words, "complaint.lodge", self.go_on, look="primary")
        self._lay_out()
        self._bind_keys()
        self.show_step(0)

    def forum_opened(self) -> None:
        """Offer this forum's kinds; bring back what was half typed."""
        self.receipt.show_complaint(None)
        for step in (self.story, self.where):
            step.show_pack(self.overview.pack)
        self.drafts.move_to(f"{self.page.forum_id}/complaint", self._restore)
        self.reload()

    def retranslate(self) -> None:
        """Say kinds, dates and states again."""
        for part in (self.story, self.person, self.receipt, self.recent, self.duplicates):
            part.retranslate()
        self._show_button()
        if self._stack.currentWidget() is self.reading and self.page.overview is not None:
            self.reading.read(self.intake(), self.overview.pack)

    def arrive(self) -> None:
        """Come with the cursor where the step begins."""
        self._parts[self._stack.currentIndex()].first().setFocus()

    def leave(self) -> None:
        """Keep what is half typed."""
        self.drafts.keep_now()

    def reload(self) -> None:
        """Read the newest complaints."""
        self.recent.reload()

    def show_step(self, at: int) -> None:
        """Go to a step; the last shows all that was taken down."""
        if _STEPS[at] == "reading" and self.page.overview is not None:
            self.reading.read(self.intake(), self.overview.pack)
        self._stack.setCurrentIndex(at)
        for number, made in enumerate(self._strip):
            made.setChecked(number == at)
        self._show_button()
        self.arrive()

    def step(self, step: int) -> None:
        """Go on, or back."""
        self.show_step(max(0, min(self._stack.currentIndex() + step, len(_STEPS) - 1)))

    def go_on(self) -> None:
        """Read back what was taken down; once it was, take the complaint in."""
        if self._stack.currentWidget() is self.reading:
            self.lodge()
        elif (missing := self._missing()) is not None:
            at, key = missing
            self.show_step(at)
            self.page.show_refusal(Refusal(key))
        else:
            self.page.message.hide()
            self.show_step(len(_STEPS) - 1)

    def intake(self, **more: Any) -> ComplaintIntake:
        """Return what was taken down."""
        facts = self.story.told() | self.where.told() | self.person.told()
        return ComplaintIntake(**(facts | more))

    def typed(self) -> dict[str, str]:
        """Return what is typed, for the draft; choices alone are no draft."""
        typed = self.story.typed() | self.where.typed() | self.person.typed()
        if not any(text.strip() for text in typed.values()):
            return {}
        return typed | self.story.chosen() | self.person.chosen()

    def lodge(self) -> None:
        """Take the complaint in, read back as it was; the form is cleared once it is kept."""
        if not self.lodge_button.isEnabled():
            return
        intake, forum_id = self.intake(), self.page.forum_id
        linked, place = self.duplicates.linked(), self.drafts.let_go()
        self._allow(is_allowed=False)
        self.page.act(
            lambda desk: _lodged(desk, forum_id, intake, linked, draft=place),
            self._kept,
            Kind.COMPLAINTS,
            refused=lambda _: self._not_kept(),
            failed=self._not_kept,
        )

    def give_up(self) -> None:
        """Throw away what is half typed, once asked for twice: it may name who complains."""
        if not self.typed() or not self.lodge_button.isEnabled():
            return
        if not self._is_giving_up:
            self._is_giving_up = True
            self.page.say("evidence_view.give_up_sure", "warn")
            return
        place = self.drafts.let_go()
        self._fill({})
        self.drafts.let_go()
        self.show_step(0)
        self.page.look_up(
            lambda desk: services.drafts.drop_draft(desk, place),
            lambda _: self.page.say("evidence_view.given_up", "good"),
        )

    def _missing(self) -> tuple[int, str] | None:
        """Return the step and the sentence of what must not stay empty."""
        intake = self.intake()
        if not intake.kind:
            return 0, "complaint.kind_needed"
        if not intake.subject.strip() or not intake.facts.strip():
            return 0, "complaint.case_needed"
        if intake.level is not ComplaintLevel.ANONYMOUS and not intake.first_name:
            return 2, "complaint.name_needed"
        return None

    def _kept(self, complaint: "Complaint") -> None:
        self._allow(is_allowed=True)
        self._fill({})
        self.receipt.show_complaint(complaint)
        self.show_step(0)

    def _not_kept(self) -> None:
        self._allow(is_allowed=True)
        self.drafts.changed()

    def _allow(self, *, is_allowed: bool) -> None:
        self.lodge_button.setEnabled(is_allowed)
        self._stack.setEnabled(is_allowed)

    def _fill(self, kept: "Mapping[str, str]") -> None:
        for step in (self.story, self.where, self.person):
            step.fill(kept)
        self.duplicates.clear()

    def _restore(self, kept: dict[str, str]) -> None:
        if not self.typed():
            self._fill(kept)
            self.page.say("drafts.restored", "good")

    def _changed(self) -> None:
        self.drafts.changed()
        self._is_giving_up = False
        intake = self.intake()
        self.duplicates.look(intake.kind, intake.community, intake.place)

    def _show_button(self) -> None:
        is_read = self._stack.currentWidget() is self.reading
        name = self.words("complaint.lodge" if is_read else "complaint.read_back")
        self.lodge_button.setText(name)
        self.lodge_button.setAccessibleName(name)

    def _step_button(self, at: int, name: str) -> QPushButton:
        made = FittingButton()
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setProperty("look", "kind")
        made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.words.tell(lambda text: made.setText(f"{at + 1}  {text}"), f"complaint.step.{name}")
        self.words.tell(made.setAccessibleName, f"complaint.step.{name}")
        made.clicked.connect(lambda: self.show_step(at))
        return made

    def _bind_keys(self) -> None:
        for at in range(len(_STEPS)):
            self.shortcuts[ALT, Qt.Key.Key_1 + at] = partial(self.show_step, at)
        self.shortcuts |= {
            (NONE, Qt.Key.Key_PageDown): partial(self.step, +1),
            (NONE, Qt.Key.Key_PageUp): partial(self.step, -1),
            (CTRL, Qt.Key.Key_Return): self.go_on,
            (CTRL, Qt.Key.Key_Enter): self.go_on,
            (CTRL, Qt.Key.Key_P): self.receipt.ask_and_export,
            (CTRL, Qt.Key.Key_J): self.duplicates.link,
            (CTRL, Qt.Key.Key_O): self.receipt.add_files,
            (CTRL | SHIFT, Qt.Key.Key_Delete): self.give_up,
        }

    def _lay_out(self) -> None:
        for part in self._parts:
            self._stack.addWidget(part)
        # What the highest step would like must not press the strip above it flat.
        self._stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        hint = told(self.words, "complaint.desk_keys", "small", wraps=True)
        foot = row(self.lodge_button, hint)
        foot.setStretch(1, 1)
        strip = row(*self._strip, None, gap=6)
        parts = (strip, self._stack, self.duplicates, self.receipt.adding, foot)
        form = card(*parts, gap=10, widest=1)
        side = QFrame()
        side.setFixedWidth(_SIDE_WIDTH)
        listing = column(self.story.warning, self.receipt, self.recent, gap=8)
        listing.setStretch(2, 1)
        side.setLayout(listing)
        body = row(form, side)
        body.setStretch(0, 1)
        self.setLayout(body)


def _lodged(
    desk: "Desk",
    forum_id: Any,
    intake: ComplaintIntake,
    linked: "Complaint | None",
    *,
    draft: str,
) -> "Complaint":
    complaint = services.complaints.lodge_complaint(desk, forum_id, intake, draft=draft)
    if linked is None:
        return complaint
    return services.complaints.link_duplicate(desk, complaint.id, linked.id)
