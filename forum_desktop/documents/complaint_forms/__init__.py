"""Blank complaint forms, each under a number of its own."""

from forum_desktop.documents.complaint_forms.rendering import render

__all__ = ["render"]
