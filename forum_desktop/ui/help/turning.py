"""Turning the help on and off (Ctrl+F1)."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forum_desktop.ui.main_window import MainWindow


def turn_help(window: "MainWindow") -> None:
    """Show the help of the page in front, or hide it."""
    from forum_desktop.ui.help.panel import HelpPanel  # noqa: PLC0415 - when first asked for

    body = window.centralWidget()
    assert body is not None
    panel = body.findChild(HelpPanel) or HelpPanel(window)
    panel.turn()
