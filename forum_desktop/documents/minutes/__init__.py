"""The minutes of a forum, in the order of the official form (แบบที่ ๑๑)."""

from forum_desktop.documents.minutes.rendering import render

__all__ = ["render"]
