"""The one line of hints under the box: only the keys that do something now."""

from typing import NamedTuple

Hint = tuple[str, dict[str, object]]
"""A key of the catalogue and what fills its sentence."""


class Moment(NamedTuple):
    """What the card and its box are in the middle of."""

    is_mention_open: bool = False
    code: str = ""
    place: str = ""
    tag: str = ""
    taken: str = ""
    is_empty: bool = False
    unsorted: int = 0


def hints_of(now: Moment) -> tuple[Hint, ...]:
    """Return what to say, the nearest at hand first."""
    if now.is_mention_open:
        return (("capture.hint.mention", {}),)
    if now.code:
        known = "capture.hint.code" if now.place else "capture.hint.no_code"
        return ((known, {"code": now.code, "name": now.place}),)
    if now.tag:
        return (("capture.hint.tag", {"tag": now.tag}),)
    if now.taken:
        return (("capture.hint.taken", {"word": now.taken}),)
    if not now.is_empty:
        return (("capture.hint.typing", {}),)
    tray: Hint = ("capture.hint.tray", {"count": now.unsorted})
    return (("capture.hint.begin", {}), *((tray,) if now.unsorted else ()))
