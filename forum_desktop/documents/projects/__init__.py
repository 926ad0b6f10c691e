"""The project list in the shape of the plan edition's form."""

from forum_desktop.documents.projects.rendering import render

__all__ = ["render"]
