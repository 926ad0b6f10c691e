"""A person's own copy of everything that a forum keeps about her (PDPA s.30)."""

from forum_desktop.documents.person.rendering import render

__all__ = ["render"]
