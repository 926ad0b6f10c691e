"""The data of a document as JSON; the format is told in docs/document-json.md."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from forum_desktop.documents.house.label import Label
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.house.watching import IsCancelled, Progress, Watch
from forum_desktop.documents.office_label import label_of
from forum_desktop.documents.tables import Cell, DataTable, Term, every_row, tables_of
from forum_desktop.records.documents import DocumentContent
from forum_desktop.records.plan import Approach, Strategy
from forum_desktop.wording import Wording

FORMAT, VERSION = "forum-desktop-document", 1


def render(
    content: DocumentContent,
    wording: Wording,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> bytes:
    """Return the data as JSON in UTF-8; the same content gives the same bytes.

    Text stands as it was typed, to the character. Raises Cancelled soon after `cancelled`.
    """
    phrases, watch = Phrases(wording, content.pack), Watch(progress, cancelled)
    tables = tables_of(content, phrases)
    rows: dict[str, list[dict[str, Any]]] = {table.key: [] for table in tables}
    for table, row in watch.over(every_row(tables), sum(len(table.rows) for table in tables)):
        rows[table.key].append(_object(table, row))
    head = _head(content, label_of(content, phrases)) | {"plan": _plan(content)}
    facts = {key: _spelled(fact) for key, fact in head.items()}
    lists = {key: f"[\n{_lines(map(_spelled, found))}\n]" for key, found in rows.items()}
    text = _object_of(facts | {"tables": _object_of(lists)})
    watch.finish()
    # Half of a surrogate pair cannot be UTF-8; a backslash escape of it is JSON all the same.
    return f"{text}\n".encode("utf-8", "backslashreplace")


def _object_of(spelled: dict[str, str]) -> str:
    """Return an object of spelled values, each on a line of its own."""
    return f"{{\n{_lines(f'{_spelled(key)}: {spelled[key]}' for key in sorted(spelled))}\n}}"


def _lines(items: Iterable[str]) -> str:
    return ",\n".join(items)


def _spelled(fact: Any) -> str:
    return json.dumps(fact, ensure_ascii=False, sort_keys=True)


def _head(content: DocumentContent, label: Label) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "kind": label.kind.value,
        "edition": label.edition.value,
        "forum": label.forum_code,
        "title": label.title,
        "municipality": content.forum.municipality,
        "date": content.forum.held_on.isoformat(),
        "fingerprint": label.fingerprint,
    }


def _plan(content: DocumentContent) -> list[dict[str, Any]]:
    strategies: tuple[Strategy, ...] = getattr(content, "strategies", ())
    approaches: tuple[Approach, ...] = getattr(content, "approaches", ())
    return [
        {
            "number": strategy.number,
            "name": strategy.name,
            "approaches": [
                {"code": item.code, "text": item.text}
                for item in approaches
                if item.strategy_id == strategy.id
            ],
        }
        for strategy in strategies
    ]


def _object(table: DataTable, row: tuple[Cell, ...]) -> dict[str, Any]:
    cells = zip(table.columns, row, strict=True)
    return {column.key: _value(cell) for column, cell in cells}


def _value(cell: Cell) -> str | int | None:
    if isinstance(cell, Term):
        return cell.code
    return cell.isoformat() if isinstance(cell, date) else cell
