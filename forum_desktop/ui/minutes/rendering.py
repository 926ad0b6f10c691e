"""Pages of the minutes as pictures, made on the worker."""

from typing import Protocol

from PySide6.QtGui import QImage


class Sized(Protocol):
    """Paper; both measures in points."""

    @property
    def width(self) -> float:
        """How wide it is."""

    @property
    def height(self) -> float:
        """How high it is."""


class Pages(Protocol):
    """A document set in pages, any of which can be had as a PDF of its own."""

    @property
    def page_count(self) -> int:
        """How many pages there are."""

    @property
    def paper(self) -> Sized:
        """The paper of all pages."""

    def page_pdf(self, page: int) -> bytes:
        """Return the PDF of one page alone, counted from 1."""


def picture_of(pages: Pages, number: int, width: int) -> QImage:
    """Return page `number` (from 0) as a picture `width` pixels wide."""
    import pypdfium2  # noqa: PLC0415 - loaded when needed

    document = pypdfium2.PdfDocument(pages.page_pdf(number + 1))
    try:
        page = document[0]
        bitmap = page.render(scale=width / page.get_width())
        image = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_BGR888,
        )
        return image.copy()
    finally:
        document.close()
