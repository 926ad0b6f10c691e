"""The receipt of a complaint, handed to the citizen (ใบรับเรื่องร้องเรียน)."""

from forum_desktop.documents.receipt.rendering import render

__all__ = ["render"]
