"""The way to headquarters: an address or a folder, and what opens the mail box there."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QLineEdit

from forum_desktop.ui.controls import button, column, field, row

if TYPE_CHECKING:
    from forum_desktop.records.courier import Credential
    from forum_desktop.ui.page import Page

_LONGEST = 1000


class Way(QFrame):
    """An address, a button for a folder, and a password where a server asks for one."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page, words = page, page.words
        self.address, self.password = QLineEdit(), QLineEdit()
        self.address.setMaxLength(_LONGEST)
        words.tell(self.address.setPlaceholderText, "outbox.address_like")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.kept = QCheckBox()
        words.tell(self.kept.setText, "outbox.keep")
        self.choose_button = button(
            words, "outbox.choose", self.choose_folder, symbol="folder-open"
        )
        self._secret = QFrame()
        self._secret.setLayout(
            column(field(words, "outbox.password", self.password), self.kept, gap=6)
        )
        where = row(field(words, "outbox.address", self.address), gap=8)
        self.setLayout(column(where, row(self.choose_button, None), self._secret, gap=8))
        self.address.textChanged.connect(lambda _: self._show_secret())
        self._show_secret()

    @property
    def is_server(self) -> bool:
        """Tell whether the address is a server's, which asks for a password."""
        return "://" in self.address.text()

    def choose_folder(self) -> None:
        """Ask for a folder and take it for the address."""
        title = self._page.words("outbox.choose")
        start = Path.home() if self.is_server else Path(self.address.text() or Path.home())
        if path := QFileDialog.getExistingDirectory(self, title, str(start)):
            self.address.setText(path)
            self.address.setFocus()

    def show_kept(self, address: str, *, has_credential: bool) -> None:
        """Show the address chosen last, unless another one is being typed."""
        if not self.address.text():
            self.address.setText(address)
        key = "outbox.password_kept" if has_credential else "outbox.password_asked"
        self.password.setPlaceholderText(self._page.words(key))

    def credential(self) -> "Credential | None":
        """Return the password that was typed, or None for what the keyring keeps."""
        from forum_desktop.records.courier import Credential  # noqa: PLC0415 - when needed

        typed = self.password.text()
        return Credential(secret=typed) if self.is_server and typed else None

    def forget_password(self) -> None:
        """Let nothing of the password stay in the field."""
        self.password.clear()

    def _show_secret(self) -> None:
        self._secret.setVisible(self.is_server)
