"""Pages of a PDF as pictures, made on the worker."""

from dataclasses import dataclass

from PySide6.QtGui import QImage


@dataclass(frozen=True)
class Rendered:
    """A PDF with the sizes of its pages in points."""

    pdf: bytes
    sizes: tuple[tuple[float, float], ...]


def measure(pdf: bytes) -> Rendered:
    """Return the PDF with its page sizes."""
    import pypdfium2  # noqa: PLC0415 - loaded when needed

    document = pypdfium2.PdfDocument(pdf)
    try:
        sizes = tuple(document.get_page_size(at) for at in range(len(document)))
    finally:
        document.close()
    return Rendered(pdf, sizes)


def picture_of(rendered: Rendered, number: int, width: int) -> QImage:
    """Return page `number` (from 0) as a picture `width` pixels wide."""
    import pypdfium2  # noqa: PLC0415 - loaded when needed

    document = pypdfium2.PdfDocument(rendered.pdf)
    try:
        page = document[number]
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
