"""Which document, for whom, and as what kind of file."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QSizePolicy

from forum_desktop.records.badges import FOR_EVERYBODY
from forum_desktop.records.documents import DocumentFormat, DocumentKind, DocumentOrder
from forum_desktop.records.minutes import Edition
from forum_desktop.ui.controls import Text, column, field, restyle, row, told
from forum_desktop.ui.documents.badge_form import BadgeForm
from forum_desktop.ui.either import Either
from forum_desktop.ui.words import Words

if TYPE_CHECKING:
    from forum_desktop.records.documents import DocumentOffer

_FIRST = DocumentOrder(kind=DocumentKind.MINUTES, edition=Edition.INTERNAL)


class OrderForm(QFrame):
    """Always holds an order; choices that a document does not have are not shown."""

    def __init__(self, words: Words, changed: Callable[[], object]) -> None:
        super().__init__()
        self._words, self._changed = words, changed
        self._offers: dict[DocumentKind, DocumentOffer] = {}
        self.kind, self.format = QComboBox(), QComboBox()
        for box in (self.kind, self.format):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.edition = Either(words, "minutes.edition", tuple(Edition), lambda _: self._chosen())
        self.edition.choose(Edition.INTERNAL)
        self.complaint = QLineEdit()
        self.complaint.setMaxLength(40)
        self.badges = BadgeForm(words, self._chosen)
        self._holds, self._readers = Text("body", wraps=True), Text("small", wraps=True)
        self._lay_out()
        self.kind.activated.connect(lambda _: self._kind_chosen())
        self.format.activated.connect(lambda _: self._chosen())
        self.complaint.textChanged.connect(lambda _: self._chosen())

    def is_ready(self) -> bool:
        """Tell whether the offers are known."""
        return bool(self._offers)

    def order(self) -> DocumentOrder:
        """Return what is chosen."""
        if self.kind.currentData() is None:
            return _FIRST
        kind = self._kind()
        return DocumentOrder(
            kind=kind,
            edition=Edition(self.edition.chosen()),
            format=self._format(),
            complaint=self.complaint.text().strip() if kind is DocumentKind.RECEIPT else "",
            badges=self.badges.order() if kind is DocumentKind.BADGES else FOR_EVERYBODY,
        )

    def offer(self, offers: "tuple[DocumentOffer, ...]") -> None:
        """Offer these documents."""
        self._offers = {offer.kind: offer for offer in offers}
        self.retranslate()

    def choose(self, kind: DocumentKind, edition: Edition | None = None) -> None:
        """Choose a document, and an edition of it."""
        self.kind.setCurrentIndex(max(0, self.kind.findData(kind)))
        if edition is not None:
            self.edition.choose(edition)
        self._kind_chosen()

    def retranslate(self) -> None:
        """Name documents and kinds of file in the current language."""
        chosen = self.order()
        self.kind.clear()
        for kind in self._offers:
            self.kind.addItem(self._words(f"documents.kind.{kind}"), kind)
        self.kind.setCurrentIndex(max(0, self.kind.findData(chosen.kind)))
        self.badges.retranslate()
        if self._offers:
            self._show_offer(chosen.format)

    def said_readers(self) -> str:
        """Return who may read what is chosen."""
        return self._readers.said()

    def _kind(self) -> DocumentKind:
        # Qt gives back plain words.
        return DocumentKind(self.kind.currentData())

    def _format(self) -> DocumentFormat:
        return DocumentFormat(self.format.currentData() or DocumentFormat.PDF)

    def _kind_chosen(self) -> None:
        self._show_offer(self._format())
        self._chosen()

    def _show_offer(self, wish: DocumentFormat) -> None:
        offer = self._offers[self._kind()]
        self.format.clear()
        for made_as in offer.formats:
            self.format.addItem(self._words(f"documents.format.{made_as}"), made_as)
        self.format.setCurrentIndex(max(0, self.format.findData(wish)))
        self._edition_field.setVisible(len(offer.editions) > 1)
        if self.edition.chosen() not in offer.editions:
            self.edition.choose(offer.editions[0])
        self._describe()

    def _chosen(self) -> None:
        self._describe()
        self._changed()

    def _describe(self) -> None:
        order, words = self.order(), self._words
        self._holds.say(words(f"documents.holds.{order.kind}"))
        self._readers.say(words(f"documents.readers.{_readers(order)}"))
        is_public = order.edition is Edition.PUBLIC and order.kind is not DocumentKind.RECEIPT
        restyle(self._readers, tone="good" if is_public else "warn")
        self._complaint_field.setVisible(order.kind is DocumentKind.RECEIPT)
        self.badges.setVisible(order.kind is DocumentKind.BADGES)

    def _lay_out(self) -> None:
        words = self._words
        which = row(
            field(words, "documents.which", self.kind),
            field(words, "documents.made_as", self.format),
        )
        which.setStretch(0, 3)
        which.setStretch(1, 2)
        self._complaint_field = QFrame()
        self._complaint_field.setLayout(field(words, "documents.complaint", self.complaint))
        self._edition_field = QFrame()
        label = told(words, "documents.edition", "field")
        self._edition_field.setLayout(column(label, self.edition, gap=0))
        asked = (self._edition_field, self._complaint_field, self.badges)
        self.setLayout(column(which, self._holds, *asked, self._readers, gap=6))


def _readers(order: DocumentOrder) -> str:
    if order.kind in {DocumentKind.RECEIPT, DocumentKind.COMPLAINTS}:
        return order.kind.value
    return order.edition.value
