"""The curtain: covers the whole desk at one key, and by itself when nobody works there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.ui.controls import Text, button, card, column, field, row, told
from forum_desktop.ui.icons import show_picture
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.records.sealed import ComplaintDesk
    from forum_desktop.ui.viewed import ViewedPage

_WIDE = 460


class Curtain(QFrame):
    """Down, it lets no key through; the desk's passphrase lifts it, or Enter where none is set."""

    def __init__(self, page: "ViewedPage") -> None:
        super().__init__(page)
        self._page = page
        self._needs_passphrase: bool | None = None
        self._is_lifted_early = False
        self.setProperty("look", "canvas")
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setMaxLength(200)
        self.passphrase.returnPressed.connect(self.lift)
        self._told = Text("soft", wraps=True)
        self._lay_out()
        page.installEventFilter(self)
        self.hide()

    def fall(self) -> None:
        """Cover the desk; what is half typed is kept behind it."""
        if not self.isHidden() or self._page.overview is None:
            return
        self._page.current_view.leave()
        self.setGeometry(self._page.rect())
        self._needs_passphrase, self._is_lifted_early = None, False
        self._show_way()
        self.show()
        self.raise_()
        self.arrive()
        forum_id = self._page.forum_id
        read = services.complaint_desk.read_desk
        self._page.look_up(lambda desk: read(desk, forum_id), self._look)

    def rise(self) -> None:
        """Show the desk."""
        self.passphrase.clear()
        if not self.isHidden():
            self.hide()
            self._page.current_view.arrive()

    def arrive(self) -> None:
        """Come with the cursor where the passphrase is typed."""
        if self._needs_passphrase:
            self.passphrase.setFocus()
        else:
            self.setFocus()

    def lift(self) -> None:
        """Rise, where the passphrase is right or none is set."""
        if self._needs_passphrase is None:
            # How the desk stands is still being read.
            self._is_lifted_early = True
            return
        if not self._needs_passphrase:
            self.rise()
            return
        forum_id, typed = self._page.forum_id, self.passphrase.text()
        self.passphrase.clear()
        self._page.look_up(
            lambda desk: services.complaint_desk.check_passphrase(desk, forum_id, typed),
            lambda _: self.rise(),
            refused=self._refuse,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lift at Enter; every other key ends here."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self._needs_passphrase:
            self.lift()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the page whatever its size becomes."""
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._page.rect())
        return super().eventFilter(watched, event)

    def _look(self, kept: "ComplaintDesk") -> None:
        self._needs_passphrase = kept.is_wrapped
        self._show_way()
        self.arrive()
        if self._is_lifted_early and not kept.is_wrapped:
            self.rise()

    def _show_way(self) -> None:
        self._field.setVisible(self._needs_passphrase is True)
        self._hint.setVisible(self._needs_passphrase is False)
        self._told.say("")

    def _refuse(self, refusal: Refusal) -> None:
        self._page.message.hide()
        self._told.say(self._page.words.of(refusal))
        self.passphrase.setFocus()

    def _lay_out(self) -> None:
        words, sign = self._page.words, QLabel()
        show_picture(sign, "lock", TOKENS.primary, 40)
        self._field, self._hint = QFrame(), told(words, "curtain.enter", wraps=True)
        self._field.setLayout(field(words, "curtain.passphrase", self.passphrase))
        self.lift_button = button(words, "curtain.lift", self.lift, look="primary")
        head = row(sign, told(words, "curtain.down", "title"), None, gap=14)
        body = card(head, self._hint, self._field, self._told, row(self.lift_button, None), gap=12)
        body.setFixedWidth(_WIDE)
        self.setLayout(column(None, row(None, body, None), None))
