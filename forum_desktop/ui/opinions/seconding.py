"""Counting a voice for what was said before, instead of writing it down again."""

from typing import TYPE_CHECKING, NamedTuple

from forum_desktop import services
from forum_desktop.ui.news import Kind

if TYPE_CHECKING:
    from forum_desktop.records.opinion import Opinion, Support
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.opinions.page import OpinionsPage
    from forum_desktop.ui.opinions.saying import Said


class Seconded(NamedTuple):
    """A voice just counted, and the words that were not written down for it."""

    support: "Support"
    said: "Said"


class Seconding:
    """One key counts the voice; the same key takes it back while nothing new is typed."""

    def __init__(self, page: "OpinionsPage") -> None:
        self._page = page
        self._last: Seconded | None = None

    def second_or_take_back(self) -> None:
        """Support the opinion on offer, or undo the last support."""
        opinion = self._page.capture.offers.chosen()
        if opinion is not None:
            self._second(opinion)
        elif self._last is not None and self._page.capture.said().is_empty:
            self._take_back(self._last)

    def _second(self, opinion: "Opinion") -> None:
        page = self._page
        said = page.capture.said()
        page.capture.begin_next()
        place = page.drafts.let_go()

        def job(desk: "Desk") -> "Support":
            made = services.supporting.support(desk, opinion.id, on_behalf_of=said.behalf)
            services.drafts.keep_draft(desk, place, "")
            return made

        def counted(support: "Support") -> None:
            self._last = Seconded(support, said)
            page.say("capture.seconded", "good", number=opinion.reference)
            page.news.announce(Kind.OPINIONS)

        page.keep(job, counted, said)

    def _take_back(self, last: Seconded) -> None:
        self._last = None
        reason = self._page.words("capture.not_seconded")
        self._page.act(
            lambda desk: services.supporting.withdraw_support(desk, last.support.id, reason),
            lambda _: self._page.capture.put(last.said),
            Kind.OPINIONS,
        )
