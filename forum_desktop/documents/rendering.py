"""Any document in any format it can be had in."""

from importlib import import_module

from forum_desktop.documents.house.watching import IsCancelled, Progress
from forum_desktop.records.documents import (
    AttendeesContent,
    CardsContent,
    DocumentContent,
    DocumentFormat,
    OpinionsContent,
    ProjectsContent,
    ReceiptContent,
    RegisterContent,
    SignInContent,
    SummaryContent,
)
from forum_desktop.records.minutes import MinutesContent
from forum_desktop.wording import Wording

_PDF = {
    MinutesContent: "minutes",
    SummaryContent: "summary",
    SignInContent: "sign_in",
    AttendeesContent: "attendees",
    OpinionsContent: "opinions",
    ProjectsContent: "projects",
    ReceiptContent: "receipt",
    RegisterContent: "complaints",
    CardsContent: "cards",
}
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

    Modules load when first used: nobody waits for a spreadsheet to see a PDF.
    """
    is_pdf = made_as is DocumentFormat.PDF
    name = _PDF[type(content)] if is_pdf else _OTHER[made_as]
    module = import_module(f"forum_desktop.documents.{name}")
    data: bytes = module.render(content, wording, progress=progress, cancelled=cancelled)
    return data
