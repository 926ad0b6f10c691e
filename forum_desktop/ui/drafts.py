"""Half-typed words: handed to the worker at most a second after the key was pressed."""

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from forum_desktop import services
from forum_desktop.ui.background import Background, Ends

if TYPE_CHECKING:
    from forum_desktop.services.desk import Desk

Fields = Mapping[str, str]
_PAUSE = 700
"""Milliseconds from the first unkept key until the words are handed over."""


class DraftKeeper(QObject):
    """Keeps the fields of one form at one place; empty fields keep nothing."""

    def __init__(
        self, parent: QObject, background: Background, collect: Callable[[], Fields]
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._collect = collect
        self._place = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.keep)

    def move_to(self, place: str, restore: Callable[[dict[str, str]], object]) -> None:
        """Work at another place from now on; `restore` gets what was kept there."""
        self.keep_now()
        self._place = place
        self._background.run(
            lambda desk: services.drafts.read_draft(desk, place),
            Ends(done=lambda text: self._put_back(text, restore)),
        )

    def _put_back(self, text: str, restore: Callable[[dict[str, str]], object]) -> None:
        """Restore words when all is shown that was looked up before: it is what they belong to."""
        if text:
            self._background.look_up(lambda _: _fields(text), Ends(done=restore))

    def changed(self) -> None:
        """Something was typed. The clock is not set back by more typing."""
        if self._place and not self._timer.isActive():
            self._timer.start()

    def keep_now(self) -> None:
        """Hand over at once what is not kept yet."""
        if self._timer.isActive():
            self.keep()

    def keep(self) -> None:
        """Hand the words to the worker."""
        self._timer.stop()
        place, text = self._place, packed(self._collect())
        self._background.run(lambda desk: services.drafts.keep_draft(desk, place, text))

    @property
    def place(self) -> str:
        """Where the words are kept."""
        return self._place

    def let_go(self) -> str:
        """Keep nothing more of what is typed now: an act does. Return the place of the draft."""
        self._timer.stop()
        return self._place

    def cleared_after(self, job: "Callable[[Desk], Any]") -> "Callable[[Desk], Any]":
        """Return `job`, after which the draft that it made durable is removed."""
        place = self._place
        self._timer.stop()

        def done_and_cleared(desk: "Desk") -> Any:
            result = job(desk)
            services.drafts.keep_draft(desk, place, "")
            return result

        return done_and_cleared


def packed(fields: Fields) -> str:
    """Return the text of a draft; empty fields are left out, and "" means nothing was typed."""
    typed = {name: value for name, value in fields.items() if value.strip()}
    return json.dumps(typed, ensure_ascii=False) if typed else ""


def _fields(text: str) -> dict[str, str]:
    kept = json.loads(text)
    return {str(name): str(value) for name, value in kept.items()}
