"""The minutes of a forum, in the order of the official form (แบบที่ ๑๑)."""

from forum_desktop.documents.minutes.rendering import lay_out, render

__all__ = ["lay_out", "render"]
