"""Paper back-entry: the head of a sheet, its typed rows, and the row in hand."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from forum_desktop import services
from forum_desktop.ui.ask_line import AskLine
from forum_desktop.ui.background import Ends
from forum_desktop.ui.controls import Text, button, card, column, named, row, told
from forum_desktop.ui.drafts import DraftKeeper
from forum_desktop.ui.keys import CTRL, NONE
from forum_desktop.ui.latest import Latest
from forum_desktop.ui.news import Kind
from forum_desktop.ui.one_line import OneLineList
from forum_desktop.ui.registration.paper.entry import Entry
from forum_desktop.ui.registration.paper.row_fields import RowFields
from forum_desktop.ui.registration.paper.rows import (
    RowState,
    TypedRow,
    TypedRows,
    answered,
    guessed,
    line_of,
)
from forum_desktop.ui.registration.paper.sheet import SheetHead
from forum_desktop.ui.registration.view import View

if TYPE_CHECKING:
    from forum_desktop.ui.registration.page import RegistrationPage

_SIDE_WIDTH = 250
_UNDOABLE = {RowState.NEW, RowState.MATCHED, RowState.ALREADY}
_FIGURES = (RowState.MATCHED, RowState.NEW, RowState.ALREADY)
_KEYS = ("enter", "tab", "undo", "new_sheet")


class PaperView(View):
    """A row is saved by one Enter after the name, and the next may be typed at once."""

    def __init__(self, page: "RegistrationPage") -> None:
        super().__init__(page)
        self.sheet = SheetHead(page, self.begin_sheet)
        self.rows = OneLineList(lambda row: line_of(self.words, row), number_width=34)
        self.fields = RowFields(self.words, self.save)
        self.ask = AskLine(page, "registration.reason", self._to_name)
        self.typed = TypedRows()
        self._total = Text("display")
        self._figures = {state: Text("lead") for state in _FIGURES}
        self._latest = Latest(self, self._guess)
        self.drafts = DraftKeeper(self, page.background, self._draft)
        self._lay_out()
        self._connect()
        self.shortcuts = {
            (NONE, Qt.Key.Key_F9): self.begin_undo,
            (CTRL, Qt.Key.Key_N): self.begin_sheet,
        }
        self._show_rows()

    def forum_opened(self) -> None:
        """Offer this forum's places; forget the last forum's rows."""
        # First, so that clearing the fields is not kept as the last forum's draft.
        self.drafts.move_to(f"{self.page.forum_id}/paper", self._restore)
        self.typed.begin()
        self.sheet.show_pack(self.overview)
        self.fields.show_pack(self.overview.pack)
        self.ask.hide()
        self._show_rows()

    def session_changed(self) -> None:
        """Enter into another session."""
        self.sheet.show_session()
        self._latest.later()

    def arrive(self) -> None:
        """Come with the cursor in the name."""
        self.fields.name.setFocus()

    def leave(self) -> None:
        """Hand over what is half typed."""
        self.drafts.keep_now()

    def retranslate(self) -> None:
        """Say again what the rows and choices show."""
        self.sheet.retranslate()
        self.rows.viewport().update()
        self._latest.later()

    def save(self) -> None:
        """Enter the row; the next one may be typed before the answer comes."""
        if not self.fields.name.text().strip():
            self.page.say("registration.name_needed", "warn")
            self._to_name()
            return
        if self.sheet.clock.is_faulty():
            self.page.say("paper.clock_faulty", "warn")
            self.sheet.clock.setFocus()
            return
        row = self.typed.add(
            name=self.fields.name.text().strip(),
            place=self.fields.place.currentText().strip(),
            phone=self.fields.phone.text().strip(),
            session=self.page.session,
        )
        self._latest.settle()
        self.fields.clear(self.sheet.said_place())
        self._show_rows(row.key)
        self._to_name()
        self._enter(row)

    def begin_undo(self) -> None:
        """Ask why the selected row, or else the last one, is taken back."""
        row = self._undoable()
        if row is None:
            self.page.say("paper.nothing_to_undo", "warn")
            return
        self._show_rows(row.key)
        if row.state is RowState.ALREADY:
            self._change(row.key, state=RowState.UNDONE)
            self.page.say("paper.undone_already", "good")
            return
        question = self.words("paper.why_undo", number=row.number, name=row.shown)
        ready = self.words("paper.mistyped")
        self.ask.ask(question, lambda reason: self._undo(row, reason), ready=ready)

    def begin_sheet(self) -> None:
        """Take up the next sheet; its head stays until it is changed."""
        self.typed.begin()
        self._show_rows()
        self.drafts.changed()
        self._to_name()

    def bring_back(self) -> None:
        """Put the selected row, where it was refused, into the fields again."""
        row: TypedRow | None = self.rows.chosen()
        if row is not None and row.state is RowState.REFUSED and self.fields.is_empty():
            self.fields.fill(row.name, row.place, row.phone)
            self.typed.drop(row.key)
            self._show_rows()
        self._to_name()

    def _enter(self, row: TypedRow) -> None:
        entry = Entry(row, self.page.forum_id, self.sheet.said_sector(), self.sheet.moment())
        self.page.act(
            self.drafts.cleared_after(entry.enter),
            lambda answer: self._change(row.key, **answered(answer)),
            Kind.ATTENDEES,
            refused=lambda _: self._refused(row),
            failed=lambda: self._refused(row),
        )

    def _refused(self, row: TypedRow) -> None:
        self._change(row.key, state=RowState.REFUSED)
        self.bring_back()

    def _undoable(self) -> TypedRow | None:
        chosen: TypedRow | None = self.rows.chosen()
        candidates = (chosen, *reversed(self.typed.all()))
        return next((row for row in candidates if row and row.state in _UNDOABLE), None)

    def _undo(self, row: TypedRow, reason: str) -> None:
        who, session = row.attendee_id, row.session
        assert who is not None
        self.page.act(
            lambda desk: services.registration.undo_check_in(desk, who, reason, session),
            lambda _: self._change(row.key, state=RowState.UNDONE),
            Kind.ATTENDEES,
        )

    def _change(self, key: int, **facts: Any) -> None:
        self.typed.change(key, **facts)
        self._show_rows(key)
        self.drafts.changed()

    def _show_rows(self, key: int | None = None) -> None:
        chosen: TypedRow | None = self.rows.chosen()
        wanted = key if key is not None else chosen.key if chosen else None
        self.rows.set_rows(self.typed.all())
        self.rows.choose_where(lambda row: row.key == wanted)
        self.fields.number.say(f"{self.typed.next_number()}")
        self._total.say(f"{self.typed.total():,}")
        for state, figure in self._figures.items():
            figure.say(f"{self.typed.number_of(state):,}")

    def _guess(self) -> None:
        name, place = self.fields.name.text(), self.fields.place.currentText()
        if not name.strip() or self.page.overview is None:
            self._latest.settle()
            self.fields.guess.say("")
            return
        forum_id, session = self.page.forum_id, self.page.session
        show = self._latest.only(lambda row: self.fields.guess.say(guessed(self.words, row)))
        # A name half typed may be refused yet: not a word of that before Enter.
        self.page.background.run(
            lambda desk: services.paper.guess_from_paper(desk, forum_id, name, place, session),
            Ends(done=show, refused=lambda _: show(None)),
        )

    def _to_name(self) -> None:
        self.fields.name.setFocus()

    def _step_rows(self, steps: int) -> None:
        self.rows.choose(self.rows.currentIndex().row() + steps)

    def _place_chosen(self) -> None:
        if self.fields.is_empty():
            self.fields.clear(self.sheet.said_place())
        self.drafts.changed()

    def _draft(self) -> dict[str, str]:
        typed = {
            "name": self.fields.name.text(),
            "place": self.fields.place.currentText(),
            "phone": self.fields.phone.text(),
            "total": f"{self.typed.total()}",
        }
        return {**self.sheet.fields(), **typed}

    def _restore(self, fields: dict[str, str]) -> None:
        if not self.fields.is_empty() or self.typed.all():
            return
        self.sheet.restore(fields)
        self.typed.begin(int(fields.get("total", "0")))
        name = fields.get("name", "")
        self.fields.fill(name, fields.get("place", ""), fields.get("phone", ""))
        self._show_rows()
        if name.strip():
            self.page.say("drafts.restored", "good")
            self._latest.later()

    def _connect(self) -> None:
        self.sheet.changed.connect(self._place_chosen)
        self.sheet.filled.connect(self._to_name)
        self.fields.changed.connect(self.drafts.changed)
        self.fields.guess_asked.connect(self._latest.later)
        self.fields.stepped.connect(self._step_rows)
        self.rows.activated.connect(lambda _: self.bring_back())

    def _lay_out(self) -> None:
        named(self.words, "paper.rows", self.rows)
        self.words.tell(self.rows.set_hint, "paper.rows_hint")
        left = column(self.sheet, self.rows, self.ask, self.fields)
        left.setStretch(1, 1)
        body = row(left, self._side())
        body.setStretch(0, 1)
        self.setLayout(body)

    def _side(self) -> QFrame:
        words = self.words
        side = QFrame()
        side.setFixedWidth(_SIDE_WIDTH)
        lines = [
            row(told(words, f"paper.count_{state}"), None, figure)
            for state, figure in self._figures.items()
        ]
        figures = card(told(words, "paper.total", "field"), self._total, *lines, gap=2)
        undo = button(words, "paper.undo_button", self.begin_undo, symbol="undo-2")
        keys = [told(words, f"paper.key_{name}", "small", wraps=True) for name in _KEYS]
        side.setLayout(column(figures, undo, None, card(*keys, gap=4)))
        return side
