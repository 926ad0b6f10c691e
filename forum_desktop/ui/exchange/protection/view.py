"""The view of the exchange page that protects this laptop."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel

from forum_desktop import services
from forum_desktop.records.auto_lock import LOCK_MINUTES
from forum_desktop.ui.board import headed
from forum_desktop.ui.choice import ElidedChoice
from forum_desktop.ui.controls import Text, column, field, restyle, row, told
from forum_desktop.ui.exchange.protection.card import ProtectionCard
from forum_desktop.ui.icons import picture
from forum_desktop.ui.keys import latin_key
from forum_desktop.ui.news import Kind
from forum_desktop.ui.scrolling import scrolled
from forum_desktop.ui.theme import TOKENS
from forum_desktop.ui.viewed import View, ViewedPage

if TYPE_CHECKING:
    from forum_desktop.records.auto_lock import AutoLock
    from forum_desktop.records.protection import Protection
    from forum_desktop.services.desk import Desk

_OPENS = ("passphrase", "code", "headquarters", "anybody")
_ACTS_SHARE, _SIDE_SHARE = 6, 5


class _Stand(NamedTuple):
    protection: "Protection"
    auto_lock: "AutoLock"


class ProtectionView(View):
    """With the cursor on nothing in particular, one key begins one act."""

    def __init__(self, page: ViewedPage) -> None:
        super().__init__(page)
        self.card = ProtectionCard(page, self.reload)
        self.minutes = ElidedChoice()
        self.minutes.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._marks = {name: (QLabel(), Text("body", wraps=True)) for name in _OPENS}
        self._stand: _Stand | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("keys", "here")
        self.words.tell(self.setAccessibleName, "view.protection")
        self.words.tell(self.setAccessibleDescription, "protection.opens")
        self._lay_out()
        self.retranslate()
        self.minutes.activated.connect(self._keep_minutes)

    def arrive(self) -> None:
        """Read how the laptop stands; keys begin acts."""
        self.reload()
        self.setFocus()

    def leave(self) -> None:
        """Hold no passphrase and no code."""
        self.card.forget()

    def reload(self) -> None:
        """Read again."""
        self.page.look_up(_read, self._show)

    def take_key(self, event: QKeyEvent) -> bool:
        """Begin an act by its letter."""
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return is_plain and self.card.acts.take(latin_key(event))

    def retranslate(self) -> None:
        """Say again what is no fixed sentence."""
        self.card.retranslate()
        chosen = self.minutes.currentIndex()
        self.minutes.clear()
        self.minutes.addItems([self.words("protection.minutes", count=n) for n in LOCK_MINUTES])
        self.minutes.setCurrentIndex(chosen)
        if self._stand is not None:
            self._show(self._stand)

    def _show(self, stand: _Stand) -> None:
        self._stand = stand
        self.card.show_protection(stand.protection)
        self.minutes.setCurrentIndex(LOCK_MINUTES.index(stand.auto_lock.minutes))
        self.minutes.setEnabled(stand.auto_lock.is_on)
        self._lock_state.say(
            self.words("protection.lock_on" if stand.auto_lock.is_on else "protection.lock_off")
        )
        kept = stand.protection
        opens = (kept.is_protected, kept.has_code, kept.has_headquarters, not kept.is_protected)
        for (name, (sign, said)), is_so in zip(self._marks.items(), opens, strict=True):
            self._mark(name, sign, said, is_so=is_so)

    def _mark(self, name: str, sign: QLabel, said: Text, *, is_so: bool) -> None:
        is_bad = name == "anybody"
        color = (TOKENS.bad if is_bad else TOKENS.good) if is_so else TOKENS.line_strong
        symbol = ("triangle-alert" if is_bad else "circle-check") if is_so else "minus"
        sign.setPixmap(picture(symbol, color))
        said.say(self.words(f"protection.opens.{name}.{'yes' if is_so else 'no'}"))
        restyle(said, look="body" if is_so else "soft")

    def _keep_minutes(self, at: int) -> None:
        minutes = LOCK_MINUTES[at]
        self.page.act(
            lambda desk: services.auto_lock.keep_minutes(desk, minutes),
            lambda _: self.page.say("protection.done.minutes", "good", count=minutes),
            Kind.PROTECTION,
        )

    def _lay_out(self) -> None:
        words, grid = self.words, QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(1, 1)
        for at, (sign, said) in enumerate(self._marks.values()):
            grid.addWidget(sign, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(said, at, 1)
        opens = headed(words, "protection.opens", "users", grid)
        self._lock_state = Text("soft", wraps=True)
        choice = field(words, "protection.after", self.minutes)
        keys = told(words, "protection.lock_now", "soft", wraps=True)
        lock = headed(words, "protection.lock", "lock", self._lock_state, choice, keys)
        side = column(opens, lock, None, gap=12)
        body = row(scrolled(column(self.card, None)), side, gap=16)
        body.setStretch(0, _ACTS_SHARE)
        body.setStretch(1, _SIDE_SHARE)
        self.setLayout(body)


def _read(desk: "Desk") -> _Stand:
    return _Stand(
        protection=services.protection.state(desk.database.folder),
        auto_lock=services.auto_lock.read_auto_lock(desk),
    )
