"""Under which agenda item the program's own matter stands, whatever the format."""

from collections.abc import Callable, Sequence

from forum_desktop.records.pack import AgendaKind

Kinds = Sequence[AgendaKind]
"""The kinds of the items, in their order."""


def first_of(kind: AgendaKind) -> Callable[[Kinds], int | None]:
    """Return what finds the first item of a kind, None where there is none."""
    return lambda kinds: next((n for n, found in enumerate(kinds) if found is kind), None)


def home_of_rankings(kinds: Kinds) -> int | None:
    """Return what the meeting considered after it had heard the people, or the hearing."""
    heard = first_of(AgendaKind.HEAR_OPINIONS)(kinds)
    considered = [n for n, kind in enumerate(kinds) if kind is AgendaKind.CONSIDER]
    if heard is None:
        return considered[0] if considered else None
    return next((n for n in considered if n > heard), heard)
