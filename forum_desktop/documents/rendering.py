"""Any document in any format it can be had in."""

from importlib import import_module

from forum_desktop.documents.house.watching import IsCancelled, Progress
from forum_desktop.records.documents import KINDS, DocumentContent, DocumentFormat
from forum_desktop.wording import Wording

_OTHER = {
    DocumentFormat.DOCX: "docx",
    DocumentFormat.XLSX: "xlsx",
    DocumentFormat.CSV: "csv_file",
    DocumentFormat.JSON: "json_file",
}


def render(
    content: DocumentContent,
    made_as: DocumentFormat,
    wording: Wording,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> bytes:
    """Return the file of a document; the same content gives the same bytes.

    The module of a PDF is called as its kind. Modules load when first used: nobody waits for
    a spreadsheet to see a PDF.
    """
    name = _OTHER.get(made_as) or KINDS[type(content)].name.lower()
    module = import_module(f"forum_desktop.documents.{name}")
    data: bytes = module.render(content, wording, progress=progress, cancelled=cancelled)
    return data
