"""Quick cards for the desks: a card to a sheet of A5, to be laid beside the laptop."""

from forum_desktop.documents.quick_cards.rendering import render

__all__ = ["render"]
