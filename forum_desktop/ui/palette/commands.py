"""What can be done now: the acts in front, the views, the pages, and what holds everywhere."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QWidget

from forum_desktop.thai.finding import readings
from forum_desktop.thai.folding import fold
from forum_desktop.ui.pages import SIGNS, PageSign
from forum_desktop.ui.viewed import StripButton, ViewedPage

if TYPE_CHECKING:
    from forum_desktop.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Command:
    """An act: what it is called, where it belongs, its key where it has one, and what it does."""

    name: str
    place: str
    key: str
    begin: Callable[[], object]


def commands(window: "MainWindow", everywhere: Sequence[Command]) -> tuple[Command, ...]:
    """Return what can be begun, the nearest first."""
    return (*_in_front(window), *everywhere, *_pages(window), *_views(window))


def found(all_of_them: Sequence[Command], typed: str) -> tuple[Command, ...]:
    """Return the commands that hold every typed word, those that begin with them first.

    Tone marks, case and a wrong keyboard layout do not matter.
    """
    for text in readings(typed):
        words = fold(text).split()
        held = [one for one in all_of_them if _holds(one, words)]
        if held:
            return tuple(sorted(held, key=lambda one: not fold(one.name).startswith(words[:1][0])))
    return () if typed.strip() else tuple(all_of_them)


def _holds(command: Command, words: Sequence[str]) -> bool:
    text = fold(f"{command.name} {command.place}")
    return bool(words) and all(word in text for word in words)


def _in_front(window: "MainWindow") -> Iterator[Command]:
    page = window.current
    place = window.words(next(s for s in SIGNS if s.name == window.current_name).wording_key)
    seen = set()
    for button in page.findChildren(QAbstractButton):
        name = _name(button)
        if name and name not in seen and _can_be_pressed(button, page):
            seen.add(name)
            yield Command(name, place, "", button.click)


def _can_be_pressed(button: QAbstractButton, page: QWidget) -> bool:
    is_act = not isinstance(button, StripButton) and not button.isCheckable()
    return is_act and button.isEnabled() and button.isVisibleTo(page)


def _name(button: QAbstractButton) -> str:
    return " ".join((button.text() or button.accessibleName()).replace("&", "").split())


def _pages(window: "MainWindow") -> Iterator[Command]:
    for sign in SIGNS:
        if window.overview is not None or not sign.needs_forum:
            yield Command(
                window.words(sign.wording_key),
                window.words("palette.page"),
                sign.key_name,
                partial(window.visit, sign.name),
            )


def _views(window: "MainWindow") -> Iterator[Command]:
    for sign in SIGNS:
        is_open = window.overview is not None or not sign.needs_forum
        if is_open and issubclass(sign.page, ViewedPage):
            yield from _views_of(window, sign, sign.page)


def _views_of(window: "MainWindow", sign: PageSign, page: type[ViewedPage]) -> Iterator[Command]:
    place = window.words(sign.wording_key)
    for at, view in enumerate(page.signs, start=1):
        name = window.words(view.says)
        yield Command(
            name, place, f"{sign.key_name}, Ctrl+{at}", partial(_show, window, sign, view.name)
        )


def _show(window: "MainWindow", sign: PageSign, view: str) -> None:
    window.visit(sign.name)
    page = window.page(sign.name)
    assert isinstance(page, ViewedPage)
    page.show_view(view)
