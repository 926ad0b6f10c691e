"""A page of several views: a strip of buttons, Ctrl+1 and on, and one view in front."""

from importlib import import_module
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget

from forum_desktop.ui.controls import Text, column, row
from forum_desktop.ui.fitting import FittingButton
from forum_desktop.ui.icons import show_icon
from forum_desktop.ui.keys import CTRL, Shortcuts
from forum_desktop.ui.page import Page, Surroundings
from forum_desktop.ui.theme import TOKENS, font

if TYPE_CHECKING:
    from forum_desktop.records.overview import ForumOverview
    from forum_desktop.ui.main_window import MainWindow
    from forum_desktop.ui.pages import PageName
    from forum_desktop.ui.words import Words

_ROOM = "    "
"""Blanks after the name of a view, on which its digit stands."""
_EDGE, _STRIP_EDGES = 12, 16
_MOST_WITH_ICONS = 7
"""With more views than this the names need the room."""


class ViewSign(NamedTuple):
    """A view as it stands in the strip; it is the class `made_as` in the module `place`."""

    name: str
    symbol: str
    says: str
    place: str
    made_as: str


class View(QFrame):
    """One way to look at the page's matter. It asks, acts and speaks through its page."""

    def __init__(self, page: "ViewedPage") -> None:
        super().__init__()
        self.page = page
        self.words = page.words
        self.shortcuts: Shortcuts = {}
        # What a view would like to be high must not press the strip above it flat.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)

    @property
    def overview(self) -> "ForumOverview":
        """The forum on the page; only asked where one is open."""
        assert self.page.overview is not None
        return self.page.overview

    def hasHeightForWidth(self) -> bool:
        """Take the room there is; what is inside wraps in it."""
        return False

    def forum_opened(self) -> None:
        """Begin with another forum: forget what was shown of the last one."""

    def overview_changed(self) -> None:
        """Show the newest figures."""

    def reload(self) -> None:
        """Read again what the view shows."""

    def arrive(self) -> None:
        """Come to the front: put the cursor where work begins."""

    def leave(self) -> None:
        """Go out of sight: hand over what is half typed."""

    def take_key(self, _event: QKeyEvent) -> bool:
        """Take a key that nothing on the page wanted; tell whether it was taken."""
        return False

    def retranslate(self) -> None:
        """Say again, in the current language, what is not a fixed sentence."""


class ViewedPage(Page):
    """Holds views together, each made at its first visit; they know their page only."""

    signs: ClassVar[tuple[ViewSign, ...]] = ()

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self._views: dict[str, View] = {}
        self._stack = QStackedWidget()
        self._buttons: dict[str, StripButton] = {}
        self.strip = self._strip()
        body = column(self.strip, self._stack, gap=8)
        body.setStretch(1, 1)
        self.lay_out(body)
        self.own_keys: Shortcuts = {
            (CTRL, Qt.Key.Key_1 + at): lambda name=sign.name: self.show_view(name)  # type: ignore[misc]
            for at, sign in enumerate(self.signs)
        }

    @property
    def current_view(self) -> View:
        """The view in front."""
        view = self._stack.currentWidget()
        assert isinstance(view, View)
        return view

    @property
    def views(self) -> tuple[View, ...]:
        """The views made so far."""
        return tuple(self._views.values())

    def view(self, name: str) -> View:
        """Return a view; its module is imported only now."""
        if name not in self._views:
            sign = next(sign for sign in self.signs if sign.name == name)
            made: View = getattr(import_module(sign.place), sign.made_as)(self)
            self._views[name] = made
            self._stack.addWidget(made)
            if self.overview is not None:
                made.forum_opened()
                made.overview_changed()
        return self._views[name]

    def show_view(self, name: str) -> None:
        """Bring a view to the front."""
        if self._stack.count():
            # What was said of one view is no news in another, unless it is said on leaving.
            self.message.hide()
            self.current_view.leave()
        view = self.view(name)
        self._stack.setCurrentWidget(view)
        for other, button in self._buttons.items():
            button.setChecked(other == name)
        self.shortcuts = {**self.own_keys, **view.shortcuts}
        if self.overview is not None:
            view.arrive()

    def arrive(self) -> None:
        """Come with the cursor where the view in front begins."""
        self.current_view.arrive()

    def leave(self) -> None:
        """Hand over what is half typed."""
        self.current_view.leave()

    def forum_opened(self) -> None:
        """Let every view begin with another forum."""
        for view in self.views:
            view.forum_opened()

    def overview_changed(self) -> None:
        """Show the counts."""
        for view in self.views:
            view.overview_changed()

    def reload(self) -> None:
        """Read again what the view in front shows; the others do when they come."""
        self.current_view.reload()

    def retranslate(self) -> None:
        """Say again what is not a fixed sentence."""
        for view in self.views:
            view.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer the view in front what is typed while the focus is beside it."""
        if not self.current_view.take_key(event):
            super().keyPressEvent(event)

    def _strip(self) -> QHBoxLayout:
        keys = Text("small")
        keys.say("Ctrl +")
        strip = row(keys, gap=4)
        for number, sign in enumerate(self.signs, start=1):
            made = StripButton(self.words, sign, number, is_one_of=len(self.signs))
            made.clicked.connect(lambda _=False, name=sign.name: self.show_view(name))
            self._buttons[sign.name] = made
            strip.addWidget(made)
        strip.addStretch(1)
        return strip


class StripButton(FittingButton):
    """Says its view and, softly, the digit that leads there.

    It takes no focus by a click: the cursor stays where work goes on.
    """

    def __init__(self, words: "Words", sign: ViewSign, number: int, *, is_one_of: int) -> None:
        super().__init__(_STRIP_EDGES)
        self._digit, self._face = str(number), font(TOKENS.small)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("look", "kind")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if is_one_of <= _MOST_WITH_ICONS:
            show_icon(self, sign.symbol, TOKENS.primary, 18)
        words.tell(self.say, sign.says)

    def say(self, name: str) -> None:
        """Name the view."""
        self.setText(f" {name}{_ROOM}")
        self.setAccessibleName(f"{name} Ctrl+{self._digit}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the digit at the right."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(self._face)
        painter.setPen(QColor(TOKENS.ink_soft))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(0, 0, -_EDGE, 0), side, self._digit)
        painter.end()


def go_to_view(window: "MainWindow", name: "PageName", view: str) -> None:
    """Bring a view of a page to the front."""
    window.visit(name)
    page = window.current
    if isinstance(page, ViewedPage):
        page.show_view(view)
