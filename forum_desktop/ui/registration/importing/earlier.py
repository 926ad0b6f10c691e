"""The imports made before: when, how many, and taking one back as a whole."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from forum_desktop import services
from forum_desktop.records.importing import ImportKind
from forum_desktop.ui.ask_line import AskLine
from forum_desktop.ui.controls import Text, button, card, column, named, row, told
from forum_desktop.ui.display import joined, said_time
from forum_desktop.ui.news import Kind
from forum_desktop.ui.one_line import OneLineList
from forum_desktop.ui.record_list import Line
from forum_desktop.ui.registration.person.days import said_short_date
from forum_desktop.ui.rereading import Rereading
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.importing import ImportRun
    from forum_desktop.records.people import Attendee
    from forum_desktop.ui.registration.page import RegistrationPage


class Earlier(QFrame):
    """The list of imports. No name stands here until somebody asks who an import brought."""

    def __init__(self, page: "RegistrationPage") -> None:
        super().__init__()
        self._page, self._words = page, page.words
        self.runs = OneLineList(self._line_of_run)
        self.people = OneLineList(self._line_of_person)
        self.ask = AskLine(page, "importing_view.reason", self._to_runs)
        self._newest: UUID | None = None
        self._whose, self._names = Text("field"), QFrame()
        self._rereading = Rereading(self._read)
        self.runs.activated.connect(self.ask_names)
        self._lay_out()

    def reload(self) -> None:
        """Read the imports of the forum again."""
        self._rereading.again()

    def show_newest(self, run: "ImportRun") -> None:
        """Put the cursor on an import that was just made, as soon as it is read."""
        self._newest = run.id

    def close_names(self) -> None:
        """Take the names of an import off the screen."""
        self._names.hide()
        self.people.set_rows(())

    def forget(self) -> None:
        """Show nothing of another forum."""
        self.close_names()
        self.ask.hide()
        self.runs.set_rows(())

    def ask_names(self) -> None:
        """Show whom the selected import wrote and who is still listed."""
        run: ImportRun | None = self.runs.chosen()
        if run is None:
            return
        self._page.look_up(
            lambda desk: services.imports.people_of_import(desk, run.id),
            lambda people: self._show_names(run, people),
        )

    def ask_reason(self) -> None:
        """Ask why the selected import is taken back."""
        run: ImportRun | None = self.runs.chosen()
        if run is None:
            self._page.say("importing_view.none_to_take_back", "warn")
            return
        if run.undone:
            self._page.say("importing.already_undone", "warn")
            return
        self.close_names()
        question = self._words("importing_view.why_take_back", when=self._said_when(run))
        self.ask.ask(question, lambda reason: self._take_back(run, reason))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the names of an import away."""
        if event.key() == Qt.Key.Key_Escape and not self._names.isHidden():
            self.close_names()
            self._to_runs()
        else:
            super().keyPressEvent(event)

    def _read(self) -> None:
        forum_id = self._page.forum_id
        self._page.look_up(
            lambda desk: services.imports.list_imports(desk, forum_id),
            lambda runs: self._show(forum_id, runs),
            refused=lambda _: self._rereading.ended(),
            failed=self._rereading.ended,
        )

    def _show(self, forum_id: "UUID", runs: "tuple[ImportRun, ...]") -> None:
        self._rereading.ended()
        if forum_id != self._page.forum_id:
            return
        chosen: ImportRun | None = self.runs.chosen()
        wanted = self._newest or (chosen.id if chosen else None)
        self._newest = None
        self.runs.set_rows([run for run in runs if run.kind is ImportKind.ATTENDEES])
        if not self.runs.choose_where(lambda run: run.id == wanted):
            self.runs.choose(0)

    def _take_back(self, run: "ImportRun", reason: str) -> None:
        self._page.act(
            lambda desk: services.imports.undo_import(desk, run.id, reason),
            self._taken_back,
            Kind.ATTENDEES,
        )

    def _taken_back(self, run: "ImportRun") -> None:
        self._newest = run.id
        key = "importing_view.taken_back_kept" if run.kept else "importing_view.taken_back"
        self._page.say(key, "warn" if run.kept else "good", kept=f"{run.kept:,}")

    def _show_names(self, run: "ImportRun", people: "tuple[Attendee, ...]") -> None:
        from forum_desktop.thai.collation import collation_key  # noqa: PLC0415 - loaded when needed

        if not self.isVisible():
            return
        whose = "importing_view.people_kept" if run.undone else "importing_view.people_of"
        said = self._words(whose, when=self._said_when(run), count=f"{len(people):,}")
        self._whose.say(said)
        ordered = sorted(people, key=lambda one: collation_key(f"{one.first_name} {one.last_name}"))
        self.people.set_rows(ordered)
        self._names.show()
        self.people.setFocus()
        self.people.choose(0)

    def _to_runs(self) -> None:
        self.runs.setFocus()

    def _said_when(self, run: "ImportRun") -> str:
        moment = run.imported_at.astimezone()
        day = said_short_date(moment.date(), self._words.language)
        return self._words("importing_view.when", day=day, time=said_time(moment))

    def _line_of_run(self, run: "ImportRun") -> Line:
        counts = (("added", run.added), ("changed", run.changed))
        said = [
            self._words(f"importing_view.was_{name}", count=f"{count:,}")
            for name, count in counts
            if count
        ]
        rows = self._words("importing_view.was_rows", count=f"{run.rows:,}")
        mark, color = "", TOKENS.ink_soft
        if run.undone:
            mark = self._words("importing_view.undone")
        if run.kept:
            mark = self._words("importing_view.undone_kept", count=f"{run.kept:,}")
            color = TOKENS.warn
        return Line(self._said_when(run), joined((rows, *said)), mark=mark, mark_color=color)

    def _line_of_person(self, person: "Attendee") -> Line:
        return Line(person.full_name, joined((person.community, person.organisation)))

    def _lay_out(self) -> None:
        words = self._words
        named(words, "importing_view.earlier", self.runs)
        named(words, "importing_view.people", self.people)
        words.tell(self.runs.set_hint, "importing_view.no_imports")
        words.tell(self.people.set_hint, "importing_view.nobody_left")
        close = button(words, "importing_view.close_names", self.close_names, look="quiet")
        head = row(self._whose, None, close)
        self._names.setLayout(column(head, self.people, gap=4))
        self._names.hide()
        acts = row(
            button(words, "importing_view.who", self.ask_names, symbol="users"),
            button(words, "importing_view.take_back", self.ask_reason, symbol="undo-2"),
            None,
        )
        body = card(
            told(words, "importing_view.earlier", "lead"),
            told(words, "importing_view.earlier_how", "soft", wraps=True),
            self.runs,
            self._names,
            self.ask,
            acts,
            gap=8,
            widest=2,
        )
        layout = body.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.setStretchFactor(self._names, 2)
        self.setLayout(column(body))
