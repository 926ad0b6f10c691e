"""The meeting on one page, in figures and drawings, for the mayor (สรุปผลการประชุม)."""

from forum_desktop.documents.summary.rendering import render

__all__ = ["render"]
