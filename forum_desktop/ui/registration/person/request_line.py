"""One request about personal data, as a line; it names nobody."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from forum_desktop.ui.controls import Text, row
from forum_desktop.ui.display import said_time
from forum_desktop.ui.registration.person.days import said_short_date

if TYPE_CHECKING:
    from forum_desktop.records.privacy import PrivacyRequest
    from forum_desktop.ui.words import Words

_WHEN_WIDTH = 190


def request_line(words: "Words", request: "PrivacyRequest") -> QFrame:
    """Return when it was asked and where, what it was, and why it ended so."""
    frame = QFrame()
    when, what = Text("small"), Text("body", wraps=True)
    day = said_short_date(request.made_at.date(), words.language)
    time = said_time(request.made_at)
    when.say(words("person.request_when", day=day, time=time, station=request.station))
    when.setContentsMargins(0, 3, 0, 0)
    when.setFixedWidth(_WHEN_WIDTH)
    kind = words(f"person.request.{request.kind}")
    reason = words("person.request_reason", reason=request.reason) if request.reason else ""
    what.say(f"{kind}{reason}")
    line = row(when, what, gap=8)
    line.setStretch(1, 1)
    line.setAlignment(when, Qt.AlignmentFlag.AlignTop)
    frame.setLayout(line)
    frame.setAccessibleName(f"{when.said()} {what.said()}")
    return frame
