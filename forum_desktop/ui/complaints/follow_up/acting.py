"""What is done with an assignment; the view tells where the cursor goes then."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from forum_desktop import services
from forum_desktop.records.documents import DocumentKind
from forum_desktop.records.minutes import Edition
from forum_desktop.ui.complaints.follow_up.order import Ordered
from forum_desktop.ui.news import Kind
from forum_desktop.ui.save_target import Target

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from forum_desktop.records.assignment import Assignment
    from forum_desktop.records.forum import Forum
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.viewed import ViewedPage


class FollowUpActs:
    """Each act is one call of the worker and one sentence; `ended` follows what was kept."""

    def __init__(self, page: "ViewedPage", ended: Callable[["UUID | None"], object]) -> None:
        self._page, self._ended = page, ended
        self._target = Target(page)

    def order(self, told: Ordered) -> None:
        """Order something; the number of its source is looked up first."""
        forum_id = self._page.forum_id

        def ordered(desk: "Desk") -> "Assignment":
            acts = services.assignments
            source, source_id = acts.find_source(desk, forum_id, told.source)
            return acts.assign(
                desk,
                forum_id,
                task=told.task,
                ordered_by=told.ordered_by,
                to_officer=told.to_officer,
                unit=told.unit,
                due_on=told.due_on,
                source=source,
                source_id=source_id,
            )

        self._do(ordered, "follow_up.done.ordered")

    def correct(self, known: "Assignment", told: Ordered) -> None:
        """Put an order right."""
        self._do(
            lambda desk: services.assignments.correct_assignment(
                desk,
                known.id,
                task=told.task,
                to_officer=told.to_officer,
                unit=told.unit,
                due_on=told.due_on,
            ),
            "follow_up.done.corrected",
        )

    def acknowledge(self, known: "Assignment", told: Mapping[str, str]) -> None:
        """Note who has heard of it."""
        self._do(
            lambda desk: services.assignments.acknowledge(desk, known.id, told["by"]),
            "follow_up.done.acknowledged",
        )

    def answer(self, known: "Assignment", told: Mapping[str, str]) -> None:
        """Note what was done."""
        text = told.get("answer", "")
        self._do(
            lambda desk: services.assignments.answer_assignment(desk, known.id, text, told["by"]),
            "follow_up.done.answered",
        )

    def report(self, known: "Assignment", told: Mapping[str, str]) -> None:
        """Note that the forum was told."""
        text = told.get("report", "")
        self._do(
            lambda desk: services.assignments.report_assignment(desk, known.id, text),
            "follow_up.done.reported",
        )

    def withdraw(self, known: "Assignment", told: Mapping[str, str]) -> None:
        """Take an order back."""
        self._do(
            lambda desk: services.assignments.withdraw_assignment(desk, known.id, told["reason"]),
            "follow_up.done.withdrawn",
        )

    def carry_over(self, earlier: "Forum") -> None:
        """Take over what an earlier forum left open."""
        forum_id = self._page.forum_id

        def carried(made: "tuple[Assignment, ...]") -> None:
            self._page.say("follow_up.done.carried", "good", count=len(made))
            self._ended(made[0].id if made else None)

        self._page.act(
            lambda desk: services.assignments.carry_over(desk, earlier.id, forum_id),
            carried,
            Kind.COMPLAINTS,
        )

    def make_slip(self, known: "Assignment") -> None:
        """Ask where to, and write the order slip."""
        path = self._target.ask(services.assignment_papers.slip_name(known))
        if path is not None:
            self.write_slip(known, path)

    def write_slip(self, known: "Assignment", path: "Path") -> None:
        """Write the order slip to a file."""
        self._write(lambda desk: services.assignment_papers.write_slip(desk, known.id, path))

    def make_list(self) -> None:
        """Ask where to, and write the list of what was promised."""
        path = self._target.ask(self._target.suggested("promises", "pdf"))
        if path is not None:
            self.write_list(path)

    def write_list(self, path: "Path") -> None:
        """Write the list of what was promised, as everybody may read it."""
        forum_id = self._page.forum_id
        order = services.documents.order_of(
            DocumentKind.PROMISES, edition=Edition.PUBLIC, made_as="pdf"
        )
        self._write(lambda desk: services.documents.export_document(desk, forum_id, order, path))

    def _write(self, job: "Callable[[Desk], Path]") -> None:
        def written(path: "Path") -> None:
            self._page.say("documents.exported", "good", name=path.name, path=path.parent)

        self._page.look_up(job, written)

    def _do(self, job: "Callable[[Desk], Assignment]", key: str) -> None:
        def kept(known: Any) -> None:
            self._page.say(key, "good", number=known.number)
            self._ended(known.id)

        self._page.act(job, kept, Kind.COMPLAINTS)
