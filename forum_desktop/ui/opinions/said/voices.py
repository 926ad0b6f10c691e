"""The voices behind an opinion: who else said it, and what was joined into it, as it was said."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from forum_desktop import services
from forum_desktop.records.opinion import Support
from forum_desktop.ui.controls import column, named, told
from forum_desktop.ui.display import joined, said_time
from forum_desktop.ui.opinions.said.panel import Panel
from forum_desktop.ui.record_list import Line, RecordList

if TYPE_CHECKING:
    from forum_desktop.records.opinion import Opinion
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.opinions.said.card import OpinionCard


class VoicesPanel(Panel):
    """Delete lets a joined opinion stand for itself again, or takes a support back."""

    name = "voices"
    keeps = False

    def __init__(self, card: "OpinionCard") -> None:
        super().__init__(card)
        self.voices = _Voices(self._line, self._take_out)
        named(self.words, "said.voices_of", self.voices)
        self.words.tell(self.voices.set_hint, "said.no_voices")
        how = told(self.words, "said.voices_how", "small", wraps=True)
        body = column(how, self.voices, gap=6)
        body.setStretch(1, 1)
        self.lay_out(body)

    def begin(self, opinion: "Opinion") -> None:
        """Read the voices of an opinion."""
        self.voices.set_rows(())
        self._read(opinion)

    def first(self) -> QWidget:
        """Begin at the first voice."""
        return self.voices

    def keep(self) -> None:
        """Close: there is nothing to keep."""
        self.kept()

    def _read(self, opinion: "Opinion") -> None:
        def read(desk: "Desk") -> "tuple[Opinion | Support, ...]":
            children = services.stream.list_joined(desk, opinion.id)
            return (*children, *services.supporting.list_supports(desk, opinion.id))

        def show(voices: "tuple[Opinion | Support, ...]") -> None:
            if self.card.opinion is not None and self.card.opinion.id == opinion.id:
                self.voices.set_rows(voices)
                self.voices.choose(0)

        self.page.look_up(read, show)

    def _take_out(self) -> None:
        voice, opinion = self.voices.chosen(), self.card.opinion
        if voice is None or opinion is None:
            return
        if isinstance(voice, Support):
            reason = self.words("said.undone_reason")
            self.card.acts.do(
                lambda desk: services.supporting.withdraw_support(desk, voice.id, reason),
                lambda _: self._taken_out(opinion),
            )
        else:
            self.card.acts.edit(
                lambda desk: services.stream.take_out(desk, voice.id),
                "said.done.taken_out",
                lambda _: self._taken_out(opinion),
                number=voice.reference,
            )

    def _taken_out(self, opinion: "Opinion") -> None:
        self._read(opinion)
        self.card.acts.again()

    def _line(self, voice: "Opinion | Support") -> Line:
        words = self.words
        time = words("opinions.said_at", time=said_time(voice.said_at))
        if isinstance(voice, Support):
            text = words("said.supported", behalf=voice.on_behalf_of or words("said.somebody"))
            return Line(text=text, under=time)
        return Line(text=voice.text, under=joined((voice.reference, time, voice.on_behalf_of)))


class _Voices(RecordList):
    def __init__(self, line_of: object, take_out: object) -> None:
        super().__init__(line_of)  # type: ignore[arg-type]
        self._take_out = take_out

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._take_out()  # type: ignore[operator]
        else:
            super().keyPressEvent(event)
