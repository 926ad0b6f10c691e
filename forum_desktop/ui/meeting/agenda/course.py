"""What happened so far, in the order of time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent

from forum_desktop.records.meeting import CourseEvent, CourseKind
from forum_desktop.ui.display import said_time
from forum_desktop.ui.record_list import Line, RecordList
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words

_BADGE = 52
_COLORS = {
    CourseKind.ITEM_BEGUN: TOKENS.primary,
    CourseKind.ITEM_ENDED: TOKENS.ink_soft,
    CourseKind.BREAK_BEGUN: TOKENS.warn,
    CourseKind.BREAK_ENDED: TOKENS.warn,
    CourseKind.HANDED: TOKENS.good,
    CourseKind.CHAIR_HANDED: TOKENS.good,
}


class CourseList(RecordList):
    """The newest stands at the end, in sight."""

    def __init__(self, words: "Words") -> None:
        super().__init__(
            lambda event: _told(words, event),
            badge_width=_BADGE,
            pixels=TOKENS.small,
            focusable=False,
        )
        self.setProperty("look", "plain")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew at another width: Qt does so at another height only."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            QTimer.singleShot(0, self.scrollToBottom)

    def show_course(self, events: tuple[CourseEvent, ...]) -> None:
        """Show what happened."""
        if self.records.rows() != events:
            self.set_rows(events)
            self.scrollToBottom()

    def said(self) -> list[str]:
        """Return the lines as they are told."""
        return [self.records.line_of(event).text for event in self.records.rows()]


def _told(words: "Words", event: CourseEvent) -> Line:
    text = words(
        f"agenda.course.{event.kind}",
        number=event.number,
        title=event.title,
        giver=event.giver,
        taker=event.taker,
        task=event.task,
    )
    return Line(text=text, badge=said_time(event.at), badge_color=_COLORS[event.kind])
