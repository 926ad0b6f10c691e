"""What personal data are kept, how many and until when, and erasing what is due."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from forum_desktop import services
from forum_desktop.ui.controls import Text, button, restyle
from forum_desktop.ui.folding import Ask
from forum_desktop.ui.news import Kind
from forum_desktop.ui.registration.person.days import said_short_date
from forum_desktop.ui.registration.person.panel import Panel

if TYPE_CHECKING:
    from forum_desktop.records.privacy import RetentionLine
    from forum_desktop.ui.page import Page

_HEADS = ("data", "count", "until", "state")


class RetentionCard(Panel):
    """Erasing is offered only where something is due; it is asked in words first."""

    def __init__(self, page: "Page") -> None:
        super().__init__(page)
        self.kept: tuple[RetentionLine, ...] = ()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self.purge_button = button(self.words, "person.purge", self.ask, symbol="trash-2")
        self.purging = Ask(self.words, "person.purging", lambda _: self._purge(), line="")
        self.lay_out(
            "person.retention", "clock-alert", self._grid, self.purging, aside=self.purge_button
        )

    def show_lines(self, lines: "tuple[RetentionLine, ...]") -> None:
        """Show what is kept."""
        self.kept = lines
        self.tell()

    def tell(self) -> None:
        """Write the table."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, head in enumerate(_HEADS):
            self._put(0, at, self.words(f"person.retention_{head}"), "field")
        for row, line in enumerate(self.kept, start=1):
            self._put_line(row, line)
        self.purge_button.setEnabled(any(line.is_due and line.count for line in self.kept))

    def ask(self) -> None:
        """Ask whether what is due may go."""
        due = [line for line in self.kept if line.is_due and line.count]
        told = ", ".join(
            self.words(
                "person.due_line", data=self.words(f"person.data.{line.data}"), count=line.count
            )
            for line in due
        )
        self.purging.begin(told=told)

    def _put_line(self, row: int, line: "RetentionLine") -> None:
        self._put(row, 0, self.words(f"person.data.{line.data}"))
        self._put(row, 1, f"{line.count:,}")
        self._put(row, 2, said_short_date(line.until, self.words.language))
        is_due = line.is_due and line.count > 0
        state = self._put(row, 3, self.words("person.due" if is_due else "person.not_due"))
        restyle(state, tone="bad" if is_due else "good")

    def _put(self, row: int, place: int, said: str, look: str = "body") -> Text:
        text = Text(look, wraps=place == 0)  # type: ignore[arg-type]
        text.say(said)
        if place == 1:
            text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(text, row, place)
        return text

    def _purge(self) -> None:
        forum_id = self.page.forum_id
        self.page.act(
            lambda desk: services.privacy.purge_due(desk, forum_id),
            self._purged,
            Kind.ATTENDEES,
            Kind.OPINIONS,
        )

    def _purged(self, lines: "tuple[RetentionLine, ...]") -> None:
        self.purging.fold_in()
        self.page.say("person.purged", "good", count=sum(line.count for line in lines))
        self.page.arrive()
