"""One plot: its picture or its table, what can be chosen of it, and its files."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QWidget

from forum_desktop import services
from forum_desktop.ui.choice import ElidedChoice
from forum_desktop.ui.controls import button, column, named, row, told
from forum_desktop.ui.figures.canvas import FigureCanvas
from forum_desktop.ui.figures.picture import draw_picture
from forum_desktop.ui.figures.telling import cells_of, heads_of, rows_of, title_of
from forum_desktop.ui.keys import NONE
from forum_desktop.ui.rereading import Rereading
from forum_desktop.ui.save_target import Target
from forum_desktop.ui.table_view import Cell, TableView
from forum_desktop.ui.viewed import View, ViewedPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from forum_desktop.records.figures import Figure, FigureRow
    from forum_desktop.services.desk import Desk

_PICTURES, _TABLES = ("png", "svg"), ("xlsx", "csv")
_SHORT, _LONG = 5, 15


class FigureView(View):
    """Shows `figure_name`; T changes between plot and table, M the minutes where it has any."""

    figure_name: ClassVar[str] = ""
    is_over_time: ClassVar[bool] = False

    def __init__(self, page: ViewedPage) -> None:
        super().__init__(page)
        self.figure: Figure | None = None
        self.minutes = _LONG
        self._ranking: UUID | None = None
        self._target = Target(page)
        self._rereading = Rereading(self._read)
        self.canvas = named(self.words, "figures.plot", FigureCanvas(self.words))
        self.table = self._made_table()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.canvas)
        self.stack.addWidget(self.table)
        self.choice = named(self.words, "figures.ranking", ElidedChoice())
        self.choice.activated.connect(self._choose_ranking)
        self.switch = button(self.words, "figures.as_table", self.switch_table)
        self.stretch = button(self.words, "figures.as_plot", self.switch_minutes)
        self.shortcuts = {(NONE, Qt.Key.Key_T): self.switch_table}
        if self.is_over_time:
            self.shortcuts[NONE, Qt.Key.Key_M] = self.switch_minutes
        body = column(self._bar(), self.stack, gap=8)
        body.setStretch(1, 1)
        self.setLayout(body)
        self._name_buttons()

    @property
    def is_table(self) -> bool:
        """Whether the table is in front."""
        return self.in_front is self.table

    @property
    def in_front(self) -> QWidget:
        """The plot or its table."""
        return self.table if self.stack.currentIndex() else self.canvas

    def forum_opened(self) -> None:
        """Forget the last forum's figure."""
        self.figure = self._ranking = None
        self.canvas.show_figure(None, None)
        self.table.show_rows((), ())

    def reload(self) -> None:
        """Count again."""
        if self.page.overview is not None:
            self._rereading.again()

    def arrive(self) -> None:
        """Come with the keys on what is shown."""
        self.in_front.setFocus()
        self.reload()

    def retranslate(self) -> None:
        """Say names and numbers in the other language."""
        self._name_buttons()
        self._show()

    def switch_table(self) -> None:
        """Change between the plot and its table."""
        self.stack.setCurrentWidget(self.canvas if self.is_table else self.table)
        self.in_front.setFocus()
        self._name_buttons()
        self._fit()

    def switch_minutes(self) -> None:
        """Count by shorter or by longer stretches of time."""
        self.minutes = _SHORT if self.minutes == _LONG else _LONG
        self._name_buttons()
        self.reload()

    def ask_and_save(self, ending: str) -> None:
        """Ask where to, then save."""
        if self.figure is None:
            return
        suggested = self._target.suggested(self.figure_name.replace("_", "-"), ending)
        path = self._target.ask(suggested)
        if path is not None:
            self.save_to(path)

    def save_to(self, target: Path) -> None:
        """Write the plot or its table, as the ending of the file's name tells."""
        figure, forum_id = self.figure, self.page.forum_id
        assert figure is not None
        if target.suffix.lower().lstrip(".") in _PICTURES:
            drawn = draw_picture(self.canvas, target.suffix, title_of(self.words, figure))
            self._save(lambda _: services.figures.keep_picture(drawn, target))
        else:
            self._save(lambda desk: services.figures.write_figure(desk, forum_id, figure, target))

    def _save(self, job: "Callable[[Desk], Path]") -> None:
        self.page.look_up(job, lambda path: self.page.say("figures.saved", "good", path=path))

    def _read(self) -> None:
        forum_id, minutes, ranking = self.page.forum_id, self.minutes, self._ranking

        def read(desk: "Desk") -> "Figure":
            from forum_desktop.records.figures import FigureName  # noqa: PLC0415 - when needed

            name = FigureName(self.figure_name)
            return services.figures.read_figure(
                desk, forum_id, name, minutes=minutes, ranking=ranking
            )

        self.page.look_up(
            read,
            lambda figure: self._take(forum_id, figure),
            refused=lambda _: self._rereading.ended(),
            failed=self._rereading.ended,
        )

    def _take(self, forum_id: "UUID", figure: "Figure") -> None:
        if forum_id == self.page.forum_id:
            self.figure = figure
            self._show()
        self._rereading.ended()

    def _show(self) -> None:
        figure = self.figure
        if figure is None:
            return
        self.canvas.show_figure(figure, self.overview.forum)
        at = self.table.currentIndex()
        rows = () if figure.is_empty else rows_of(figure)
        self.table.show_rows(rows, heads_of(self.words, figure))
        self.table.set_hint(self.words(f"figures.empty.{figure.name}"))
        self.table.choose(max(at.row(), 0), max(at.column(), 0))
        self._offer(figure)
        self._fit()

    def _offer(self, figure: "Figure") -> None:
        self.choice.clear()
        self.choice.addItems([one.title for one in figure.choices])
        ids = [one.id for one in figure.choices]
        self.choice.setCurrentIndex(ids.index(figure.chosen) if figure.chosen in ids else -1)
        self.choice.setVisible(len(ids) > 1)

    def _choose_ranking(self, at: int) -> None:
        assert self.figure is not None
        self._ranking = self.figure.choices[at].id
        self.reload()

    def _name_buttons(self) -> None:
        switch = self.words("figures.as_plot" if self.is_table else "figures.as_table")
        other = _SHORT if self.minutes == _LONG else _LONG
        stretch = self.words("figures.stretch", minutes=other)
        for control, text in ((self.switch, switch), (self.stretch, stretch)):
            control.setText(text)
            control.setAccessibleName(text)

    def _fit(self) -> None:
        if self.figure is not None and self.is_table:
            metrics = self.table.horizontalHeader().fontMetrics()
            heads = heads_of(self.words, self.figure)
            self.table.fit([metrics.horizontalAdvance(head) + 28 for head in heads])

    def _cell(self, record: "FigureRow", at: int) -> Cell:
        assert self.figure is not None
        return Cell(cells_of(self.words, self.figure, record)[at])

    def _made_table(self) -> TableView:
        heads = [QHeaderView(side) for side in (Qt.Orientation.Horizontal, Qt.Orientation.Vertical)]
        table = TableView(self._cell, *heads)
        table.corner.hide()
        heads[1].hide()
        return named(self.words, "figures.table", table)

    def _bar(self) -> QHBoxLayout:
        bar: list[Any] = [self.switch]
        if self.is_over_time:
            bar.append(self.stretch)
        self.choice.setVisible(False)
        saves = [self._save_button(ending) for ending in (*_PICTURES, *_TABLES)]
        made = row(
            *bar, self.choice, None, told(self.words, "figures.save_as", "small"), *saves, gap=8
        )
        made.setStretch(len(bar), 1)
        return made

    def _save_button(self, ending: str) -> Any:
        return button(
            self.words,
            f"figures.save_{ending}",
            lambda: self.ask_and_save(ending),
            look="quiet",
        )
