"""Who may be meant after an `@`: people checked in, communities and sectors, found while typing."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent

from forum_desktop import services
from forum_desktop.thai.folding import fold_tight
from forum_desktop.ui.display import joined
from forum_desktop.ui.latest import AtOnce
from forum_desktop.ui.opinions.grammar import Word, open_mention
from forum_desktop.ui.opinions.marks import Mark, MarkKind
from forum_desktop.ui.opinions.mention_list import Choice, MentionList

if TYPE_CHECKING:
    from forum_desktop.records.overview import ForumOverview
    from forum_desktop.records.people import AttendeeRow
    from forum_desktop.ui.opinions.text_box import TextBox
    from forum_desktop.ui.page import Page

_MOST_PEOPLE, _MOST_PLACES, _MOST_RECENT = 5, 4, 6
_ASKED = 30
"""People asked for, of whom those in the hall come first."""
_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_SHIFTS = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr}


class Mentions(QObject):
    """Asks who may be meant by what stands between `@` and cursor; `take` gets who was chosen."""

    def __init__(
        self, page: "Page", box: "TextBox", take: Callable[[Word, Choice], object]
    ) -> None:
        super().__init__(page)
        self._page, self._box, self._take = page, box, take
        self.list = MentionList(page.words, page, self.choose)
        self._word: Word | None = None
        self._left_at = -1
        self._people: tuple[Choice, ...] = ()
        self._places: tuple[tuple[str, Choice], ...] = ()
        self._recent: tuple[Choice, ...] = ()
        self._asking = AtOnce(self._ask)
        self._has_entered = False

    @property
    def is_open(self) -> bool:
        """Whether somebody is being looked for."""
        return self._word is not None

    def show_overview(self, overview: "ForumOverview") -> None:
        """Offer a forum's communities and sectors."""
        self._places = tuple(self._places_of(overview))
        self._recent = ()

    def look(self) -> None:
        """Look at the text again: it or the cursor has changed."""
        before = self._box.before_cursor()
        word = open_mention(before, len(before))
        if word is None or word.begin == self._left_at:
            self._left_at = -1 if word is None else self._left_at
            self._close()
        elif word != self._word:
            self._word, self._has_entered = word, False
            self._ask_or_recall()

    def first(self, event: QKeyEvent) -> bool:
        """Take the keys that choose; tell whether this one was taken."""
        if self._has_entered and event.key() not in _SHIFTS:
            # Nobody came in time: Enter was an end of line, and nothing typed since is lost.
            self._has_entered = False
            self._box.insertPlainText("\n")
        if not self.is_open or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if event.key() in _STEPS and self.list.isVisible():
            self.list.step(_STEPS[event.key()])
            return True
        if event.key() in _ENTER:
            return self._enter()
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        return False

    def choose(self) -> bool:
        """Choose who is under the bar; tell whether there is somebody."""
        choice, word = self.list.chosen(), self._word
        if choice is None or word is None:
            return False
        self._remember(choice)
        self._close()
        self._take(word, choice)
        return True

    def leave(self) -> None:
        """Leave what is typed as it is: text."""
        if self._word is not None:
            self._left_at = self._word.begin
        self._close()

    def _enter(self) -> bool:
        if self._asking.is_open:
            # Who is shown may still be the answer to fewer letters.
            self._has_entered = True
            return True
        return self.choose()

    def _close(self) -> None:
        self._word, self._people, self._has_entered = None, (), False
        self._asking.settle()
        self.list.hide()

    def _ask_or_recall(self) -> None:
        assert self._word is not None
        if self._word.value.strip():
            self._asking.ask()
        else:
            self._asking.settle()
            self._people = ()
        self._show()

    def _ask(self) -> None:
        assert self._word is not None
        forum_id, typed = self._page.forum_id, self._word.value
        self._page.look_up(
            lambda desk: services.registration.find_attendees(desk, forum_id, typed, _ASKED),
            self._asking.only(self._found),
            refused=lambda _: self._asking.ended(),
            failed=self._asking.ended,
        )

    def _found(self, rows: "tuple[AttendeeRow, ...]") -> None:
        here_first = sorted(rows, key=lambda row: (not row.is_in_hall, not row.is_present))
        self._people = tuple(self._person(row) for row in here_first[:_MOST_PEOPLE])
        self._show()
        if self._has_entered:
            self._has_entered = False
            if not self.choose():
                self._box.insertPlainText("\n")

    def _show(self) -> None:
        below = self._box.mapTo(self._page, self._box.below_cursor().bottomLeft())
        self.list.offer(tuple(self._choices()), below + QPoint(0, 6))

    def _choices(self) -> Iterator[Choice]:
        assert self._word is not None
        typed = self._word.value.strip()
        if not typed:
            yield from (self._recent or tuple(place for _, place in self._places))[:_MOST_RECENT]
            return
        key = fold_tight(typed)
        places = [choice for known, choice in self._places if key and key in known][:_MOST_PLACES]
        named = [one for one in self._people if key in fold_tight(one.mark.value)]
        yield from sorted((*named, *places), key=lambda one: fold_tight(one.mark.value) != key)
        # Who only lives at a place comes behind it: Enter after its whole name means the place.
        yield from (one for one in self._people if one not in named)
        if not any(fold_tight(choice.mark.value) == key for choice in places):
            yield Choice(Mark(MarkKind.BEHALF, typed), is_free=True)

    def _person(self, row: "AttendeeRow") -> Choice:
        person = row.attendee
        place = person.community or person.organisation or person.position
        absent = "" if row.is_present else self._page.words("capture.mention.absent")
        mark = Mark(MarkKind.SPEAKER, person.full_name, speaker_id=person.id)
        return Choice(mark, joined((place, absent)))

    def _places_of(self, overview: "ForumOverview") -> Iterator[tuple[str, Choice]]:
        for place in overview.pack.communities:
            known = " ".join(map(fold_tight, (place.name, *place.aliases)))
            yield known, Choice(Mark(MarkKind.BEHALF, place.name), place.zone)
        for sector in overview.pack.sectors:
            yield fold_tight(sector.name), Choice(Mark(MarkKind.BEHALF, sector.name))

    def _remember(self, choice: Choice) -> None:
        others = (one for one in self._recent if one.mark.value != choice.mark.value)
        self._recent = (choice, *others)[:_MOST_RECENT]
