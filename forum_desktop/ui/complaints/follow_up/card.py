"""The card of one assignment: what was ordered, of whom, and what came of it, step by step."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from forum_desktop.ui.complaints.follow_up.lines import task_of
from forum_desktop.ui.controls import Text, column, row
from forum_desktop.ui.display import joined, said_date, said_time
from forum_desktop.ui.scrolling import scrolled

if TYPE_CHECKING:
    from datetime import datetime

    from forum_desktop.records.assignment import Assignment
    from forum_desktop.ui.words import Words


class AssignmentCard(QFrame):
    """Shows an assignment, or says that none is chosen."""

    def __init__(self, words: "Words") -> None:
        super().__init__()
        self._words = words
        self.assignment: Assignment | None = None
        self._number, self._state = Text("small"), Text("small")
        self._task = Text("lead", wraps=True)
        self._facts, self._course = Text("body", wraps=True), Text("body", wraps=True)
        body = column(
            row(self._number, None, self._state),
            self._task,
            self._facts,
            self._course,
            None,
            gap=8,
        )
        self.setLayout(column(scrolled(body)))
        self.show_assignment(None)

    def show_assignment(self, assignment: "Assignment | None") -> None:
        """Show another one."""
        self.assignment = assignment
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the current language."""
        one, words = self.assignment, self._words
        if one is None:
            self._task.say(words("follow_up.none_chosen"))
            for text in (self._number, self._state, self._facts, self._course):
                text.say("")
            return
        self._number.say(joined((one.number, words(f"assignment.source.{one.source}"))))
        self._state.say(words(f"assignment.state.{one.state}"))
        self._task.say(task_of(words, one))
        self._facts.say(joined(self._told_facts(one)))
        self._course.say("\n".join(self._told_course(one)))

    def _told_facts(self, one: "Assignment") -> list[str]:
        words, day = self._words, ""
        if one.due_on is not None:
            day = words("follow_up.due_by", day=said_date(one.due_on, words.language))
        whom = joined((one.to_officer, one.unit))
        facts = (
            words("follow_up.of_whom", whom=whom),
            words("follow_up.by_whom", whom=one.ordered_by) if one.ordered_by else "",
            day,
            words("follow_up.from_number", number=one.source_reference)
            if one.source_reference
            else "",
            words("follow_up.carried_in") if one.carried_from else "",
        )
        return [fact for fact in facts if fact]

    def _told_course(self, one: "Assignment") -> list[str]:
        steps = (
            ("follow_up.step.ordered", one.ordered_at, one.ordered_by, ""),
            ("follow_up.step.acknowledged", one.acknowledged_at, one.acknowledged_by, ""),
            ("follow_up.step.answered", one.answered_at, one.answered_by, one.answer),
            ("follow_up.step.reported", one.reported_at, "", one.report),
            ("follow_up.step.withdrawn", one.withdrawn_at, "", one.withdrawn),
        )
        return [self._step(*step) for step in steps if step[1] is not None]

    def _step(self, key: str, at: "datetime | None", by: str, said: str) -> str:
        assert at is not None
        moment = f"{said_date(at.date(), self._words.language)} {said_time(at)}"
        return joined((moment, self._words(key), by, said))
