"""What the operator wants to show: a scene, and which of several things it is about."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from forum_desktop import services
from forum_desktop.records.hall import HallScene
from forum_desktop.ui.display import said_time
from forum_desktop.ui.theme import TOKENS, strategy_color

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.hall import HallLine, HallView
    from forum_desktop.records.plan import Strategy
    from forum_desktop.services.desk import Desk
    from forum_desktop.services.hall import Asked


class Option(NamedTuple):
    """One thing that a scene can be about. Without `about` it is all of them."""

    about: "UUID | None"
    text: str
    sign: str = ""
    color: str = TOKENS.primary
    under: str = ""


@dataclass(frozen=True)
class Wish:
    """A scene that the operator wants, and what it is about."""

    scene: HallScene
    about: "UUID | None" = None
    notice: str = ""

    def settled(self, options: Sequence[Option]) -> "Wish":
        """Return the wish about what is on offer: the first thing where none was chosen."""
        if not options or any(option.about == self.about for option in options):
            return self
        return replace(self, about=options[0].about)

    def gather(self, desk: "Desk", forum_id: "UUID") -> "HallView | None":
        """Return the scene as the file has it now; None where there is nothing to show."""
        return _GATHER[self.scene](desk, forum_id, self)


class Gathered(NamedTuple):
    """One look at the file: what comes next, what is on air, and what there is to choose."""

    wish: Wish | None
    options: tuple[Option, ...]
    coming: "HallView | None"
    on_air: "HallView | None"
    asked: "Asked | None"


@dataclass(frozen=True)
class Gathering:
    """The job that reads all of it, on the worker.

    There is no `wish` while nobody looks at the preview. `held` is a picture that does not
    follow: of it only what is no longer public is taken.
    """

    forum_id: "UUID"
    strategies: "tuple[Strategy, ...]"
    wish: Wish | None
    on_air: Wish | None
    held: "HallView | None"

    def __call__(self, desk: "Desk") -> Gathered:
        """Read."""
        options = self._options(desk, self.wish) if self.wish else ()
        wish = self.wish.settled(options) if self.wish else None
        coming = wish.gather(desk, self.forum_id) if wish else None
        is_same = self.held is None and wish is not None and wish == self.on_air
        return Gathered(
            wish=wish,
            options=options,
            coming=coming,
            on_air=coming if is_same else self._on_air(desk),
            asked=services.hall.read_back_asked(desk, self.forum_id),
        )

    def _on_air(self, desk: "Desk") -> "HallView | None":
        if self.held is not None:
            return services.hall.still_public(desk, self.forum_id, self.held)
        return self.on_air.gather(desk, self.forum_id) if self.on_air else None

    def _options(self, desk: "Desk", wish: Wish) -> tuple[Option, ...]:
        scene = wish.scene
        plan = tuple(map(_of_strategy, self.strategies))
        if scene is HallScene.STRATEGY:
            return plan
        if scene is HallScene.STREAM:
            return (Option(None, "", "1-9"), *plan)
        if scene is HallScene.RANKING:
            return _rankings(desk, self.forum_id)
        if scene is HallScene.READ_BACK:
            return _wordings(desk, self.forum_id, wish.about)
        return ()


def _wordings(desk: "Desk", forum_id: "UUID", wanted: "UUID | None") -> tuple[Option, ...]:
    """Return the newest opinions, after the one that is wanted where it is an older one."""
    newest = tuple(map(_of_line, services.hall.list_newest(desk, forum_id)))
    if wanted is None or any(option.about == wanted for option in newest):
        return newest
    older = services.hall.show_read_back(desk, wanted)
    return (_of_line(older.line), *newest) if older else newest


def _of_strategy(strategy: "Strategy") -> Option:
    number = strategy.number
    return Option(strategy.id, strategy.name, f"{number}", strategy_color(number))


def _of_line(line: "HallLine") -> Option:
    sign = line.code or (f"{line.strategy}" if line.strategy else "?")
    under = f"{line.reference}  {said_time(line.said_at)}"
    return Option(line.opinion_id, line.text, sign, strategy_color(line.strategy), under)


def _rankings(desk: "Desk", forum_id: "UUID") -> tuple[Option, ...]:
    held = services.priorities.list_rankings(desk, forum_id)
    standing = [one.ranking for one in held if not one.ranking.withdrawn]
    return tuple(
        Option(ranking.id, ranking.title, f"{len(standing) - at}", under=said_time(ranking.held_at))
        for at, ranking in enumerate(standing)
    )


def _strategy(desk: "Desk", forum_id: "UUID", wish: Wish) -> "HallView | None":
    return services.hall.show_strategy(desk, wish.about) if wish.about else None


def _read_back(desk: "Desk", forum_id: "UUID", wish: Wish) -> "HallView | None":
    return services.hall.show_read_back(desk, wish.about) if wish.about else None


def _ranking(desk: "Desk", forum_id: "UUID", wish: Wish) -> "HallView | None":
    return services.hall.show_ranking(desk, forum_id, wish.about) if wish.about else None


def _notice(_desk: "Desk", _forum_id: "UUID", wish: Wish) -> "HallView | None":
    return services.hall.show_notice(wish.notice) if wish.notice.strip() else None


_GATHER: MappingProxyType[HallScene, Callable[["Desk", "UUID", Wish], "HallView | None"]] = (
    MappingProxyType(
        {
            HallScene.WELCOME: lambda desk, forum_id, _: services.hall.show_welcome(desk, forum_id),
            HallScene.STRATEGY: _strategy,
            HallScene.STREAM: lambda desk, forum_id, wish: services.hall.show_stream(
                desk, forum_id, wish.about
            ),
            HallScene.COUNTS: lambda desk, forum_id, _: services.hall.show_counts(desk, forum_id),
            HallScene.READ_BACK: _read_back,
            HallScene.SPEAKER: lambda desk, forum_id, _: services.hall.show_speaker(desk, forum_id),
            HallScene.RANKING: _ranking,
            HallScene.PROMISES: lambda desk, forum_id, _: services.hall.show_promises(
                desk, forum_id
            ),
            HallScene.NOTICE: _notice,
        }
    )
)
