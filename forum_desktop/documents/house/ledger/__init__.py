"""A ledger: a ruled list with heads in one or two rows, bands across it, and sums."""

from forum_desktop.documents.house.ledger.block import Ledger
from forum_desktop.documents.house.ledger.columns import ENTRY, Column, Grid, fit
from forum_desktop.documents.house.ledger.head import Head, set_head
from forum_desktop.documents.house.ledger.rows import Entry, Row, Span, set_band, set_row, set_spans

__all__ = [
    "ENTRY",
    "Column",
    "Entry",
    "Grid",
    "Head",
    "Ledger",
    "Row",
    "Span",
    "fit",
    "set_band",
    "set_head",
    "set_row",
    "set_spans",
]
