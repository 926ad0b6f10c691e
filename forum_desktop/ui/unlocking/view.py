"""The view that opens a protected laptop: a passphrase, or the printed code by one key."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton

from forum_desktop.errors import Refusal
from forum_desktop.records.secret import Secret
from forum_desktop.ui.controls import Text, button, card, column, restyle, row, told
from forum_desktop.ui.folding import ENTER
from forum_desktop.ui.icons import show_picture
from forum_desktop.ui.theme import TOKENS
from forum_desktop.ui.unlocking.line import PassphraseLine
from forum_desktop.ui.unlocking.patience import Patience
from forum_desktop.ui.words import Words

_WIDE = 560


class Try(Protocol):
    """Tries a secret; one of the two is called when it is known."""

    def __call__(
        self,
        secret: Secret,
        done: Callable[[], object],
        refused: Callable[[Refusal], object],
        /,
    ) -> object:
        """Begin to try."""


class UnlockView(QFrame):
    """Covers the whole window. It knows nothing of what is behind it, not even a name."""

    def __init__(
        self, words: Words, lift: Callable[[], object], language: Callable[[], None]
    ) -> None:
        super().__init__()
        self.words = words
        self._attempt: Try | None = None
        self._lift, self._language = lift, language
        self.is_code = self._is_trying = False
        self._typed = (False, "")
        self._said: tuple[str, dict[str, object]] = ("", {})
        self.line = PassphraseLine()
        self.patience = Patience(self, self._tell_wait)
        self._labels = (QFrame(), QFrame())
        self.hint, self.sentence = Text("small", wraps=True), Text(wraps=True)
        self.help = Text("soft", wraps=True)
        self._keys = {
            int(Qt.Key.Key_F1): self.explain,
            int(Qt.Key.Key_F2): self.show_or_hide,
            int(Qt.Key.Key_F3): self.use_other,
        }
        self._make_buttons()
        self._lay_out()
        self.line.returnPressed.connect(self.open)
        self.line.told.connect(self._hear_keys)
        self.line.textChanged.connect(self._forget_keys)
        self.retranslate()

    def begin(self, attempt: Try) -> None:
        """Ask for the passphrase anew."""
        self._attempt = attempt
        self.is_code = self._is_trying = False
        self.line.clear()
        self.line.show_letters(is_shown=False)
        self.help.hide()
        self._say("")
        self.retranslate()
        self.show()
        self.arrive()

    def arrive(self) -> None:
        """Come with the cursor where the passphrase is typed."""
        self.line.setFocus()

    def open(self) -> None:
        """Try what was typed."""
        typed = self.line.text()
        if self._is_trying or self.patience.is_waiting:
            return
        if not typed.strip():
            self._say("unlock.nothing_typed")
            self.arrive()
            return
        self.line.clear()
        self.try_secret(Secret(typed, is_code=self.is_code))

    def try_secret(self, secret: Secret) -> None:
        """Try a secret that was typed here or told at the start."""
        assert self._attempt is not None
        self._is_trying = True
        self.open_button.setEnabled(False)
        self._say("unlock.trying", tone="")
        self._attempt(secret, self._opened, self._refused)

    def show_or_hide(self) -> None:
        """Let the letters be read, or hide them again."""
        self.line.show_letters(is_shown=not self.line.is_shown)
        self.retranslate()
        self.arrive()

    def use_other(self) -> None:
        """Ask for the printed code in place of the passphrase, or the other way round."""
        self.is_code = not self.is_code
        self.line.clear()
        # A code is copied from paper: it is read while it is typed.
        self.line.show_letters(is_shown=self.is_code)
        self._say("")
        self.retranslate()
        self.arrive()

    def explain(self) -> None:
        """Say what to do when the passphrase is forgotten, or no more of it."""
        self.help.setVisible(self.help.isHidden())
        self.arrive()

    def retranslate(self) -> None:
        """Say everything that depends on how the view stands."""
        for label, is_codes in zip(self._labels, (False, True), strict=True):
            label.setVisible(self.is_code is is_codes)
        words = self.words
        key = "unlock.code" if self.is_code else "unlock.passphrase"
        self.line.setAccessibleName(words(key))
        self.line.setPlaceholderText("XXXX-XXXX-XXXX-…" if self.is_code else "")
        shown = "unlock.hide" if self.line.is_shown else "unlock.show"
        _name(self.show_button, f"F2  {words(shown)}")
        other = "unlock.use_passphrase" if self.is_code else "unlock.use_code"
        _name(self.other_button, f"F3  {words(other)}")
        _name(self.help_button, f"F1  {words('unlock.forgotten')}")
        self.help.say(words("unlock.forgotten_how"))
        self._show_keys()
        key, details = self._said
        self.sentence.say(words(key, **details) if key else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key of this view does, press a button by Enter; others end here."""
        here = self.window().focusWidget()
        if event.key() in self._keys:
            self._keys[event.key()]()
        elif event.key() in ENTER and isinstance(here, QPushButton):
            here.click()
        event.accept()

    def _opened(self) -> None:
        self._ready()
        self.patience.right()
        self._say("")
        self._lift()

    def _refused(self, refusal: Refusal) -> None:
        self._ready()
        self._say(refusal.key, tone="bad", **refusal.details)
        if refusal.key in {"keys.wrong_passphrase", "keys.wrong_code"}:
            self.patience.wrong()
        self.arrive()

    def _ready(self) -> None:
        self._is_trying = False
        self.open_button.setEnabled(not self.patience.is_waiting)

    def _tell_wait(self, seconds: int) -> None:
        self.open_button.setEnabled(seconds <= 0)
        key = "keys.wrong_code" if self.is_code else "keys.wrong_passphrase"
        if seconds > 0:
            self._say("unlock.wait", tone="bad", seconds=seconds)
        else:
            self._say(key, tone="bad")

    def _hear_keys(self, has_caps: bool, script: str) -> None:  # noqa: FBT001 - a signal
        self._typed = (has_caps, script or self._typed[1])
        self._show_keys()

    def _forget_keys(self, typed: str) -> None:
        if not typed:
            self._typed = (False, "")
            self._show_keys()

    def _show_keys(self) -> None:
        has_caps, script = self._typed
        told = [self.words(f"unlock.keys.{script}")] if script else []
        told += [self.words("unlock.keys.caps")] if has_caps else []
        self.hint.say("  ·  ".join(told) or self.words("unlock.keys.none"))
        restyle(self.hint, tone="warn" if has_caps else "")

    def _say(self, key: str, tone: str = "warn", **details: object) -> None:
        self._said = (key, details)
        self.sentence.say(self.words(key, **details) if key else "")
        self.sentence.setVisible(bool(key))
        restyle(self.sentence, tone=tone)

    def _make_buttons(self) -> None:
        words = self.words
        self.open_button = button(words, "unlock.open", self.open, look="primary")
        self.show_button = button(words, "unlock.show", self.show_or_hide, look="quiet")
        self.other_button = button(words, "unlock.use_code", self.use_other, look="quiet")
        self.help_button = button(words, "unlock.forgotten", self.explain, look="quiet")
        self.language_button = button(words, "window.other_language", self._language, look="quiet")

    def _lay_out(self) -> None:
        words, sign = self.words, QLabel()
        show_picture(sign, "lock", TOKENS.primary, 44)
        for label, key in zip(self._labels, ("unlock.passphrase", "unlock.code"), strict=True):
            label.setLayout(column(told(words, key, "field")))
        names = column(
            told(words, "unlock.title", "title"),
            told(words, "unlock.why", "soft", wraps=True),
            gap=2,
        )
        head = row(sign, names, gap=16)
        head.setStretch(1, 1)
        typed = column(*self._labels, self.line, self.hint, gap=2)
        acts = row(self.open_button, None, self.show_button, self.other_button, gap=6)
        foot = row(self.help_button, None, self.language_button, gap=6)
        self.help.hide()
        self.sentence.hide()
        body = card(head, typed, self.sentence, acts, foot, self.help, gap=12)
        body.setFixedWidth(_WIDE)
        self.setProperty("look", "canvas")
        self.setAutoFillBackground(True)
        self.setLayout(column(None, row(None, body, None), None))


def _name(made: QPushButton, text: str) -> None:
    made.setText(text)
    made.setAccessibleName(text)
