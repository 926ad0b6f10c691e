"""The slip of an assignment, handed to the officer who is told (ใบมอบหมายงาน)."""

from forum_desktop.documents.order_slip.rendering import render

__all__ = ["render"]
