"""The view of what was withdrawn: by whom, when and why, its history, and the way back."""

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox

from forum_desktop import services
from forum_desktop.ui.controls import Text, button, card, column, named, row, told
from forum_desktop.ui.display import joined
from forum_desktop.ui.history.lines import BADGE_WIDTH, HistoryLines
from forum_desktop.ui.history.spelling import thing_name, when
from forum_desktop.ui.latest import Latest
from forum_desktop.ui.long_list import LongList
from forum_desktop.ui.news import Kind
from forum_desktop.ui.record_list import Line
from forum_desktop.ui.theme import TOKENS
from forum_desktop.ui.viewed import View, ViewedPage

if TYPE_CHECKING:
    from forum_desktop.records.history import History
    from forum_desktop.records.trash import Trashed

_LIST_SHARE, _CARD_SHARE = 5, 6
_ALL = ""
_TOLD = tuple(Kind)
"""What comes back may stand on any page."""


class TrashView(View):
    """A list of everything withdrawn; Enter, pressed twice, brings the chosen thing back."""

    def __init__(self, page: ViewedPage) -> None:
        super().__init__(page)
        self._trashed: tuple[Trashed, ...] = ()
        self._is_asked = False
        self._lines = HistoryLines(self.words)
        self._reading = Latest(self, self._read_history)
        self.kinds = named(self.words, "trash.kind", QComboBox())
        self.list = named(self.words, "trash.list", LongList(self._line))
        self.past = named(
            self.words, "history.title", LongList(self._lines.line, badge_width=BADGE_WIDTH)
        )
        self._name, self._why, self._who = Text("lead", wraps=True), Text(wraps=True), Text("soft")
        self._way = Text("soft", wraps=True)
        self.restore_button = button(
            self.words, "trash.restore", self.restore, look="primary", symbol="undo-2"
        )
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self.kinds.currentIndexChanged.connect(lambda _: self._show_rows())
        self._show_trash(())

    def forum_opened(self) -> None:
        """Begin with another forum: nothing of the last one stays."""
        self._show_trash(())

    def arrive(self) -> None:
        """Come with the cursor on what was withdrawn last."""
        self.reload()
        self.list.setFocus()

    def reload(self) -> None:
        """Read again what is withdrawn."""
        if self.page.overview is None:
            return
        forum_id = self.page.forum_id

        def show(trashed: "tuple[Trashed, ...]") -> None:
            if self.page.overview is not None and self.page.forum_id == forum_id:
                self._show_trash(trashed)

        self.page.look_up(lambda desk: services.trash.list_trash(desk, forum_id), show)

    def take_key(self, event: QKeyEvent) -> bool:
        """Bring back by Enter; Escape takes back what was asked."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.list.hasFocus():
            self.restore()
            return True
        if event.key() == Qt.Key.Key_Escape and self._is_asked:
            self._ask(is_asked=False)
            return True
        return False

    def retranslate(self) -> None:
        """Say again what is no fixed sentence."""
        self._show_trash(self._trashed)

    def restore(self) -> None:
        """Bring the chosen thing back, at the second press."""
        chosen: Trashed | None = self.list.chosen()
        if chosen is None:
            return
        if not chosen.can_restore:
            self.page.say("trash.own_way", "warn")
            return
        if not self._is_asked:
            self._ask(is_asked=True)
            return
        self._ask(is_asked=False)
        kind, entity_id = chosen.entity_type, chosen.id

        def done(_: object) -> None:
            self.page.say("trash.restored", "good", what=chosen.label)
            self.reload()

        self.page.act(lambda desk: services.trash.restore(desk, kind, entity_id), done, *_TOLD)

    def _show_trash(self, trashed: "tuple[Trashed, ...]") -> None:
        self._trashed = trashed
        counts = Counter(one.entity_type for one in trashed)
        wanted = self.kinds.currentData() or _ALL
        self.kinds.blockSignals(True)
        self.kinds.clear()
        self.kinds.addItem(self.words("trash.all", count=len(trashed)), _ALL)
        for kind, count in counts.most_common():
            self.kinds.addItem(f"{thing_name(self.words, kind)} ({count:,})", kind)
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(wanted)))
        self.kinds.blockSignals(False)
        has_forum = self.page.overview is not None
        self.list.set_hint(self.words("trash.none" if has_forum else "window.open_first"))
        self._show_rows()

    def _show_rows(self) -> None:
        chosen, at = self.list.chosen(), max(0, self.list.currentIndex().row())
        kind = self.kinds.currentData()
        rows = [one for one in self._trashed if kind in {_ALL, one.entity_type}]
        self.list.set_rows(rows)
        ids = [one.id for one in rows]
        self.list.choose(ids.index(chosen.id) if chosen and chosen.id in ids else at)
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen: Trashed | None = self.list.chosen()
        self._ask(is_asked=False)
        self.restore_button.setEnabled(chosen is not None and chosen.can_restore)
        self._name.say(chosen.label if chosen else "")
        self._why.say(self._reason(chosen) if chosen else "")
        self._who.say(self._person(chosen) if chosen else "")
        self._way.say(self.words("trash.own_way"))
        self._way.setVisible(chosen is not None and not chosen.can_restore)
        self.past.set_rows(())
        if chosen is None:
            self._reading.settle()
        else:
            self._reading.later()

    def _read_history(self) -> None:
        chosen: Trashed | None = self.list.chosen()
        if chosen is None:
            return
        entity_id = chosen.id
        show = self._reading.only(self._show_history)
        self.page.look_up(lambda desk: services.histories.history_of(desk, entity_id), show)

    def _show_history(self, history: "History") -> None:
        self._lines.about = history.entity_type
        self.past.set_rows(history.revisions[::-1])

    def _ask(self, *, is_asked: bool) -> None:
        self._is_asked = is_asked
        key = "trash.restore_again" if is_asked else "trash.restore"
        self.restore_button.setText(f" {self.words(key)}")
        self.restore_button.setAccessibleName(self.words(key))

    def _line(self, trashed: "Trashed") -> Line:
        return Line(
            text=f"{trashed.label or self.words('history.no_label')}\n{self._reason(trashed)}",
            under=self._person(trashed),
            mark=thing_name(self.words, trashed.entity_type),
            mark_color=self._color(trashed),
        )

    def _color(self, trashed: "Trashed") -> str:
        return "" if trashed.can_restore else TOKENS.warn

    def _reason(self, trashed: "Trashed") -> str:
        if not trashed.reason:
            return self.words("trash.no_reason")
        return self.words("history.because", reason=trashed.reason)

    def _person(self, trashed: "Trashed") -> str:
        station = self.words("history.station", name=trashed.station) if trashed.station else ""
        return joined((when(self.words, trashed.at), trashed.actor, station))

    def _lay_out(self) -> None:
        words = self.words
        listed = card(
            row(told(words, "trash.title", "lead"), None, self.kinds),
            told(words, "trash.how", "soft", wraps=True),
            self.list,
            gap=8,
        )
        chosen = card(
            self._name,
            self._why,
            self._who,
            self._way,
            row(self.restore_button, None),
            told(words, "history.title", "field"),
            self.past,
            gap=8,
        )
        body = row(listed, chosen, gap=16)
        body.setStretch(0, _LIST_SHARE)
        body.setStretch(1, _CARD_SHARE)
        self.setLayout(column(body))
