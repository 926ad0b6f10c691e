"""The start of a practice, in a process of its own."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess

from forum_desktop.paths import own_command

if TYPE_CHECKING:
    from forum_desktop.ui.page import Page


def practice_command(language: str, data_dir: str) -> list[str]:
    """Return the words that open a practice looking as the window on a folder does."""
    return [*own_command(), "--data-dir", data_dir, "--lang", language, "practice"]


def start_practice(page: "Page") -> None:
    """Open a practice beside this window, and say so."""
    folder = str(page.background.reports.parent)
    program, *words = practice_command(page.words.language, folder)
    is_started = QProcess.startDetached(program, words)[0]
    page.say(
        "practice.opening" if is_started else "practice.not_opened",
        "good" if is_started else "warn",
    )
