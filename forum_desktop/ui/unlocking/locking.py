"""When the window is covered and when not: at the start, by a key, by itself; loads late."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from forum_desktop import services
from forum_desktop.ui.background import Background, Ends
from forum_desktop.ui.words import Words

if TYPE_CHECKING:
    from forum_desktop.records.auto_lock import AutoLock
    from forum_desktop.records.secret import Secret
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.page import Page
    from forum_desktop.ui.unlocking.shield import Shield


class Locking:
    """Knows the window and the page in front; the shield is made where one is needed."""

    def __init__(
        self,
        window: QMainWindow,
        words: Words,
        background: Background,
        change_language: Callable[[], None],
        current: "Callable[[], Page]",
    ) -> None:
        self._window, self._words, self._background = window, words, background
        self._change_language, self._current = change_language, current
        self._shield: Shield | None = None

    @property
    def shield(self) -> "Shield":
        """What covers the window of a protected laptop."""
        if self._shield is None:
            from forum_desktop.ui.unlocking.shield import Shield  # noqa: PLC0415 - loaded when needed

            language = self._change_language
            self._shield = Shield(self._window, self._words, self._background, self.lock, language)
        return self._shield

    @property
    def is_down(self) -> bool:
        """Whether the window is covered."""
        return self._shield is not None and self._shield.is_down

    def lock_first(
        self,
        tell: "Callable[[Secret], object]",
        told: "Secret | None",
        opened: Callable[[], object],
    ) -> None:
        """Show nothing before the file is opened; `tell` gives the desk its secret.

        What was `told` already, by a file or the environment, is tried at once.
        """
        self.shield.cover_at_start(tell, opened)
        if told is not None:
            self.shield.view.try_secret(told)

    def lock(self) -> None:
        """Cover the window; what is half typed is kept before."""
        if self.is_down:
            return
        if not self.shield.is_armed:
            self._current().say("protection.not_set", "warn")
            return
        self._current().leave()
        self.shield.cover(self.go_on)

    def go_on(self) -> None:
        """Go on where work was left; after the printed code say what is to be done."""
        self._current().arrive()
        if self.shield.view.is_code:
            self._current().say("unlock.by_code", "warn")

    def begin(self) -> None:
        """Count idle time where the laptop is protected, once the desk is open."""
        self.read_again()
        # A forum that came since the passphrase was set may name headquarters.
        self._background.look_up(_give_headquarters_its_key, Ends(refused=lambda _: None))

    def read_again(self) -> None:
        """Look again whether the laptop is protected, and after how long it locks."""
        self._background.look_up(_read, Ends(done=self._arm, refused=lambda _: None))

    def retranslate(self) -> None:
        """Say again what covers the window."""
        if self._shield is not None:
            self._shield.view.retranslate()

    def _arm(self, auto_lock: "AutoLock") -> None:
        if auto_lock.is_on or self._shield is not None:
            self.shield.arm(auto_lock)


def _read(desk: "Desk") -> "AutoLock":
    return services.auto_lock.read_auto_lock(desk)


def _give_headquarters_its_key(desk: "Desk") -> None:
    services.protection.keep_for_headquarters(desk)
