"""Badges with a code for the scanner, name tags and cards that stand on a table."""

from forum_desktop.documents.badges.rendering import render

__all__ = ["render"]
