"""The slip that is put in the safe: the code that opens a laptop's file (ใบรหัสกู้คืน)."""

from forum_desktop.documents.recovery_slip.rendering import render

__all__ = ["render"]
