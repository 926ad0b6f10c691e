"""The PDF file around drawn pages, fit for an archive (ISO 19005-2 and -3, level b)."""

from forum_desktop.documents.pdf.flavour import Flavour
from forum_desktop.documents.pdf.writing import write_pdf

__all__ = ["Flavour", "write_pdf"]
