"""What the meeting resolved on the ranking, with the votes, on an agenda item."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QComboBox, QFrame, QSizePolicy

from forum_desktop import services
from forum_desktop.records.pack import AgendaKind
from forum_desktop.ui.controls import button, card, column, field, row, told
from forum_desktop.ui.drafts import DraftKeeper
from forum_desktop.ui.minutes.growing_box import GrowingBox
from forum_desktop.ui.minutes.votes import VoteFields
from forum_desktop.ui.news import Kind

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.meeting import AgendaItem
    from forum_desktop.records.priorities import HeldRanking
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.page import Page

_VOTE_WIDTH = 84
_VOTED_FIRST = (AgendaKind.CONSIDER, AgendaKind.HEAR_OPINIONS)


class Resolving(QFrame):
    """The resolution of one agenda item, as the minutes print it."""

    def __init__(
        self,
        page: "Page",
        shown: "Callable[[], HeldRanking | None]",
        back: Callable[[], object],
    ) -> None:
        super().__init__()
        self._page, self._words, self._shown = page, page.words, shown
        self._items: tuple[AgendaItem, ...] = ()
        self._draft: dict[str, str] = {}
        self._is_filling = False
        self.item = QComboBox()
        self.item.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.text = GrowingBox()
        self.votes: VoteFields | None = None
        self._votes_place = column()
        self.drafts = DraftKeeper(self, page.background, self._fields)
        self._lay_out(back)
        self.item.activated.connect(lambda _: self._show_item())
        self.text.textChanged.connect(self._typed)

    def forum_opened(self) -> None:
        """Begin with another forum."""
        self._items = ()
        self.drafts.move_to(f"{self._page.forum_id}/ranking/resolution", self._restore)

    def reload(self) -> None:
        """Read the agenda; what is half typed stays."""
        forum_id = self._page.forum_id
        self._page.look_up(
            lambda desk: services.minutes.list_agenda(desk, forum_id), self._show_agenda
        )

    def retranslate(self) -> None:
        """Name the items again."""
        for at, item in enumerate(self._items):
            self.item.setItemText(at, self._named(item))

    def phrase(self) -> None:
        """Write the official words about the ranking that is shown."""
        shown = self._shown()
        if shown is None or not shown.table.lines:
            self._page.say("ranking.nothing_to_resolve", "warn")
            return
        first = shown.table.lines[0]
        words = services.priorities.official_words().resolution
        said = words.format(title=shown.ranking.title, place=first.place, first=first.label)
        # What stands there already is the clerk's: the words come after it.
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.insertPlainText(f"\n{said}" if self.text.toPlainText().strip() else said)
        self.text.setFocus()

    def save(self) -> None:
        """Keep the resolution and the votes."""
        item = self._chosen()
        if item is None or self.votes is None:
            return
        job = _Keeping(item.forum_id, item.number, self.text.toPlainText(), self.votes.votes())
        self._page.act(
            self.drafts.cleared_after(job),
            self._saved,
            Kind.MINUTES,
            Kind.MEETING,
        )

    def _saved(self, item: "AgendaItem") -> None:
        self._items = tuple(item if one.id == item.id else one for one in self._items)
        self._show_item()
        self._page.say("ranking.resolution_saved", "good", number=item.number)

    def _show_agenda(self, items: "tuple[AgendaItem, ...]") -> None:
        chosen = self._chosen()
        is_typed = bool(chosen and self._is_changed())
        self._items = items
        self.item.clear()
        for item in items:
            self.item.addItem(self._named(item), item.id)
        wanted = chosen.id if chosen else _first(items)
        self.item.setCurrentIndex(max(0, self.item.findData(wanted)))
        if not is_typed:
            self._show_item()
        if self._draft and items:
            self._show_draft()

    def _show_item(self) -> None:
        item = self._chosen()
        if item is None:
            return
        self._is_filling = True
        self.text.setPlainText(item.resolution)
        self._show_votes(item)
        self._is_filling = False

    def _show_votes(self, item: "AgendaItem") -> None:
        if self.votes is None:
            self.votes = VoteFields(self._words, item, self._typed)
            for line in self.votes.fields.values():
                line.setFixedWidth(_VOTE_WIDTH)
            self._votes_place.addWidget(self.votes)
        for name, line in self.votes.fields.items():
            count = getattr(item, name)
            line.setText("" if count is None else f"{count}")

    def _show_draft(self) -> None:
        kept, self._draft = self._draft, {}
        at = next((at for at, i in enumerate(self._items) if f"{i.number}" == kept["item"]), 0)
        self.item.setCurrentIndex(at)
        self._show_item()
        self.text.setPlainText(kept.get("resolution", ""))
        for name, line in self.votes.fields.items() if self.votes else ():
            line.setText(kept.get(name, ""))
        self._page.say("drafts.restored", "good")

    def _restore(self, kept: dict[str, str]) -> None:
        self._draft = kept
        if self._items:
            self._show_draft()

    def _fields(self) -> dict[str, str]:
        item = self._chosen()
        if item is None or self.votes is None or not self._is_changed():
            return {}
        lines = {name: line.text() for name, line in self.votes.fields.items()}
        return {"item": f"{item.number}", "resolution": self.text.toPlainText(), **lines}

    def _is_changed(self) -> bool:
        item = self._chosen()
        if item is None or self.votes is None:
            return False
        counted = self.votes.votes()
        is_recounted = any(getattr(item, name) != count for name, count in counted.items())
        return is_recounted or self.text.toPlainText() != item.resolution

    def _typed(self) -> None:
        if not self._is_filling:
            self.drafts.changed()

    def _chosen(self) -> "AgendaItem | None":
        wanted: UUID | None = self.item.currentData()
        return next((item for item in self._items if item.id == wanted), None)

    def _named(self, item: "AgendaItem") -> str:
        return self._words("minutes.agenda_item", number=item.number, title=item.title)

    def _lay_out(self, back: Callable[[], object]) -> None:
        words = self._words
        phrase = button(words, "ranking.phrase", self.phrase, symbol="text-quote")
        save = button(words, "ranking.save_resolution", self.save, look="primary")
        inside = (
            told(words, "ranking.resolution", "lead"),
            field(words, "ranking.agenda_item", self.item),
            field(words, "minutes.resolution", self.text),
            phrase,
            self._votes_place,
            save,
            None,
            row(button(words, "registration.back", back, look="quiet"), None),
        )
        self.setLayout(column(card(*inside, gap=6)))


class _Keeping:
    """The act that keeps a resolution on the item as the file has it now."""

    def __init__(
        self, forum_id: "UUID", number: int, resolution: str, votes: dict[str, int | None]
    ) -> None:
        self._forum_id, self._number = forum_id, number
        self._resolution, self._votes = resolution, votes

    def __call__(self, desk: "Desk") -> "AgendaItem":
        items = services.minutes.list_agenda(desk, self._forum_id)
        item = next(item for item in items if item.number == self._number)
        typed = replace(
            item,
            resolution=self._resolution,
            votes_for=self._votes["votes_for"],
            votes_against=self._votes["votes_against"],
            votes_abstained=self._votes["votes_abstained"],
        )
        return services.minutes.save_agenda_item(desk, typed)


def _first(items: "tuple[AgendaItem, ...]") -> "UUID | None":
    """Return the item on which a meeting votes first of all."""
    voted = (item.id for kind in _VOTED_FIRST for item in items if item.kind is kind)
    return next(voted, None)
