"""Sheets to sign by hand, pre-filled by zone and community."""

from forum_desktop.documents.sign_in.rendering import render

__all__ = ["render"]
