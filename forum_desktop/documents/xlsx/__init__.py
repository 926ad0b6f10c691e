"""The data of a document as a workbook, a sheet a table."""

from forum_desktop.documents.xlsx.rendering import render

__all__ = ["render"]
