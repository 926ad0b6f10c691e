"""The view of conflicts: a short list, values side by side, a digit decides, Ctrl+Z undoes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from forum_desktop.ui.controls import Text, button, card, column, named, row, told
from forum_desktop.ui.exchange.conflicts.questions import Question, read_questions
from forum_desktop.ui.exchange.conflicts.sides import Sides
from forum_desktop.ui.keys import CTRL, NONE
from forum_desktop.ui.news import Kind
from forum_desktop.ui.record_list import Line, RecordList
from forum_desktop.ui.theme import TOKENS
from forum_desktop.ui.viewed import View, ViewedPage

if TYPE_CHECKING:
    from collections.abc import Callable

_LIST_SHARE, _SIDES_SHARE = 4, 7
_DIGITS = 9


class ConflictsView(View):
    """What is decided stays in the list, told softly, until the forum is left."""

    def __init__(self, page: ViewedPage) -> None:
        super().__init__(page)
        self._questions: tuple[Question, ...] = ()
        self._decided: dict[tuple[str, ...], int] = {}
        self._done: list[tuple[Question, int]] = []
        self._is_busy = False
        self.list = named(self.words, "conflicts.list", RecordList(self._line))
        self.sides = Sides(self.words, self.decide)
        self.summary = Text("title", wraps=True)
        self._title, self._subject = Text("lead", wraps=True), Text("soft", wraps=True)
        self.undo_button = button(self.words, "conflicts.undo", self.undo, symbol="undo-2")
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self.shortcuts = {(CTRL, Qt.Key.Key_Z): self.undo}
        for number in range(_DIGITS):
            self.shortcuts[NONE, Qt.Key.Key_1 + number] = self._decider(number)
        self._show()

    def forum_opened(self) -> None:
        """Begin with another forum: nothing of the last one stays."""
        self._questions, self._decided, self._done = (), {}, []
        self._show()

    def arrive(self) -> None:
        """Come with the cursor on the first question that is open."""
        self.reload()
        self.list.setFocus()

    def reload(self) -> None:
        """Read again what awaits a decision."""
        if self.page.overview is None:
            return
        forum_id = self.page.forum_id

        def show(found: tuple[Question, ...]) -> None:
            if self.page.overview is not None and self.page.forum_id == forum_id:
                self._take(found)

        self.page.look_up(lambda desk: read_questions(desk, forum_id), show)

    def retranslate(self) -> None:
        """Say again what is no fixed sentence."""
        self._show()

    def decide(self, answer: int) -> None:
        """Give the chosen question an answer, by its number."""
        question: Question | None = self.list.chosen()
        if question is None or self._is_busy or answer >= len(question.answers):
            return
        if question.key in self._decided and self._decided[question.key] == answer:
            return
        if question.key in self._decided and question.key[0] == "pair":
            self.page.say("conflicts.undo_first", "warn")
            return
        reason = self.words("conflicts.merged_because")

        def done(_: object) -> None:
            self._is_busy = False
            self._decided[question.key] = answer
            self._done.append((question, answer))
            self.page.say("conflicts.decided", "good", what=question.title(self.words))
            self._show()
            self._go_on()
            # A merge may have answered other pairs too.
            self.reload()

        self._act(lambda desk: question.decide(desk, answer, reason), done)

    def undo(self) -> None:
        """Take the last decision back."""
        if not self._done or self._is_busy:
            return
        question, answer = self._done[-1]
        reason = self.words("conflicts.parted_because")

        def done(_: object) -> None:
            self._is_busy = False
            self._done.pop()
            self._decided.pop(question.key, None)
            self.page.say("conflicts.taken_back", "good", what=question.title(self.words))
            self._show()
            self._choose(question)

        self._act(lambda desk: question.take_back(desk, answer, reason), done)

    def _act(self, job: "Callable[..., object]", done: "Callable[[object], None]") -> None:
        self._is_busy = True
        self.page.act(job, done, *Kind, refused=lambda _: self._end_busy(), failed=self._end_busy)

    def _end_busy(self) -> None:
        self._is_busy = False
        self.reload()

    def _take(self, found: tuple[Question, ...]) -> None:
        if self._is_busy:
            return
        new = {question.key for question in found}
        decided = (one for one in self._questions if one.key in self._decided)
        self._questions = (*found, *(one for one in decided if one.key not in new))
        for key in new & self._decided.keys():
            # Another laptop wrote since, so it is open again.
            del self._decided[key]
        self._done = [pair for pair in self._done if pair[0].key in self._decided]
        self._show()

    def _decider(self, number: int) -> "Callable[[], None]":
        return lambda: self.decide(number)

    def _show(self) -> None:
        chosen: Question | None = self.list.chosen()
        self.list.set_rows(self._questions)
        left = [one for one in self._questions if one.key not in self._decided]
        has_forum = self.page.overview is not None
        self.list.set_hint(self.words("conflicts.none" if has_forum else "window.open_first"))
        self.summary.say(
            self.words("conflicts.left" if left else "conflicts.all_decided", count=len(left))
        )
        self.undo_button.setEnabled(bool(self._done))
        if chosen is None or not self._choose(chosen):
            self._go_on()
        self._show_chosen()

    def _choose(self, question: Question) -> bool:
        keys = [one.key for one in self._questions]
        if question.key not in keys:
            return False
        self.list.choose(keys.index(question.key))
        return True

    def _go_on(self) -> None:
        """Go to the next question that is open, from the chosen one on; stay where none is."""
        rows, at = self._questions, max(0, self.list.currentIndex().row())
        order = (*range(at, len(rows)), *range(at))
        self.list.choose(next((n for n in order if rows[n].key not in self._decided), at))

    def _show_chosen(self) -> None:
        question: Question | None = self.list.chosen()
        self._title.say(question.title(self.words) if question else "")
        self._subject.say(question.subject(self.words) if question else "")
        self.sides.show_question(question)
        self._chosen_card.setVisible(question is not None)

    def _line(self, question: Question) -> Line:
        is_decided = question.key in self._decided
        return Line(
            text=question.title(self.words),
            under=question.subject(self.words),
            mark=self.words("conflicts.is_decided" if is_decided else "conflicts.is_open"),
            mark_color=TOKENS.good if is_decided else TOKENS.warn,
            is_quiet=is_decided,
        )

    def _lay_out(self) -> None:
        words = self.words
        listed = card(
            self.summary,
            told(words, "conflicts.how", "soft", wraps=True),
            self.list,
            row(self.undo_button, None),
            gap=8,
            widest=2,
        )
        self._chosen_card = card(self._title, self._subject, self.sides, gap=8)
        body = row(listed, self._chosen_card, gap=16)
        body.setStretch(0, _LIST_SHARE)
        body.setStretch(1, _SIDES_SHARE)
        self.setLayout(column(body))
