"""Whether the speaker may be named: as she agreed at the desk, unless told otherwise here."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from forum_desktop import services
from forum_desktop.ui.controls import named

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.privacy import Consent
    from forum_desktop.ui.opinions.saying import Speaker
    from forum_desktop.ui.page import Page


class NamingChoice(QCheckBox):
    """Hidden while nobody is told as the speaker."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page = page
        self._speaker_id: UUID | None = None
        self._answer: bool | None = None
        named(page.words, "opinions.may_be_named", self)
        page.words.tell(self.setText, "opinions.may_be_named")
        self.clicked.connect(self._answer_by_hand)
        self.hide()

    def answer(self) -> bool | None:
        """Return what was said here; None follows the consent given at the desk."""
        return self._answer

    def ask(self, speaker: "Speaker | None") -> None:
        """Show what holds for a speaker, or nothing for none."""
        self.setVisible(speaker is not None)
        if speaker is None:
            self._speaker_id = self._answer = None
            self.setChecked(False)
        elif speaker.id != self._speaker_id:
            self._speaker_id, self._answer = speaker.id, speaker.may_be_named
            self.setChecked(speaker.may_be_named is True)
            if speaker.may_be_named is None:
                self._look_up(speaker.id)

    def _look_up(self, speaker_id: "UUID") -> None:
        self._page.look_up(
            lambda desk: services.privacy.list_consents(desk, speaker_id),
            lambda consents: self._show_consent(speaker_id, consents),
        )

    def _show_consent(self, speaker_id: "UUID", consents: "tuple[Consent, ...]") -> None:
        if speaker_id == self._speaker_id and self._answer is None:
            agreed = (word.is_given for word in consents if word.purpose.value == "named")
            self.setChecked(any(agreed))

    def _answer_by_hand(self, is_checked: object) -> None:
        self._answer = bool(is_checked)
