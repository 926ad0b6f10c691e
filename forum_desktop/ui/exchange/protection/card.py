"""The card of the passphrase: how the laptop stands, and the acts that change it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.secret import Secret
from forum_desktop.ui.asking import Asked, AskFold
from forum_desktop.ui.board import headed
from forum_desktop.ui.controls import Text, column, restyle
from forum_desktop.ui.exchange.protection.code import CodeFold
from forum_desktop.ui.key_buttons import Act, KeyButtons
from forum_desktop.ui.news import Kind

if TYPE_CHECKING:
    from forum_desktop.records.protection import Protection
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.viewed import ViewedPage

_P, _C, _K, _U = (ord(letter) for letter in "PCKU")
_OLD = Asked("old", "protection.old", is_secret=True)
_NEW = Asked("new", "protection.new", is_secret=True)
_AGAIN = Asked("again", "protection.again", is_secret=True)
_NOW = Asked("old", "protection.now", is_secret=True)
Told = Mapping[str, str]


class ProtectionCard(QFrame):
    """Holds no passphrase longer than until its act is done; `changed` hears of each."""

    def __init__(self, page: "ViewedPage", changed: Callable[[], object]) -> None:
        super().__init__()
        self._page, self._words, self._changed = page, page.words, changed
        self.protection: Protection | None = None
        self._is_working = False
        self._with_code: Callable[[str], object] | None = None
        self._state, self._means = Text("lead", wraps=True), Text("soft", wraps=True)
        self.acts = KeyButtons(self._words, self._make_acts(), columns=2)
        self.folds = self._make_folds()
        self.code = CodeFold(page, self._take_code)
        items = (self._state, self._means, self.acts, *self.folds.values(), self.code)
        self.setLayout(column(headed(self._words, "protection.head", "shield-check", *items)))

    def show_protection(self, protection: "Protection") -> None:
        """Show how the laptop stands."""
        self.protection = protection
        for key in (_C, _K, _U):
            self.acts.enable(key, can=protection.is_protected)
        self.retranslate()

    def forget(self) -> None:
        """Ask no more, and hold nothing that was typed."""
        self._with_code = None
        for fold in (*self.folds.values(), self.code):
            fold.fold_in()

    def retranslate(self) -> None:
        """Say how the laptop stands, and what that means."""
        self.acts.retranslate()
        self.code.retranslate()
        for fold in self.folds.values():
            fold.retranslate()
        if self.protection is not None:
            name = "protected" if self.protection.is_protected else "open"
            self._state.say(self._words(f"protection.stands.{name}"))
            restyle(self._state, tone="good" if self.protection.is_protected else "warn")
            self._means.say(self._words(f"protection.means.{name}"))

    def ask_passphrase(self) -> None:
        """Ask for a passphrase, and for the one before where there is one."""
        if self.protection is not None:
            self._ask("changing" if self.protection.is_protected else "setting")

    def _ask(self, name: str) -> None:
        self.forget()
        self._page.message.hide()
        self.folds[name].begin()

    def _set(self, told: Told) -> None:
        new = told["new"]
        if self._is_good(self.folds["setting"], new, told["again"]):
            self._show_code(
                self.folds["setting"],
                lambda desk, code: services.protection.set_passphrase(desk, new, code),
                "protection.done.protected",
            )

    def _change(self, told: Told) -> None:
        fold, old, new = self.folds["changing"], told["old"], told["new"]
        if self._is_good(fold, new, told["again"]):
            secret = Secret(old, is_code=services.protection.is_code(old))
            self._do(
                lambda desk: services.protection.change_passphrase(desk, secret, new),
                "protection.done.changed",
                fold,
            )

    def _ask_code(self, told: Told) -> None:
        now = told["old"]
        self._check(
            "coding",
            now,
            lambda desk, code: services.protection.change_code(desk, now, code),
            "protection.done.code",
        )

    def _renew(self, told: Told) -> None:
        now = told["old"]
        self._check(
            "renewing",
            now,
            lambda desk, code: services.protection.renew_key(desk, now, code),
            "protection.done.renewed",
        )

    def _remove(self, told: Told) -> None:
        secret = Secret(told["old"])
        self._do(
            lambda desk: services.protection.remove_protection(desk, secret),
            "protection.done.removed",
            self.folds["removing"],
        )

    def _check(self, name: str, now: str, job: "Callable[[Desk, str], object]", key: str) -> None:
        """Look whether the passphrase is right before a new code is shown."""
        fold = self.folds[name]
        self._begin()
        self._page.look_up(
            lambda desk: services.protection.check_secret(desk, Secret(now)),
            lambda _: self._show_code(fold, job, key),
            refused=lambda _: self._refused(fold),
            failed=self._ready,
        )

    def _show_code(self, fold: AskFold, job: "Callable[[Desk, str], object]", key: str) -> None:
        self._ready()
        fold.fold_in()
        self._with_code = lambda code: self._do(lambda desk: job(desk, code), key)
        self.code.begin(services.protection.new_code())

    def _take_code(self, code: str) -> None:
        job, self._with_code = self._with_code, None
        if job is not None:
            job(code)

    def _do(self, job: "Callable[[Desk], object]", key: str, fold: AskFold | None = None) -> None:
        if self._is_working:
            return
        self._begin()
        self._page.act(
            job,
            lambda _: self._done(key, fold),
            Kind.PROTECTION,
            refused=lambda _: self._refused(fold),
            failed=self._ready,
        )

    def _begin(self) -> None:
        self._is_working = True
        self._page.say("protection.working", "warn")

    def _ready(self) -> None:
        self._is_working = False
        self._page.message.hide()

    def _done(self, key: str, fold: AskFold | None) -> None:
        self._ready()
        if fold is not None:
            fold.fold_in()
        self._page.say(key, "good")
        self._changed()

    def _refused(self, fold: AskFold | None) -> None:
        self._is_working = False
        if fold is not None and not fold.isHidden():
            fold.ask_again()

    def _is_good(self, fold: AskFold, new: str, again: str) -> bool:
        try:
            services.protection.check_new(new, again)
        except Refusal as refusal:
            self._page.message.say(self._words.of(refusal), "warn")
            name = "again" if refusal.key == "keys.not_same" else "new"
            fold.lines["again"].clear()
            fold.lines[name].setFocus()
            return False
        return True

    def _make_acts(self) -> dict[int, Act]:
        return {
            _P: Act("protection.act.passphrase", self.ask_passphrase),
            _C: Act("protection.act.code", lambda: self._ask("coding")),
            _K: Act("protection.act.key", lambda: self._ask("renewing")),
            _U: Act("protection.act.remove", lambda: self._ask("removing")),
        }

    def _make_folds(self) -> dict[str, AskFold]:
        words = self._words
        return {
            "setting": AskFold(words, "protection.setting", (_NEW, _AGAIN), self._set),
            "changing": AskFold(words, "protection.changing", (_OLD, _NEW, _AGAIN), self._change),
            "coding": AskFold(words, "protection.coding", (_NOW,), self._ask_code),
            "renewing": AskFold(words, "protection.renewing", (_NOW,), self._renew, tone="warn"),
            "removing": AskFold(words, "protection.removing", (_NOW,), self._remove, tone="bad"),
        }
