"""A warning beside a field where somebody's ID number was typed; it never stops anybody."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from forum_desktop.thai.id_numbers import has_id_number
from forum_desktop.ui.controls import Text, restyle

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words


class IdWarning(Text):
    """Says that the number is masked wherever the text is shown or printed."""

    def __init__(self, words: "Words") -> None:
        super().__init__("small", wraps=True)
        restyle(self, tone="warn")
        words.tell(self.say, "evidence_view.id_number")
        self.hide()

    def look(self, texts: Iterable[str]) -> None:
        """Show it where one of the texts holds an ID number."""
        self.setVisible(any(map(has_id_number, texts)))

    def beside(self, *fields: QLineEdit | QPlainTextEdit) -> None:
        """Look at what stands in these fields with every letter typed."""
        for field in fields:
            field.textChanged.connect(lambda *_: self.look(map(_typed_in, fields)))

    def before(
        self, changed: Callable[[], object], typed: Callable[[], Mapping[str, str]]
    ) -> Callable[[], None]:
        """Return a function that looks at what is typed, then does what a change brings about."""

        def looked() -> None:
            self.look(typed().values())
            changed()

        return looked


def _typed_in(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()
