"""The projects of the meeting: rows of the project list, made of what was said."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.identity import same_id
from forum_desktop.records.opinion import Proposal
from forum_desktop.ui.ask_line import AskLine
from forum_desktop.ui.controls import Text, button, card, column, row
from forum_desktop.ui.drafts import DraftKeeper
from forum_desktop.ui.keys import CTRL, NONE
from forum_desktop.ui.meeting.projects.form import ProjectForm
from forum_desktop.ui.meeting.projects.lists import ProjectLists
from forum_desktop.ui.news import Kind
from forum_desktop.ui.scrolling import scrolled
from forum_desktop.ui.viewed import View, ViewedPage

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.opinion import Opinion
    from forum_desktop.services.desk import Desk

_LEFT_WIDTH = 400
_NEW = same_id("a project that has no row yet")
_KEPT = (Kind.MEETING, Kind.MINUTES)


class ProjectsView(View):
    """A list at the left, the form of one project at the right."""

    def __init__(self, page: ViewedPage) -> None:
        super().__init__(page)
        self.lists = ProjectLists(self.words, self.make, self.begin)
        self.form = ProjectForm(self.words)
        self.head, self.said = Text("title"), Text("soft", wraps=True)
        self.ask = AskLine(page, "registration.reason", self._to_form)
        self.project: Proposal | None = None
        self._is_saving = False
        self.drafts = DraftKeeper(self, page.background, self.form.fields)
        self._lay_out()
        self.form.changed.connect(self.drafts.changed)
        self.lists.projects.clicked.connect(lambda _: self._open_chosen())
        self.lists.projects.activated.connect(lambda _: self._open_chosen())
        self.lists.wishes.activated.connect(lambda _: self.make())
        self.shortcuts = {
            (CTRL, Qt.Key.Key_Return): self.save,
            (CTRL, Qt.Key.Key_Enter): self.save,
            (CTRL, Qt.Key.Key_N): self.begin,
            (CTRL, Qt.Key.Key_Delete): self.withdraw,
            (NONE, Qt.Key.Key_F9): self.make,
        }

    def forum_opened(self) -> None:
        """Begin with another forum, and a project that is new."""
        self.drafts.keep_now()
        self.form.show_pack(self.overview)
        self.lists.show_plan(self.overview.strategies)
        self._open(self.new_project())
        self.reload()

    def reload(self) -> None:
        """Read projects and wishes; what is half typed stays."""
        forum_id = self.page.forum_id
        priorities = services.priorities
        self.page.look_up(lambda desk: priorities.list_projects(desk, forum_id), self._show)
        self.page.look_up(
            lambda desk: priorities.list_wishes(desk, forum_id), self.lists.show_wishes
        )

    def arrive(self) -> None:
        """Come to the wishes that wait, or to the form."""
        self.reload()
        self._to_form()

    def leave(self) -> None:
        """Hand over what is half typed."""
        self.drafts.keep_now()

    def retranslate(self) -> None:
        """Say again what the form offers."""
        if self.project is not None:
            self.form.retranslate()
            self._show_head()
            self._show(self.lists.projects.records.rows())

    def begin(self) -> None:
        """Begin a project that nobody listed yet."""
        self._open(self.new_project())
        self.lists.projects.setCurrentIndex(self.lists.projects.records.index(-1))
        self._to_form()

    def make(self) -> None:
        """Make a project of the selected wish, and open it."""
        wish: Opinion | None = self.lists.wishes.chosen()
        if wish is None:
            self.page.say("projects.no_wish", "warn")
            return
        opinion_id = wish.id
        self.page.act(
            lambda desk: services.priorities.propose_from_opinion(desk, opinion_id),
            lambda made: self._made(made, wish.reference),
            *_KEPT,
        )

    def save(self) -> None:
        """Keep the project as typed."""
        try:
            typed = self.form.project()
        except Refusal as refusal:
            self.page.show_refusal(refusal)
            self.form.budget.setFocus()
            return
        if self._is_saving:
            return
        self._is_saving = True
        fields, place = self.form.typed(), self.drafts_place(typed)
        self.page.act(
            self.drafts.cleared_after(_Keeping(typed)),
            lambda kept: self._saved(kept, fields, place),
            *_KEPT,
            refused=lambda _: self._refused(),
            failed=self._refused,
        )

    def withdraw(self) -> None:
        """Ask why the open project is withdrawn."""
        project = self.project
        if project is None or project.id == _NEW:
            self.page.say("projects.choose_first", "warn")
            return
        project_id = project.id
        question = self.words("projects.why_withdraw", number=project.reference)
        self.ask.ask(question, lambda reason: self._take_out(project_id, reason))

    def drafts_place(self, project: Proposal) -> str:
        """Return where what is typed of a project and not kept yet waits."""
        return f"{project.forum_id}/project/{project.id}"

    def new_project(self) -> Proposal:
        """Return a project that has no row yet."""
        return Proposal(
            id=_NEW,
            forum_id=self.page.forum_id,
            opinion_id=None,
            strategy_id=None,
            approach_id=None,
            title="",
        )

    def _take_out(self, project_id: "UUID", reason: str) -> None:
        def done(_withdrawn: Proposal) -> None:
            self.begin()
            self.page.say("projects.is_withdrawn", "good")

        job = self.drafts.cleared_after(
            lambda desk: services.priorities.withdraw_project(desk, project_id, reason)
        )
        self.page.act(job, done, *_KEPT)

    def _made(self, made: Proposal, said_in: str) -> None:
        self._open(made)
        self.page.say("projects.made", "good", said_in=said_in, number=made.reference)
        self.form.title.setFocus()
        self.form.title.selectAll()

    def _saved(self, kept: Proposal, typed: dict[str, str], place: str) -> None:
        self._is_saving = False
        self.project = kept
        self.form.rebase(kept, typed)
        self.drafts.move_to(self.drafts_place(kept), lambda _: None)
        # A letter typed while the row was on its way belongs to the row, not to a new one.
        self.page.background.run(lambda desk: services.drafts.keep_draft(desk, place, ""))
        self.drafts.changed()
        self._show_head()
        self.page.say("projects.saved", "good", number=kept.reference)

    def _refused(self) -> None:
        self._is_saving = False
        self.drafts.changed()

    def _show(self, projects: tuple[Proposal, ...]) -> None:
        wanted = self.project.id if self.project else None
        self.lists.show_projects(projects, wanted)

    def _open_chosen(self) -> None:
        chosen: Proposal | None = self.lists.projects.chosen()
        if chosen is not None:
            self._open(chosen)
            self._to_form()

    def _open(self, project: Proposal) -> None:
        # First, so that filling the form is not kept as a draft of the one before.
        self.drafts.move_to(
            self.drafts_place(project), lambda kept: self._restore(project.id, kept)
        )
        self.project = project
        self.form.show_project(project)
        self._show_head()

    def _restore(self, project_id: "UUID", kept: dict[str, str]) -> None:
        is_here = self.project is not None and self.project.id == project_id
        if is_here and not self.form.fields():
            self.form.restore(kept)
            self.page.say("drafts.restored", "good")

    def _show_head(self) -> None:
        project = self.project
        assert project is not None
        is_new = project.id == _NEW
        words = self.words
        number = project.reference
        self.head.say(
            words("projects.form_new") if is_new else words("projects.form_of", number=number)
        )
        self.said.hide()
        if project.opinion_id is not None:
            project_id = project.id
            self.page.look_up(
                lambda desk: services.priorities.said_of(desk, project_id),
                lambda opinion: self._show_said(project_id, opinion),
            )

    def _show_said(self, project_id: "UUID", opinion: "Opinion | None") -> None:
        is_here = self.project is not None and self.project.id == project_id
        if is_here and opinion is not None:
            said = self.words("projects.said", number=opinion.reference, text=opinion.text)
            self.said.say(said)
            self.said.show()

    def _to_form(self) -> None:
        self.form.title.setFocus()

    def _lay_out(self) -> None:
        words = self.words
        self.lists.setFixedWidth(_LEFT_WIDTH)
        save = button(words, "projects.save", self.save, look="primary", symbol="check")
        out = button(words, "projects.withdraw", self.withdraw, look="quiet", symbol="trash-2")
        body = column(self.said, self.form, None)
        right = card(self.head, scrolled(body), self.ask, row(out, None, save), widest=1)
        whole = row(self.lists, right)
        whole.setStretch(1, 1)
        self.setLayout(whole)


class _Keeping:
    """The act that keeps a project, as a new row where it has none."""

    def __init__(self, typed: Proposal) -> None:
        self._typed = typed

    def __call__(self, desk: "Desk") -> Proposal:
        typed = self._typed
        if typed.id != _NEW:
            return services.priorities.revise_project(desk, typed)
        return services.priorities.propose_project(
            desk,
            typed.forum_id,
            title=typed.title,
            strategy_id=typed.strategy_id,
            approach_id=typed.approach_id,
            budget=typed.budget,
            year=typed.year,
            objective=typed.objective,
            target=typed.target,
            place=typed.place,
            indicator=typed.indicator,
            outcome=typed.outcome,
            unit=typed.unit,
        )
