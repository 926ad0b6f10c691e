"""From tables to the bytes of a workbook."""

from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.house.watching import IsCancelled, Progress, Watch
from forum_desktop.documents.office_label import label_of
from forum_desktop.documents.office_package import pack
from forum_desktop.documents.tables import DataTable, every_row, tables_of
from forum_desktop.documents.xlsx.about import about_table
from forum_desktop.documents.xlsx.cells import Cells
from forum_desktop.documents.xlsx.sheets import Sheets
from forum_desktop.documents.xlsx.styles import TYPEFACE, styles_part
from forum_desktop.documents.xlsx.workbook import whole_package
from forum_desktop.records.documents import DocumentContent
from forum_desktop.wording import Wording


def render(
    content: DocumentContent,
    wording: Wording,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> bytes:
    """Return the workbook; the same content gives the same bytes.

    No text is ever a formula, whatever it begins with. Raises Cancelled soon after
    `cancelled` says so.
    """
    phrases, watch = Phrases(wording, content.pack), Watch(progress, cancelled)
    label = label_of(content, phrases)
    typeface = content.pack.documents.typeface or TYPEFACE
    tables = (*tables_of(content, phrases), about_table(content, label, phrases))
    sheets = Sheets(Cells(phrases), typeface, label.title)
    rows = _rows(sheets, tables, watch)
    parts = [sheets.part(table, rows[table.key]) for table in tables]
    data = pack(whole_package(tables, parts, styles_part(typeface), label))
    watch.finish()
    return data


def _rows(sheets: Sheets, tables: tuple[DataTable, ...], watch: Watch) -> dict[str, list[str]]:
    """Return the rows of each table's sheet."""
    rows = {table.key: [sheets.head(table)] for table in tables}
    for table, row in watch.over(every_row(tables), sum(len(table.rows) for table in tables)):
        written = rows[table.key]
        written.append(sheets.row(table, len(written) + 1, row))
    return rows
