"""Documents: records in, the bytes of a file out; knows neither the database nor Qt."""

from forum_desktop.documents.fingerprint import fingerprint
from forum_desktop.documents.rendering import render

__all__ = ["fingerprint", "render"]
