"""Above and under the preview: which edition, which page, how large."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QPushButton

from forum_desktop.records.minutes import Edition
from forum_desktop.ui.controls import Text, button, named, row
from forum_desktop.ui.either import Either
from forum_desktop.ui.minutes.drawing import Drawing
from forum_desktop.ui.minutes.preview import Preview

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words


class PreviewHead(QFrame):
    """The edition shown, and the way to the documents."""

    def __init__(
        self,
        words: "Words",
        edition_chosen: Callable[[], object],
        open_documents: Callable[[], object],
    ) -> None:
        super().__init__()
        self._editions = Either(
            words, "minutes.edition", tuple(Edition), lambda _: edition_chosen()
        )
        for name, made in self._editions.buttons.items():
            words.tell(made.setToolTip, f"minutes.edition_how.{name}")
        self._editions.choose(Edition.INTERNAL)
        self.export_button = button(
            words, "documents.open", open_documents, look="primary", symbol="download"
        )
        self.setLayout(row(self._editions, None, self.export_button, gap=8))

    def edition(self) -> Edition:
        """Return the edition shown."""
        return Edition(self._editions.chosen())

    def choose(self, edition: Edition) -> None:
        """Show an edition."""
        self._editions.choose(edition)


class PreviewFoot(QFrame):
    """Tells the page in front, whether a newer version is on its way, and zooms."""

    def __init__(self, words: "Words", preview: Preview, drawing: Drawing) -> None:
        super().__init__()
        self._words, self._preview, self._drawing = words, preview, drawing
        self._page, self._work = Text("small"), Text("small")
        self.fit = button(words, "minutes.zoom_fit", lambda: preview.set_zoom(1.0), look="quiet")
        preview.moved.connect(self.retranslate)
        drawing.changed.connect(self.retranslate)
        smaller = self._sign("−", "minutes.zoom_out", -1)
        larger = self._sign("+", "minutes.zoom_in", +1)
        self.setLayout(row(self._page, self._work, None, smaller, self.fit, larger, gap=4))

    def retranslate(self) -> None:
        """Say the page and the work again."""
        pages, words = self._preview.pages, self._words
        count = pages.page_count if pages is not None else 0
        said = words("minutes.page_of", page=self._preview.page_number(), pages=count)
        self._page.say(said if count else "")
        self._preview.setAccessibleDescription(self._page.said())
        self._work.say(words("minutes.preview_newer") if self._drawing.is_under_way() else "")

    def told(self) -> str:
        """Return what is said of the page in front."""
        return self._page.said()

    def _sign(self, sign: str, key: str, step: int) -> QPushButton:
        made = QPushButton(sign)
        made.setProperty("look", "sign")
        made.setAutoDefault(False)
        self._words.tell(made.setToolTip, key)
        made.clicked.connect(lambda: self._preview.zoom_by(step))
        return named(self._words, key, made)
