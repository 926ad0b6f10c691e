"""Reading back: the wording goes on the hall's screen, and the speaker agrees or corrects it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from forum_desktop import services
from forum_desktop.records.opinion import ReadBack
from forum_desktop.ui.controls import Text, button, column, field, row, told
from forum_desktop.ui.news import Kind
from forum_desktop.ui.opinions.said.panel import Panel

if TYPE_CHECKING:
    from forum_desktop.records.opinion import Opinion
    from forum_desktop.ui.opinions.said.card import OpinionCard


class ReadBackPanel(Panel):
    """Opening it hands the wording to the hall's operator; keeping it says that it holds."""

    name = "read_back"

    def __init__(self, card: "OpinionCard") -> None:
        super().__init__(card)
        self.text, self._state = QPlainTextEdit(), Text("soft", wraps=True)
        words = self.words
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._look)
        self.save_button = button(words, "said.confirm", self.keep, look="primary")
        self.show_button = button(words, "said.to_hall", self.show_in_hall, symbol="image")
        how = told(words, "said.read_back_how", "small", wraps=True)
        foot = row(self.save_button, self.show_button, None)
        body = column(how, field(words, "opinions.text", self.text), self._state, foot, gap=6)
        body.setStretch(1, 1)
        self.lay_out(body)
        self.watch(text=self.text)

    def begin(self, opinion: "Opinion") -> None:
        """Show the wording, and whether it was agreed to before."""
        self.text.setPlainText(opinion.text)
        self._look()

    def first(self) -> QWidget:
        """Begin where the speaker agrees: Enter confirms, typing in the words corrects."""
        self.save_button.setFocus(Qt.FocusReason.TabFocusReason)
        return self.save_button

    def show_in_hall(self) -> None:
        """Let the hall's operator have this wording on the screen."""
        opinion = self.card.opinion
        assert opinion is not None
        self.page.act(
            lambda desk: services.hall.ask_to_read_back(desk, opinion.id),
            lambda _: self.page.say("said.handed_to_hall", "good", number=opinion.reference),
            Kind.HALL,
        )

    def keep(self) -> None:
        """Keep that the wording holds, or the speaker's own."""
        opinion, text = self.card.opinion, self.text.toPlainText()
        assert opinion is not None
        is_corrected = text.strip() != opinion.text.strip()

        def hold(desk: services.desk.Desk) -> object:
            if is_corrected:
                return services.answering.correct_wording(desk, opinion.id, text)
            return services.answering.confirm_wording(desk, opinion.id)

        self.edit(
            lambda desk: services.revising.edit_by(desk, opinion.id, lambda: hold(desk)),
            "said.done.corrected" if is_corrected else "said.done.confirmed",
            number=opinion.reference,
        )

    def _look(self) -> None:
        opinion = self.card.opinion
        if opinion is None:
            return
        is_corrected = self.text.toPlainText().strip() != opinion.text.strip()
        name = self.words("said.correct" if is_corrected else "said.confirm")
        self.save_button.setText(name)
        self.save_button.setAccessibleName(name)
        is_new = opinion.read_back is ReadBack.NOT_YET
        self._state.say("" if is_new else self.words(f"said.read_back.{opinion.read_back}"))
