"""The certificate that a laptop was cleaned of a forum (หนังสือรับรองการล้างข้อมูล)."""

from forum_desktop.documents.hand_over.rendering import render

__all__ = ["render"]
