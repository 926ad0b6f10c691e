"""What one key does to the chosen opinion. Every act is kept, shown and can be taken back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from forum_desktop import services
from forum_desktop.records.opinion import OpinionKind, OpinionRow

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.opinion import Opinion, Support
    from forum_desktop.records.plan import Approach, Strategy
    from forum_desktop.services.desk import Desk
    from forum_desktop.services.stream import Edits
    from forum_desktop.ui.opinions.page import OpinionsPage
    from forum_desktop.ui.opinions.said.feed import Feed

_MOST_URGENT = 2


class SaidActs:
    """Does acts on the worker; the list shows them at once, others hear of them a little later."""

    def __init__(self, page: "OpinionsPage", feed: "Feed") -> None:
        self._page, self._feed = page, feed

    def call_it(self, opinion: "Opinion", kind: OpinionKind) -> None:
        """Say what it is."""
        self.edit(
            lambda desk: services.stream.call_it(desk, opinion.id, kind),
            "said.done.kind",
            number=opinion.reference,
            kind=self._page.words(f"opinion.kind.{kind}"),
        )

    def sort_into(self, opinion: "Opinion", strategy: "Strategy | None") -> None:
        """Put it under a strategy, or back into the tray."""
        key = "said.done.sorted" if strategy else "said.done.unsorted"
        strategy_id = strategy.id if strategy else None
        self.edit(
            lambda desk: services.stream.sort_into(desk, opinion.id, strategy_id),
            key,
            number=opinion.reference,
            place=strategy.number if strategy else "",
        )

    def narrow(self, opinion: "Opinion", approach: "Approach") -> None:
        """Put it under an approach of its strategy."""
        self.edit(
            lambda desk: services.stream.sort_into(
                desk, opinion.id, approach.strategy_id, approach.id
            ),
            "said.done.sorted",
            number=opinion.reference,
            place=approach.code,
        )

    def mark_urgent(self, opinion: "Opinion") -> None:
        """Make it more urgent; the most urgent is not urgent next."""
        urgency = (opinion.urgency + 1) % (_MOST_URGENT + 1)
        self.edit(
            lambda desk: services.stream.mark_urgent(desk, opinion.id, urgency),
            "said.done.urgency",
            number=opinion.reference,
            urgency=self._page.words(f"said.urgency.{urgency}"),
        )

    def support(self, opinion: "Opinion", behalf: str = "") -> None:
        """Count another voice."""

        def counted(support: "Support") -> None:
            self._page.undo_stack.supported(opinion, support)
            self._feed.again()

        self.do(
            lambda desk: services.supporting.support(desk, opinion.id, on_behalf_of=behalf),
            counted,
        )

    def join(self, opinions: "list[UUID]", number: str) -> None:
        """Join opinions into the first."""
        self.edit(
            lambda desk: services.stream.join(desk, opinions),
            "said.done.joined",
            lambda _: self._feed.again(),
            number=number,
            count=len(opinions),
        )

    def again(self) -> None:
        """Read the list again: more changed than one row."""
        self._feed.again()

    def edit(
        self,
        job: "Callable[[Desk], Edits]",
        key: str,
        done: "Callable[[Edits], object] | None" = None,
        **details: object,
    ) -> None:
        """Do an act on opinions that can be taken back; `key` is the sentence that tells it."""

        def kept(edits: "Edits") -> None:
            self._page.undo_stack.push(edits, key, **details)
            for edit in edits:
                self._feed.change(edit.after)
            if done is not None:
                done(edits)

        self.do(job, kept)

    def do(
        self,
        job: "Callable[[Desk], Any]",
        done: Callable[[Any], object],
        failed: Callable[[], object] | None = None,
    ) -> None:
        """Do an act; whoever else shows opinions hears of it when this list is painted."""

        def kept(result: object) -> None:
            done(result)
            self._page.tell_news_later()

        self._page.act(job, kept, failed=failed)


def opinion_of(row: object) -> "Opinion | None":
    """Return the opinion of a row; a trace has none."""
    return row.opinion if isinstance(row, OpinionRow) else None
