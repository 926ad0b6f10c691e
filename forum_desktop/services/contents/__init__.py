"""What each document prints, gathered from the file in one look."""

from forum_desktop.services.contents.gathering import gather

__all__ = ["gather"]
