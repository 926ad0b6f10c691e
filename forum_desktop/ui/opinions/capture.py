"""The card where an opinion is taken down: one box first, structure beside it."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from forum_desktop.thai.folding import fold_tight
from forum_desktop.ui.controls import ElidedText, button, card, column, named, row
from forum_desktop.ui.fitting import FittingButton
from forum_desktop.ui.id_warning import IdWarning
from forum_desktop.ui.opinions.grammar import (
    Sign,
    Word,
    begun_code,
    begun_tag,
    closing_words,
    finished,
)
from forum_desktop.ui.opinions.hints import Moment, hints_of
from forum_desktop.ui.opinions.kinds import KindChoice
from forum_desktop.ui.opinions.marks import Mark, MarkKind, MarkRow
from forum_desktop.ui.opinions.mentions import Mentions
from forum_desktop.ui.opinions.naming import NamingChoice
from forum_desktop.ui.opinions.offers import OfferLine
from forum_desktop.ui.opinions.place_line import PlaceLine
from forum_desktop.ui.opinions.saying import Said, Speaker
from forum_desktop.ui.opinions.taken import TakenWords
from forum_desktop.ui.opinions.text_box import BoxKeys, TextBox

if TYPE_CHECKING:
    from forum_desktop.records.overview import ForumOverview
    from forum_desktop.records.plan import Strategy
    from forum_desktop.ui.opinions.mention_list import Choice
    from forum_desktop.ui.page import Page

_CODE = object()
"""What a code taken out of the text brought about: the place in the plan."""
_LINE_HEIGHT = 34
_OFFER_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class CardActs(NamedTuple):
    """What the page does for its card."""

    save: Callable[[], object]
    park: Callable[[], object]
    bind: Callable[[], object]
    choose: Callable[[int], bool]
    changed: Callable[[], object]


class CaptureCard(QFrame):
    """The place in the plan above, the box, what stands beside it, one line of hints, the kinds."""

    def __init__(self, page: "Page", acts: CardActs) -> None:
        super().__init__()
        self._words, self._acts = page.words, acts
        self._places: dict[str, str] = {}
        self._parked = self._unsorted = 0
        self.place = PlaceLine(page.words, acts.bind)
        self.text = TextBox(BoxKeys(acts.save, self._first, self._spaced))
        self.id_warning = IdWarning(page.words)
        self.id_warning.beside(self.text)
        self.taken = TakenWords(self.text)
        self.marks = MarkRow(page.words, after=self.text)
        self.naming = NamingChoice(page)
        self.mentions = Mentions(page, self.text, self._take_mention)
        self.offers = OfferLine(page)
        self.hint = ElidedText("small")
        self.kinds = KindChoice(page.words)
        self.park_button = FittingButton()
        self.save_button = button(page.words, "opinions.save", acts.save, look="primary")
        self._lay_out()
        self._connect()

    def show_overview(self, overview: "ForumOverview") -> None:
        """Offer this forum's plan, communities and sectors."""
        self.place.show_overview(overview)
        self.mentions.show_overview(overview)
        self._places = {fold_tight(place.name): place.name for place in overview.pack.communities}

    def show_strategy(self, strategy: "Strategy | None") -> None:
        """Show where the next opinion goes."""
        self.taken.forget(_CODE)
        self.place.show_strategy(strategy)
        self._changed()

    def show_waiting(self, *, parked: int, unsorted: int) -> None:
        """Tell how many texts are set aside and how many opinions are not yet sorted."""
        self._parked, self._unsorted = parked, unsorted
        self._look()

    def retranslate(self) -> None:
        """Say what is no fixed sentence in the current language."""
        self.marks.retranslate()
        self.offers.retranslate()
        self._look()

    def said(self) -> Said:
        """Return what the card holds."""
        speaker = next(iter(self.marks.of(MarkKind.SPEAKER)), None)
        return Said(
            text=self.text.toPlainText(),
            kind=self.kinds.kind(),
            number=self.place.strategy.number if self.place.strategy else 0,
            code=self.place.code(),
            urgency=int(self.marks.value(MarkKind.URGENCY) or 0),
            tags=tuple(mark.value for mark in self.marks.of(MarkKind.TAG)),
            place=self.marks.value(MarkKind.PLACE),
            behalf=self.marks.value(MarkKind.BEHALF),
            speaker=self._speaker(speaker) if speaker else None,
        )

    def finish(self) -> Said:
        """Return what the card holds, the tags and urgency at the end of the text among it."""
        text, words = closing_words(self.text.toPlainText())
        if words:
            self.text.setPlainText(text)
            for word in words:
                self._put_word(word)
        return self.said()

    def begin_next(self) -> None:
        """Make room for the next words; the place in the plan and the kind stay."""
        self.taken.forget_all()
        self.marks.clear()
        self.text.clear()
        self.offers.clear()
        self.text.setFocus()

    def put(self, said: Said) -> None:
        """Show what was taken down before instead of what the card holds."""
        self.begin_next()
        self._go_to(said.number, said.code)
        self.kinds.choose(said.kind)
        self.text.setPlainText(said.text)
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)
        self.naming.ask(said.speaker)
        for mark in _marks_of(said):
            self.marks.put(mark)

    def put_back(self, said: Said) -> None:
        """Put words back that were not kept, before those typed since."""
        now = self.said()
        if now.is_empty:
            self.put(said)
        else:
            self.text.setPlainText(f"{said.text}\n\n{now.text}")
            self.text.moveCursor(self.text.textCursor().MoveOperation.End)
        self.text.setFocus()

    def _speaker(self, mark: Mark) -> Speaker:
        assert mark.speaker_id is not None
        return Speaker(mark.speaker_id, mark.value, self.naming.answer())

    def _first(self, event: QKeyEvent) -> bool:
        """Do what a key means just now beside typing; tell whether it meant anything."""
        if self.mentions.first(event):
            return True
        pressed = event.modifiers()
        if event.key() in _OFFER_STEPS and pressed & Qt.KeyboardModifier.ControlModifier:
            return self.offers.step(_OFFER_STEPS[event.key()])
        is_back = event.key() == Qt.Key.Key_Backspace and not event.isAutoRepeat()
        return is_back and not pressed and self.taken.bring_back()

    def _spaced(self) -> None:
        before = self.text.before_cursor()
        word = finished(before, len(before))
        if word is None:
            return
        typed = before[word.begin : word.end]
        if word.sign is Sign.CODE:
            self._take_code(word.value, typed)
        else:
            mark = self._put_word(word)
            self.taken.take(typed, mark, lambda: self.marks.remove(mark))
        self._look()

    def _take_code(self, code: str, typed: str) -> None:
        if not self.place.name_of(code):
            return
        said = self.said()
        self._go_to(int(code.split(".", maxsplit=1)[0]), code)
        self.taken.take(typed, _CODE, lambda: self._go_to(said.number, said.code))

    def _put_word(self, word: Word) -> Mark:
        if word.sign is Sign.URGENCY:
            mark = Mark(MarkKind.URGENCY, str(len(word.value)))
        elif fold_tight(word.value) in self._places and not self.marks.of(MarkKind.PLACE):
            mark = Mark(MarkKind.PLACE, self._places[fold_tight(word.value)])
        else:
            mark = Mark(MarkKind.TAG, word.value)
        self.marks.put(mark)
        return mark

    def _take_mention(self, word: Word, choice: "Choice") -> None:
        self.marks.put(choice.mark)
        typed = f"@{word.value}"
        self.taken.take(typed, choice.mark, lambda: self.marks.remove(choice.mark))
        self._look()

    def _go_to(self, number: int, code: str) -> None:
        self._acts.choose(number)
        self.place.choose_code(code)

    def _text_changed(self) -> None:
        self.offers.typed(self.text.toPlainText())
        self._changed()

    def _marks_changed(self) -> None:
        speaker = next(iter(self.marks.of(MarkKind.SPEAKER)), None)
        self.naming.ask(Speaker(speaker.speaker_id, speaker.value) if speaker else None)  # type: ignore[arg-type]
        self._changed()

    def _changed(self) -> None:
        self._look()
        self._acts.changed()

    def _look(self) -> None:
        self.mentions.look()
        self.hint.say("   ·   ".join(self._words(key, **filled) for key, filled in self._hints()))
        is_empty = self.said().is_empty
        key = "capture.parked_count" if is_empty and self._parked else "capture.park"
        self.park_button.setText(self._words(key, count=self._parked))
        self.park_button.setEnabled(not is_empty or self._parked > 0)

    def _hints(self) -> tuple[tuple[str, dict[str, object]], ...]:
        before = self.text.before_cursor()
        code = begun_code(before, len(before))
        taken = self.taken.at_cursor()
        return hints_of(
            Moment(
                is_mention_open=self.mentions.is_open,
                code=code,
                place=self.place.name_of(code),
                tag=begun_tag(before, len(before)),
                taken=taken.typed.strip() if taken else "",
                is_empty=self.text.document().isEmpty(),
                unsorted=self._unsorted,
            )
        )

    def _connect(self) -> None:
        self.text.textChanged.connect(self._text_changed)
        self.text.cursorPositionChanged.connect(self._look)
        self.text.left.connect(self.mentions.leave)
        self.marks.changed.connect(self._marks_changed)
        self.marks.removed.connect(self.taken.forget)
        self.marks.left.connect(self.text.setFocus)
        self.naming.clicked.connect(lambda _: self._acts.changed())
        self.place.approach.activated.connect(lambda _: self.taken.forget(_CODE))
        self.offers.changed.connect(lambda: self.hint.setVisible(self.offers.chosen() is None))
        self.park_button.clicked.connect(self._acts.park)

    def _lay_out(self) -> None:
        words = self._words
        named(words, "opinions.text", self.text)
        words.tell(self.text.setPlaceholderText, "capture.text_hint")
        words.tell(self.save_button.setToolTip, "opinions.save_hint")
        self.park_button.setProperty("look", "quiet")
        named(words, "capture.parked", self.park_button)
        beside = QWidget()
        beside.setFixedHeight(_LINE_HEIGHT)
        line = row(self.marks, self.naming, self.hint, self.offers, gap=10)
        line.setStretch(2, 1)
        line.setStretch(3, 1)
        beside.setLayout(line)
        foot = row(self.kinds, self.park_button, self.save_button, gap=8)
        foot.setStretch(0, 1)
        self.setLayout(column(card(self.place, self.text, self.id_warning, beside, foot, gap=6)))


def _marks_of(said: Said) -> Iterator[Mark]:
    if said.speaker is not None:
        yield Mark(MarkKind.SPEAKER, said.speaker.name, said.speaker.id)
    if said.behalf:
        yield Mark(MarkKind.BEHALF, said.behalf)
    if said.urgency:
        yield Mark(MarkKind.URGENCY, str(said.urgency))
    if said.place:
        yield Mark(MarkKind.PLACE, said.place)
    yield from (Mark(MarkKind.TAG, tag) for tag in said.tags)
