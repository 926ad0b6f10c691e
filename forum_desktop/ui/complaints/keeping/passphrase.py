"""The desk's passphrase, what forgetting it means, and handing over for good."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from forum_desktop import services
from forum_desktop.ui.asking import PASSPHRASE, Asked, AskFold
from forum_desktop.ui.board import headed
from forum_desktop.ui.controls import Text, column, restyle
from forum_desktop.ui.key_buttons import Act, KeyButtons
from forum_desktop.ui.news import Kind

if TYPE_CHECKING:
    from forum_desktop.records.sealed import ComplaintDesk
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.viewed import ViewedPage

_SET = (
    Asked("old", "keeping.old", is_secret=True),
    Asked("new", "keeping.new", is_secret=True),
    Asked("again", "keeping.again", is_secret=True),
)
_HAND_OVER = (PASSPHRASE, Asked("word", "keeping.hand_over_word_ask"))
_P, _H = Qt.Key.Key_P, Qt.Key.Key_H


class PassphraseCard(QFrame):
    """Holds no passphrase longer than it is being typed."""

    def __init__(self, page: "ViewedPage") -> None:
        super().__init__()
        self._page, self._words = page, page.words
        self.kept: ComplaintDesk | None = None
        self._is_working = False
        self._state, self._means = Text(wraps=True), Text("small", wraps=True)
        acts = {
            int(_P): Act("keeping.set_passphrase", self.ask_passphrase),
            int(_H): Act("keeping.act.hand_over", self.ask_hand_over),
        }
        self.acts = KeyButtons(self._words, acts, columns=2)
        self.setting = AskFold(self._words, "keeping.setting", _SET, self._set)
        self.handing = AskFold(
            self._words, "keeping.handing", _HAND_OVER, self._hand_over, tone="bad"
        )
        items = (self._state, self._means, self.acts, self.setting, self.handing)
        self.setLayout(column(headed(self._words, "keeping.key", "lock", *items)))

    def show_desk(self, kept: "ComplaintDesk") -> None:
        """Show how the desk stands."""
        self.kept = kept
        self.retranslate()

    def ask_passphrase(self) -> None:
        """Ask for a new passphrase, and for the one before where there is one."""
        self.handing.fold_in()
        if self.kept is None:
            return
        if self.kept.is_handed_over:
            self._page.say("sealing.handed_over", "warn")
            return
        self.setting.begin(leave_out=() if self.kept.is_wrapped else ("old",))

    def ask_hand_over(self) -> None:
        """Ask whether the desk is handed over; told at once where it cannot be."""
        self.setting.fold_in()
        if self.kept is None:
            return
        why_not = self._why_not(self.kept)
        if why_not:
            self._page.say(why_not, "warn")
        else:
            self.handing.begin(leave_out=() if self.kept.is_wrapped else ("passphrase",))

    def forget(self) -> None:
        """Ask no more."""
        self.setting.fold_in()
        self.handing.fold_in()

    def retranslate(self) -> None:
        """Say how the desk stands, and what that means."""
        self.acts.retranslate()
        for fold in (self.setting, self.handing):
            if not fold.isHidden():
                fold.retranslate()
        if self.kept is None:
            return
        name = _stand(self.kept)
        self._state.say(self._words(f"keeping.stands.{name}"))
        restyle(self._state, tone="warn" if name == "open" else "good")
        means = [self._words(f"keeping.means.{name}")]
        if self._why_not(self.kept) == "sealing.no_hq":
            means.append(self._words("keeping.no_hq"))
        self._means.say("\n".join(means))

    def _why_not(self, kept: "ComplaintDesk") -> str:
        """Return the key of why the desk cannot be handed over, empty where it can."""
        if kept.is_handed_over:
            return "sealing.handed_over"
        assert self._page.overview is not None
        if not self._page.overview.pack.hq_recipient:
            return "sealing.no_hq"
        return "" if kept.can_hand_over else "sealing.no_secret"

    def _set(self, told: Mapping[str, str]) -> None:
        if told["new"] != told["again"]:
            self._page.say("keeping.not_same", "warn")
            self.setting.lines["again"].clear()
            self.setting.lines["again"].setFocus()
            return
        forum_id, old, new = self._page.forum_id, told.get("old", ""), told["new"]
        self._work(
            self.setting,
            lambda desk: services.complaint_desk.set_passphrase(desk, forum_id, new, old=old),
            "keeping.done.passphrase",
        )

    def _hand_over(self, told: Mapping[str, str]) -> None:
        if not is_word(told["word"], self._words("keeping.hand_over_word"), "ส่งมอบ"):
            self._page.say("keeping.hand_over_word_needed", "warn")
            self.handing.lines["word"].setFocus()
            return
        forum_id, phrase = self._page.forum_id, told.get("passphrase", "")
        self._work(
            self.handing,
            lambda desk: services.complaint_desk.hand_over(desk, forum_id, passphrase=phrase),
            "keeping.done.handed_over",
        )

    def _work(self, fold: AskFold, job: "Callable[[Desk], object]", key: str) -> None:
        if self._is_working:
            return
        self._is_working = True

        def done(_: object) -> None:
            self._is_working = False
            fold.fold_in()
            self._page.say(key, "good")

        def refused(_: object) -> None:
            self._is_working = False
            if not fold.isHidden():
                fold.ask_again()

        def failed() -> None:
            self._is_working = False

        self._page.act(job, done, Kind.COMPLAINTS, refused=refused, failed=failed)


def is_word(typed: str, *wanted: str) -> bool:
    """Tell whether one of the words stands there that mean: yes, for good."""
    return typed.strip().casefold() in {word.casefold() for word in wanted}


def _stand(kept: "ComplaintDesk") -> str:
    if kept.is_handed_over:
        return "handed_over"
    return "wrapped" if kept.is_wrapped else "open"
