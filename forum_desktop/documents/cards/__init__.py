"""Cards and forms for people who would rather write than speak."""

from forum_desktop.documents.cards.rendering import render

__all__ = ["render"]
