"""What is chosen: the thing under the cursor, whatever list or card it stands in."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QApplication, QWidget

from forum_desktop.ui.record_list import RecordList
from forum_desktop.ui.table_view import TableView

_INSIDE = (
    *("opinion", "attendee", "complaint", "assignment", "item", "turn", "ranking", "proposal"),
    *("row", "support"),
)
"""What a line of a list calls the thing that it tells of."""

_SHOWN = ("opinion", "case", "subject")
"""What a card calls the thing that it shows."""


def chosen_id(page: QWidget) -> UUID | None:
    """Return the id of what is chosen on a page: where the cursor is, else in a list in sight.

    A widget that knows better tells it as `history_subject()`, a record.
    """
    return next(_candidates(page), None)


def id_of(record: Any) -> UUID | None:
    """Return the id of the thing that a record is, or that it tells of."""
    own = getattr(record, "id", None)
    if isinstance(own, UUID):
        return own
    inner: Iterable[Any] = (getattr(record, name, None) for name in _INSIDE)
    if isinstance(record, tuple):
        inner = (*record, *inner)
    return next((found for one in inner if one is not None and (found := id_of(one))), None)


def _candidates(page: QWidget) -> Iterator[UUID]:
    widget = QApplication.focusWidget()
    while widget is not None and widget is not page:
        yield from _of(widget)
        widget = widget.parentWidget()
    for shown in (*page.findChildren(RecordList), *page.findChildren(TableView)):
        if shown.isVisible() and shown.currentIndex().isValid():
            yield from _of(shown)


def _of(widget: QWidget) -> Iterator[UUID]:
    tell = getattr(widget, "history_subject", None)
    chosen = widget.chosen() if isinstance(widget, RecordList | TableView) else None
    shown = (vars(widget).get(name) for name in _SHOWN)
    for record in (tell() if tell else None, chosen, *shown):
        found = None if record is None else id_of(record)
        if found is not None:
            yield found
