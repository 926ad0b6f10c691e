"""The box on a window, with what can be done from everywhere."""

from typing import TYPE_CHECKING

from forum_desktop.ui.palette.box import CommandBox
from forum_desktop.ui.palette.commands import Command, commands

if TYPE_CHECKING:
    from forum_desktop.ui.main_window import MainWindow


def make_box(window: "MainWindow") -> CommandBox:
    """Return the box of a window, not yet shown."""

    def collect() -> tuple[Command, ...]:
        return commands(window, _everywhere(window))

    body = window.centralWidget()
    assert body is not None
    return CommandBox(body, window.words, collect)


def _everywhere(window: "MainWindow") -> tuple[Command, ...]:
    words = window.words
    place = words("palette.everywhere")
    return (
        Command(words("palette.history"), place, "Ctrl+H", window.show_history),
        Command(words("palette.lock"), place, "Ctrl+Shift+L", window.locking.lock),
        Command(words("window.change_language"), place, "", window.change_language),
    )
