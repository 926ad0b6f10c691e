"""The page of headquarters: files are taken in, reports looked at, opinions looked for."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit, QPushButton

from forum_desktop import services
from forum_desktop.ui.background import Ends, Task
from forum_desktop.ui.controls import Text, button, card, column, named, row, told
from forum_desktop.ui.fitting import FittingButton
from forum_desktop.ui.keys import CTRL, NONE
from forum_desktop.ui.office.key_line import KeyLine
from forum_desktop.ui.office.report_table import ReportTable
from forum_desktop.ui.page import Page, Surroundings
from forum_desktop.ui.save_target import Target

if TYPE_CHECKING:
    from forum_desktop.errors import Refusal
    from forum_desktop.records.headquarters import Filed, OfficePlace, Quarantined
    from forum_desktop.records.office_report import FoundOpinion, OfficeReport
    from forum_desktop.services.desk import Desk
    from forum_desktop.services.headquarters import Office

headquarters = services.headquarters
KINDS = ("attendance", "opinions", "proposals", "complaints", "delegations")
_LONGEST, _MOST_FOUND = 200, 200
_FOUND_FACTS = ("forum", "reference", "text")
_SIDE_WIDTH = 260


class OfficePage(Page):
    """Shows nothing before its key file opened it; forgets it when the program ends."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self._place: OfficePlace | None = None
        self._kind = KINDS[0]
        self._report: OfficeReport | None = None
        self._task: Task | None = None
        self._target = Target(self)
        self.key_line = KeyLine(self.words, self.open_place)
        self.table, self.facts = ReportTable(self.words), Text("soft")
        self.typed = QLineEdit()
        self.typed.setMaxLength(_LONGEST)
        self.typed.returnPressed.connect(self.search)
        self.words.tell(self.typed.setPlaceholderText, "office.search_like")
        self._kinds = {kind: self._kind_button(at, kind) for at, kind in enumerate(KINDS, start=1)}
        self._opened = QFrame()
        self._lay_out()
        self.shortcuts = {
            (CTRL, Qt.Key.Key_I): self.choose_files,
            (NONE, Qt.Key.Key_Escape): self.stop,
            (CTRL, Qt.Key.Key_E): self.export,
            (CTRL, Qt.Key.Key_F): self.typed.setFocus,
            **{
                (CTRL, Qt.Key.Key_1 + at): partial(self.show_kind, kind)
                for at, kind in enumerate(KINDS)
            },
        }

    @property
    def is_open(self) -> bool:
        """Tell whether the key file opened headquarters."""
        return self._place is not None

    def arrive(self) -> None:
        """Come with the cursor where work begins."""
        if self.is_open:
            self.show_kind(self._kind)
        else:
            self.look_up(headquarters.last_place, self.key_line.show_place)
            self.key_line.key_file.setFocus()

    def retranslate(self) -> None:
        """Say the table again."""
        if self._report is not None:
            self._show_report(self._report)

    def open_place(self, place: "OfficePlace") -> None:
        """Open headquarters and show the first report."""

        def job(desk: "Desk") -> None:
            with headquarters.office_at(desk, place):
                headquarters.keep_place(desk, place)

        self.message.hide()
        self.look_up(job, lambda _: self._open(place))

    def show_kind(self, kind: str) -> None:
        """Show a report."""
        if not self.is_open:
            return
        self._kind = kind
        for other, made in self._kinds.items():
            made.setChecked(other == kind)
        self.typed.clear()
        self._ask(partial(_read, kind=kind), self._show_report)

    def search(self) -> None:
        """Look for opinions in all forums."""
        typed = self.typed.text().strip()
        if typed and self.is_open:
            self._ask(lambda office: headquarters.search(office, typed, _MOST_FOUND), self._found)

    def choose_files(self) -> None:
        """Ask which files to take in."""
        if self.is_open:
            title = self.words("office.take_in")
            paths, _ = QFileDialog.getOpenFileNames(self, title, "", "*.forumbundle")
            self.take_in([Path(path) for path in paths])

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take in files one after another; what cannot be taken in is set aside and told."""
        place = self._place
        if not paths or place is None or self._task is not None:
            return
        self._show_taken(0.0, len(paths))

        def job(desk: "Desk", task: Task) -> "list[Filed | Quarantined]":
            with headquarters.office_at(desk, place) as office:
                return list(_filed(office, paths, task))

        self._task = self.background.run_long(
            job,
            Ends(
                done=self._taken_in,
                refused=self._refused,
                failed=self._end,
                progress=lambda share: self._show_taken(share, len(paths)),
            ),
        )

    def stop(self) -> None:
        """Take in no more files than the one at hand."""
        if self._task is not None:
            self._task.cancel()

    def export(self) -> None:
        """Write the report that is shown."""
        if self._report is None:
            return
        path = self._target.ask(f"{self._kind}-{self._report.on.isoformat()}.xlsx")
        if path is not None:
            self.write_to(path)

    def write_to(self, path: Path) -> None:
        """Write the report that is shown; the ending tells the format."""
        self._ask(
            partial(_write, kind=self._kind, path=path),
            lambda _: self.say("office.written", "good", path=path.name),
        )

    def _ask(self, ask: "Callable[[Office], Any]", done: Callable[[Any], object]) -> None:
        place = self._place
        assert place is not None

        def job(desk: "Desk") -> Any:
            with headquarters.office_at(desk, place) as office:
                return ask(office)

        self.look_up(job, done)

    def _open(self, place: "OfficePlace") -> None:
        self._place = place
        self.key_line.hide()
        self._opened.show()
        self.show_kind(self._kind)
        self.table.setFocus()

    def _show_report(self, report: "OfficeReport") -> None:
        self._report = report
        self.facts.say(self.words("office.as_of", forums=report.forums, lines=len(report.lines)))
        self.table.set_hint(self.words("office.nothing"))
        self.table.show_lines(report.lines)

    def _found(self, found: "Sequence[FoundOpinion]") -> None:
        for made in self._kinds.values():
            made.setChecked(False)
        key = "office.found_most" if len(found) == _MOST_FOUND else "office.found"
        self.facts.say(self.words(key, count=len(found)))
        self.table.set_hint(self.words("office.found_nothing"))
        self.table.show_lines(found, _FOUND_FACTS)

    def _show_taken(self, share: float, count: int) -> None:
        self.say("office.taking_in", "warn", done=round(share * count), count=count)

    def _refused(self, refusal: "Refusal") -> None:
        self._end()
        self.tell_refusal(refusal)

    def _end(self) -> None:
        self._task = None

    def _taken_in(self, outcomes: "Sequence[Filed | Quarantined]") -> None:
        self._end()
        aside = [one for one in outcomes if not hasattr(one, "new")]
        new = sum(getattr(one, "new", 0) for one in outcomes)
        self.show_kind(self._kind)
        if aside:
            reason = self.words(aside[0].reason, file=aside[0].file)
            self.say("office.set_aside", "bad", count=len(aside), file=aside[0].file, reason=reason)
        else:
            self.say("office.taken_in", "good", count=len(outcomes), new=new)

    def _kind_button(self, number: int, kind: str) -> QPushButton:
        made = FittingButton()
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setProperty("look", "kind")
        made.clicked.connect(lambda: self.show_kind(kind))
        self.words.tell(lambda text: made.setText(f"{text}  {number}"), f"office.kind.{kind}")
        return named(self.words, f"office.kind.{kind}", made)

    def _lay_out(self) -> None:
        words = self.words
        self.take_button = button(
            words, "office.take_in", self.choose_files, look="primary", symbol="file-down"
        )
        self.export_button = button(words, "office.export", self.export, symbol="file-spreadsheet")
        side = card(
            told(words, "office.reports", "lead"),
            told(words, "office.reports_keys", "small"),
            *self._kinds.values(),
            None,
            self.take_button,
            told(words, "office.take_in_how", "small", wraps=True),
            self.export_button,
            gap=6,
        )
        side.setFixedWidth(_SIDE_WIDTH)
        named(words, "office.search", self.typed)
        named(words, "office.table", self.table)
        shown = card(self.typed, self.facts, self.table, gap=8)
        body = row(side, shown)
        body.setStretch(1, 1)
        within = column(body)
        within.setStretch(0, 1)
        self._opened.setLayout(within)
        self._opened.hide()
        whole = column(self.key_line, self._opened)
        whole.setStretch(1, 1)
        self.lay_out(whole)


def _read(office: "Office", *, kind: str) -> "OfficeReport":
    from forum_desktop.records.office_report import ReportKind  # noqa: PLC0415 - when needed

    return headquarters.read_report(office, ReportKind(kind))


def _write(office: "Office", *, kind: str, path: Path) -> Path:
    from forum_desktop.records.office_report import ReportKind  # noqa: PLC0415 - when needed

    return headquarters.write_report(office, ReportKind(kind), path)


def _filed(office: "Office", paths: Sequence[Path], task: Task) -> "Iterator[Filed | Quarantined]":
    for at, path in enumerate(paths):
        if task.is_cancelled():
            return
        task.progress(at / len(paths))
        yield headquarters.file_bundle(office, path)
