"""What a person may ask for her case: a copy, correction, her name taken off, erasure."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLineEdit

from forum_desktop import services
from forum_desktop.records.complaint import Complaint, ComplaintLevel
from forum_desktop.ui.asking import PASSPHRASE, REASON, Asked, AskFold
from forum_desktop.ui.complaints.keeping.amending import AMEND, amended
from forum_desktop.ui.complaints.keeping.passphrase import is_word
from forum_desktop.ui.controls import column
from forum_desktop.ui.key_buttons import Act, KeyButtons
from forum_desktop.ui.news import Kind
from forum_desktop.ui.save_target import Target

if TYPE_CHECKING:
    from pathlib import Path

    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.viewed import ViewedPage

_E, _C, _A, _D = (ord(letter) for letter in "ECAD")
_ERASE = (REASON, Asked("word", "person.erase_word_ask"))
Told = Mapping[str, str]
_NOTHING: Told = MappingProxyType({})


class CaseRights(QFrame):
    """Acts on the case that `chosen` returns; `became` hears what came of it."""

    def __init__(
        self,
        page: "ViewedPage",
        chosen: Callable[[], Complaint | None],
        became: Callable[[Complaint], object],
    ) -> None:
        super().__init__()
        self._page, self._chosen, self._became = page, chosen, became
        self._target = Target(page)
        self._is_working = False
        self.reason = ""
        self.needs_passphrase = False
        self.acts = KeyButtons(page.words, self._make_acts(), columns=4)
        self.folds = self._make_folds()
        self.setLayout(column(self.acts, *self.folds.values(), gap=8))

    def lines(self) -> Iterator[QLineEdit]:
        """Yield every line in which something may be typed."""
        for fold in self.folds.values():
            yield from fold.lines.values()

    def show_chosen(self) -> None:
        """Make grey what is not possible for the chosen case."""
        one = self._chosen()
        stands = one is not None and not one.is_erased
        has_name = one is not None and stands and one.level is not ComplaintLevel.ANONYMOUS
        for key, can in ((_E, stands), (_C, has_name), (_A, has_name), (_D, stands)):
            self.acts.enable(key, can=can)

    def forget(self) -> None:
        """Ask no more, and hold nothing that was typed."""
        self.reason = ""
        for fold in self.folds.values():
            fold.fold_in()

    def retranslate(self) -> None:
        """Say again what is no fixed sentence."""
        self.acts.retranslate()
        for fold in self.folds.values():
            if not fold.isHidden():
                fold.retranslate()

    def _ask(self, name: str) -> None:
        one = self._chosen()
        if one is None:
            return
        for fold in self.folds.values():
            fold.fold_in()
        leave_out = () if self.needs_passphrase else ("passphrase",)
        ready = {"reason": self.reason}
        self.folds[name].begin(ready, leave_out=leave_out, number=one.reference)

    def _copy(self, told: Told) -> None:
        one = self._reasoned("copying", told)
        target = self._target.ask(f"complaint-{one.reference}.json") if one else None
        if one is None or target is None:
            return
        said, phrase = told["reason"], told.get("passphrase", "")
        self._do(
            "copying",
            lambda desk: _copied(desk, one, target, said, phrase),
            "keeping.done.copied",
            {"name": target.name},
        )

    def _amend(self, told: Told) -> None:
        changes = amended(told)
        if not changes:
            self._page.say("keeping.nothing_to_amend", "warn")
            self.folds["amending"].lines["name"].setFocus()
            return
        one = self._reasoned("amending", told)
        if one is not None:
            said, phrase = told["reason"], told.get("passphrase", "")
            self._do(
                "amending",
                lambda desk: _amended(desk, one, changes, said, phrase),
                "keeping.done.amended",
            )

    def _redact(self, told: Told) -> None:
        one, said = self._reasoned("redacting", told), told["reason"]
        if one is not None:
            self._do(
                "redacting",
                lambda desk: services.complaints.redact_identity(desk, one.id, said),
                "case_register.done.redacted",
            )

    def _erase(self, told: Told) -> None:
        one, said = self._reasoned("erasing", told), told["reason"]
        if one is None:
            return
        if not is_word(told["word"], self._page.words("person.erase_word"), "ลบ"):
            self._page.say("keeping.erase_word_needed", "warn")
            self.folds["erasing"].lines["word"].setFocus()
            return
        self._do(
            "erasing",
            lambda desk: services.complaints.erase_complaint(desk, one.id, said),
            "keeping.done.erased",
        )

    def _reasoned(self, name: str, told: Told) -> Complaint | None:
        """Return the chosen case, or None while there is no reason."""
        if told["reason"].strip():
            return self._chosen()
        self._page.say("keeping.reason_first", "warn")
        self.folds[name].lines["reason"].setFocus()
        return None

    def _do(
        self, name: str, job: "Callable[[Desk], Complaint]", key: str, more: Told = _NOTHING
    ) -> None:
        if self._is_working:
            return
        self._is_working = True
        self._page.act(
            job,
            lambda one: self._done(name, one, key, more),
            Kind.COMPLAINTS,
            refused=lambda _: self._refused(name),
            failed=self._ready,
        )

    def _done(self, name: str, one: Complaint, key: str, more: Told) -> None:
        self._ready()
        self.folds[name].fold_in()
        self._became(one)
        self._page.say(key, "good", number=one.reference, **more)

    def _refused(self, name: str) -> None:
        """Show that the try is on record, and ask anew."""
        self._ready()
        self._page.current_view.reload()
        if not self.folds[name].isHidden():
            self.folds[name].ask_again()

    def _ready(self) -> None:
        self._is_working = False

    def _make_acts(self) -> dict[int, Act]:
        says = {_E: "copying", _C: "amending", _A: "redacting", _D: "erasing"}
        return {
            key: Act(f"keeping.act.{name}", lambda name=name: self._ask(name))  # type: ignore[misc]
            for key, name in says.items()
        }

    def _make_folds(self) -> dict[str, AskFold]:
        words = self._page.words
        return {
            "copying": AskFold(words, "keeping.copying", (REASON, PASSPHRASE), self._copy),
            "amending": AskFold(words, "keeping.amending", AMEND, self._amend, columns=3),
            "redacting": AskFold(words, "keeping.redacting", (REASON,), self._redact, tone="warn"),
            "erasing": AskFold(words, "keeping.erasing", _ERASE, self._erase, tone="bad"),
        }


def _copied(desk: "Desk", one: Complaint, target: "Path", reason: str, phrase: str) -> Complaint:
    services.complaints.export_complaint(desk, one.id, target, reason, passphrase=phrase)
    return one


def _amended(desk: "Desk", one: Complaint, changes: Told, reason: str, phrase: str) -> Complaint:
    services.complaints.amend_identity(desk, one.id, changes, reason, passphrase=phrase)
    return replace(one, can_reply=services.complaints.read_complaint(desk, one.id).can_reply)
