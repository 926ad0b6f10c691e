"""The box on a window, with what can be done from everywhere."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from forum_desktop.look import TEXT_SIZES, Theme, worn
from forum_desktop.ui.help.turning import turn_help
from forum_desktop.ui.palette.box import CommandBox
from forum_desktop.ui.palette.commands import Command, commands
from forum_desktop.ui.practice.starting import start_practice

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
        Command(words("help.turn"), place, "Ctrl+F1", lambda: turn_help(window)),
        Command(words("palette.lock"), place, "Ctrl+Shift+L", window.locking.lock),
        Command(words("window.change_language"), place, "", window.change_language),
        *([] if window.is_practice else [_practice(window)]),
        *_looks(window),
    )


def _practice(window: "MainWindow") -> Command:
    words = window.words
    name, place = words("practice.open"), words("palette.everywhere")
    return Command(name, place, "", lambda: start_practice(window.current))


def _looks(window: "MainWindow") -> Iterator[Command]:
    words, now = window.words, worn()
    place = words("palette.look")
    themes = [(f"look.{theme}", replace(now, theme=theme)) for theme in Theme]
    sizes = [(f"look.text_{size}", replace(now, text=size)) for size in TEXT_SIZES]
    for key, look in (*themes, *sizes):
        if look != now:
            yield Command(words(key), place, "", partial(window.look_wanted.emit, look))
