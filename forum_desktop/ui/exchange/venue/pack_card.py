"""The venue pack: whether headquarters' key is right, with or without a code, the code large."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame

from forum_desktop.ui.controls import Text, button, card, column, restyle, row, told

if TYPE_CHECKING:
    from forum_desktop.records.exchange import VenuePlan
    from forum_desktop.ui.words import Words

_LAST = 8
"""Signs of a public key that people compare."""


class PackCard(QFrame):
    """Asks `make` to write the pack."""

    def __init__(self, words: "Words", make: Callable[[], object]) -> None:
        super().__init__()
        self._words = words
        self._plan: VenuePlan | None = None
        self.has_code = QCheckBox()
        self.has_code.setChecked(True)
        words.tell(self.has_code.setText, "venue.with_code")
        self.key = Text("body", wraps=True)
        self._key_how = Text("soft", wraps=True)
        self.code = Text("display")
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._code_how = Text("soft", wraps=True)
        self.make_button = button(words, "venue.make", make, look="primary", symbol="download")
        shown = QFrame()
        restyle(shown, look="sunken")
        inner = column(told(words, "venue.code", "field"), self.code, self._code_how, gap=2)
        inner.setContentsMargins(14, 10, 14, 12)
        shown.setLayout(inner)
        self._shown = shown
        key = card(told(words, "venue.hq_key", "lead"), self.key, self._key_how, gap=4)
        pack = card(
            told(words, "venue.pack", "lead"),
            told(words, "venue.pack_how", "soft", wraps=True),
            self.has_code,
            row(self.make_button, None),
            shown,
            gap=8,
        )
        self.setLayout(column(pack, key))
        self.show_plan(None)

    def show_plan(self, plan: "VenuePlan | None") -> None:
        """Show the code of the last pack, and headquarters' key."""
        self._plan = plan
        self.make_button.setEnabled(plan is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Say again what is no fixed sentence."""
        plan = self._plan
        self._shown.setVisible(plan is not None and bool(plan.code))
        self.code.say(plan.code if plan else "")
        self._code_how.say(self._words("venue.code_how"))
        if plan is None:
            self.key.say("")
            self._key_how.say("")
            return
        state = _state(plan)
        self.key.say(self._words(f"venue.key_{state}", last=plan.hq_recipient[-_LAST:]))
        restyle(self.key, tone={"good": "good", "bad": "bad", "none": "warn"}[state])
        self._key_how.say(self._words(f"venue.key_{state}_how"))


def _state(plan: "VenuePlan") -> str:
    if not plan.hq_recipient:
        return "none"
    return "good" if plan.is_hq_key_good else "bad"
