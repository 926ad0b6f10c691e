"""The main table of a document as CSV (RFC 4180) that Excel opens in Thai.

UTF-8 with a byte order mark, lines ended by CR LF. A text that a spreadsheet would evaluate
gets an apostrophe in front: see `neutralised`. Moments are local time as "2026-02-12 09:30".
"""

import csv
import io
from datetime import date, datetime

from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.house.watching import IsCancelled, Progress, Watch
from forum_desktop.documents.office_text import neutralised, xml_text
from forum_desktop.documents.tables import Cell, Term, tables_of
from forum_desktop.records.documents import DocumentContent
from forum_desktop.wording import Wording


def render(
    content: DocumentContent,
    wording: Wording,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> bytes:
    """Return the first of the document's tables; the same content gives the same bytes.

    Raises Cancelled soon after `cancelled` says so.
    """
    watch = Watch(progress, cancelled)
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    for table in tables_of(content, Phrases(wording, content.pack))[:1]:
        writer.writerow([_written(column.head) for column in table.columns])
        for row in watch.over(table.rows, len(table.rows)):
            writer.writerow([_written(cell) for cell in row])
    watch.finish()
    return target.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    if isinstance(cell, Term):
        return _written(cell.text)
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, int):
        return str(cell)
    return neutralised(xml_text(cell or ""))
