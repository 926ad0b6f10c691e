"""The opinions page in front, people registered, and eyes on what is kept."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast

import pytest

from forum_desktop import services
from forum_desktop.records.forum import Forum
from forum_desktop.records.opinion import Opinion
from forum_desktop.records.people import Attendee
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.opinions.page import OpinionsPage
from forum_desktop.ui.pages import PageName
from tests.ui.keyboard import Typist

if TYPE_CHECKING:
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.opinions.capture import CaptureCard

T = TypeVar("T")


class Recorder:
    """Somebody who takes opinions down, and what she can look up of them."""

    def __init__(self, typist: Typist, forum: Forum) -> None:
        self.typist, self.forum = typist, forum
        typist.visit(PageName.OPINIONS)

    @property
    def page(self) -> OpinionsPage:
        """The page in front."""
        return cast("OpinionsPage", self.typist.window.current)

    @property
    def card(self) -> "CaptureCard":
        """The card where words are typed."""
        return self.page.capture

    @property
    def text(self) -> str:
        """What stands in the box."""
        return self.card.text.toPlainText()

    def marks(self) -> list[tuple[str, str]]:
        """Return what stands beside the text."""
        return [(str(b.mark.kind), b.mark.value) for b in self.card.marks._buttons]

    def look(self, job: "Callable[[Desk], T]") -> T:
        """Look something up, after all that was asked before."""
        got: list[Any] = []
        self.page.look_up(job, got.append)
        self.typist.until(lambda: bool(got))
        return cast("T", got[0])

    def opinions(self) -> tuple[Opinion, ...]:
        """Return what is kept, the newest first."""
        forum_id = self.forum.id
        return self.look(lambda desk: services.opinions.recent_opinions(desk, forum_id))

    def drafts(self) -> tuple[tuple[str, str], ...]:
        """Return the half-typed texts on the disk."""
        return self.look(lambda desk: services.drafts.list_drafts(desk, f"{self.forum.id}/opinion"))


@pytest.fixture
def recorder(typist: Typist, forum: Forum) -> Recorder:
    """Sit before the opinions page."""
    return Recorder(typist, forum)


@pytest.fixture
def speaker(recorder: Recorder) -> Attendee:
    """Register somebody who came to speak."""
    forum_id = recorder.forum.id
    row = recorder.look(
        lambda desk: services.registration.register_walk_in(
            desk, forum_id, full_name="นางสาวสมใจ ทดลองพูด", community="ริมน้ำ 1", sector="people"
        )
    )
    return row.attendee


@pytest.fixture
def begun_again(
    window_on: Callable[[], MainWindow], qtbot: Any, forum: Forum
) -> Callable[[], Recorder]:
    """Start the program anew on the same file."""

    def start() -> Recorder:
        typist = Typist(window_on(), qtbot)
        typist.until(lambda: typist.window.overview is not None)
        return Recorder(typist, forum)

    return start
