"""The coach: a banner above and a line below the window, one lesson after the other."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from forum_desktop import services
from forum_desktop.ui.background import Ends
from forum_desktop.ui.controls import column
from forum_desktop.ui.forum.page import ForumPage
from forum_desktop.ui.keys import CTRL, SHIFT, latin_key
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.practice.hands import PACE, Hands
from forum_desktop.ui.practice.lessons import LESSONS, Lesson, Show
from forum_desktop.ui.practice.line import Banner, CoachLine

if TYPE_CHECKING:
    from forum_desktop.services.practice import Done
    from forum_desktop.ui.main_window import MainWindow

_SHOW_KEY = Qt.Key.Key_T
_LOOK_PAUSE = 400
"""Milliseconds between two looks at the window, where no act tells of itself."""
_PRAISE_PAUSE = 1600
"""Milliseconds for which a lesson's praise stands before the next one begins."""


class Coach(QObject):
    """Sees by what the file holds that a lesson is done; nobody need say so."""

    def __init__(
        self, window: "MainWindow", *, pace: int = PACE, praise_pause: int = _PRAISE_PAUSE
    ) -> None:
        super().__init__(window)
        self._window, self._words = window, window.words
        self._script = services.practice.read_script()
        self._begun_with: Done | None = None
        self._now: Done | None = None
        self._is_asking = self._is_stale = False
        self.at = 0
        """How many lessons are behind."""
        self._praising = QTimer(self, singleShot=True, interval=praise_pause)
        self._looking = QTimer(self, interval=_LOOK_PAUSE)
        self.hands = Hands(window, self._hands_ended, pace)
        self.line = CoachLine(window.words, self.show_how, self.skip)
        self._frame()
        first = window.page(PageName.FORUM)
        assert isinstance(first, ForumPage)
        first.practice_button.hide()
        self._praising.timeout.connect(self._go_on)
        self._looking.timeout.connect(self._judge)
        window.news.changed.connect(lambda _: self._ask())
        application = QCoreApplication.instance()
        assert application is not None
        application.installEventFilter(self)
        self._looking.start()
        self._say()

    @property
    def lesson(self) -> Lesson | None:
        """What is to be done now; None once all is done."""
        return LESSONS[self.at] if self.at < len(LESSONS) else None

    @property
    def is_praising(self) -> bool:
        """Whether the lesson was just done, and its praise stands."""
        return bool(self._praising.isActive())

    def show_how(self) -> None:
        """Type the lesson; called again, or by any key, the hands come off."""
        if self.hands.is_busy:
            self._let_go()
        elif self.lesson is not None and not self.is_praising and self._begun_with is not None:
            self._window.activateWindow()
            self.hands.begin(self.lesson.show(Show(self._window, self.hands, self._script)))
            self._say()

    def skip(self) -> None:
        """Go to the next lesson undone."""
        if self.lesson is not None and not self.is_praising:
            self.hands.stop()
            self._go_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the coach's own key, and take the hands off where somebody types."""
        if event.type() != QEvent.Type.KeyPress or watched is not self._window.windowHandle():
            return False
        if not isinstance(event, QKeyEvent) or self.hands.is_pressing:
            return False
        is_own = latin_key(event) == _SHOW_KEY
        if is_own and event.modifiers() == CTRL:
            self.show_how()
        elif is_own and event.modifiers() == CTRL | SHIFT:
            self.skip()
        else:
            if self.hands.is_busy and event.key() not in _MODIFIERS:
                self._let_go()
            return False
        return True

    def _let_go(self) -> None:
        self.hands.stop()
        self._say()

    def _hands_ended(self, is_whole: bool) -> None:  # noqa: FBT001 - told by the hands
        self._say()
        if not is_whole:
            self.line.show_state(self._words("practice.lost"))

    def _ask(self) -> None:
        """Ask what was done so far; asked meanwhile, once more afterwards."""
        overview = self._window.overview
        if overview is None:
            return
        if self._is_asking:
            self._is_stale = True
            return
        self._is_asking, self._is_stale = True, False
        self._window.background.look_up(
            lambda desk: services.practice.look_at(desk, overview.forum.id),
            Ends(done=self._seen, refused=lambda _: self._asked(), failed=self._asked),
        )

    def _asked(self) -> None:
        self._is_asking = False
        if self._is_stale:
            self._ask()

    def _seen(self, done: "Done") -> None:
        self._now = done
        self._begun_with = self._begun_with or done
        self._judge()
        self._asked()

    def _judge(self) -> None:
        if self._begun_with is None or self._now is None:
            self._ask()
        elif (lesson := self.lesson) is None or self.is_praising:
            return
        elif lesson.is_done(self._window, self._begun_with, self._now):
            self._praise()

    def _praise(self) -> None:
        self._praising.start()
        self._say()

    def _go_on(self) -> None:
        self.hands.stop()
        self.at += 1
        self._begun_with = self._now
        self._say()

    def _say(self) -> None:
        lesson, words = self.lesson, self._words
        if lesson is None:
            self.line.show_end(len(LESSONS))
            return
        typed = getattr(self._script, lesson.word) if lesson.word else ""
        self.line.show_lesson(lesson.key, lesson.keys, self.at, len(LESSONS), typed)
        if self.is_praising:
            self.line.show_praise(lesson.key)
        elif self.hands.is_busy:
            self.line.show_state(words("practice.showing"))

    def _frame(self) -> None:
        """Put the banner above and the line below all that the window holds."""
        self.line.changed_language.connect(self._say)
        body = self._window.takeCentralWidget()
        assert body is not None
        body.setObjectName("body")
        whole = QWidget()
        layout = column(Banner(self._words), body, self.line, gap=0)
        layout.setStretch(1, 1)
        whole.setLayout(layout)
        self._window.setCentralWidget(whole)
        self._words.tell(self._window.setWindowTitle, "practice.title")


_MODIFIERS = {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr}
