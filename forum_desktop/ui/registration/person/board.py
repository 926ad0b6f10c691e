"""What stands where nobody is chosen: what is kept and how long, what was asked, the notice."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from forum_desktop import services
from forum_desktop.ui.controls import Text, button, card, column, row, told
from forum_desktop.ui.registration.person.fitted import FittedText
from forum_desktop.ui.registration.person.request_line import request_line
from forum_desktop.ui.registration.person.retention import RetentionCard
from forum_desktop.ui.rereading import Rereading
from forum_desktop.ui.scrolling import scrolled

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from forum_desktop.records.pack import Notice
    from forum_desktop.records.privacy import PrivacyRequest, RetentionLine
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.page import Page

_MOST = 100
_SIZES = (24, 22, 20, 18, 16)
Answer = tuple["tuple[RetentionLine, ...]", "tuple[PrivacyRequest, ...]", "Notice | None"]


class Board(QFrame):
    """Names nobody, so it may stand on a screen that faces the hall."""

    def __init__(self, page: "Page", show_notice: "Callable[[], object]") -> None:
        super().__init__()
        self._page, self.words = page, page.words
        self.notice: Notice | None = None
        self._requests: tuple[PrivacyRequest, ...] = ()
        self.retention = RetentionCard(page)
        self.requests: list[QFrame] = []
        self._rows: QVBoxLayout = column(gap=2)
        self._none = Text("soft", wraps=True)
        self._title, self._text = Text("lead", wraps=True), FittedText(_SIZES)
        self._version = Text("small")
        self.notice_button = button(
            self.words, "person.notice_open", show_notice, look="primary", symbol="scan-line"
        )
        self._rereading = Rereading(self._ask)
        self._lay_out()

    def reload(self) -> None:
        """Read again what is kept."""
        self._rereading.again()

    def retranslate(self) -> None:
        """Say again, in the current language, what is not a fixed sentence."""
        self.retention.tell()
        self._tell()

    def _ask(self) -> None:
        page, forum_id = self._page, self._page.forum_id
        assert page.overview is not None
        pack = page.overview.pack

        def read(desk: "Desk") -> Answer:
            return (
                services.privacy.retention(desk, forum_id),
                services.privacy.list_requests(desk, forum_id),
                services.privacy.notice_of(pack),
            )

        page.look_up(
            read,
            lambda answer: self._show(forum_id, answer),
            refused=lambda _: self._rereading.ended(),
            failed=self._rereading.ended,
        )

    def _show(self, forum_id: "UUID", answer: Answer) -> None:
        if forum_id == self._page.forum_id:
            lines, self._requests, self.notice = answer
            self.retention.show_lines(lines)
            self._tell()
        self._rereading.ended()

    def _tell(self) -> None:
        for line in self.requests:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.requests = [request_line(self.words, asked) for asked in self._requests[-_MOST:]]
        for line in self.requests:
            self._rows.addWidget(line)
        self._none.setVisible(not self.requests)
        self._none.say(self.words("person.requests_none"))
        self._tell_notice()

    def _tell_notice(self) -> None:
        notice = self.notice
        self.notice_button.setEnabled(notice is not None)
        self._title.say(notice.title if notice else self.words("person.notice_none"))
        self._text.say(notice.text if notice else "")
        version = self.words("person.notice_version", version=notice.version) if notice else ""
        self._version.say(version)

    def _lay_out(self) -> None:
        words = self.words
        requests = card(
            told(words, "person.requests", "lead"),
            self._none,
            scrolled(column(self._rows, None)),
            gap=8,
        )
        notice = card(
            _first_stretched(self._title, self._version),
            self._text,
            row(self.notice_button, None),
            gap=8,
            widest=1,
        )
        left = column(self.retention, requests)
        left.setStretch(1, 1)
        body = row(left, notice)
        body.setStretch(0, 1)
        body.setStretch(1, 1)
        self.setLayout(body)


def _first_stretched(first: QWidget, second: QWidget) -> QHBoxLayout:
    line = row(first, second)
    line.setStretch(0, 1)
    return line
