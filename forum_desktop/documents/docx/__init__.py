"""The minutes as an editable Word document."""

from forum_desktop.documents.docx.rendering import render

__all__ = ["render"]
