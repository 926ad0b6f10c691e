"""What the parts of a page are, marked while it is drawn, for readers that do not see it."""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import NamedTuple

from forum_desktop.documents.typesetting.roles import Role

_HOLDERS = frozenset({Role.TABLE, Role.ROW})
"""Elements that hold others, and draw nothing of their own."""

_NO_PART = "/Artifact BMC"
_END = "EMC"
_UNMARKED: AbstractContextManager[None] = nullcontext()


class Span(NamedTuple):
    """How many columns and rows of its table a cell takes up."""

    columns: int = 1
    rows: int = 1


ONE = Span()


@dataclass(slots=True)
class Element:
    """A part of the text on one page: the numbers of its marks, or the parts it holds."""

    role: Role
    continues: bool = False
    alt: str = ""
    span: Span = ONE
    marks: list[int] = field(default_factory=list)
    parts: list["Element"] = field(default_factory=list)


class Marker:
    """Writes marks among the operators of a page and remembers what they are.

    A mark never stands within another: inside an artifact nothing is marked, and inside a
    part that draws, what would be a part of it belongs to the whole.
    """

    def __init__(self, operators: list[str]) -> None:
        self.elements: list[Element] = []
        self.mark_count = 0
        self._operators = operators
        self._holders: list[Element] = []
        self._open: Element | None = None
        self._is_artifact = False

    @property
    def is_marking(self) -> bool:
        """Tell whether what is drawn now is marked already."""
        return self._open is not None or self._is_artifact

    def element(
        self, role: Role, *, continues: bool = False, alt: str = "", span: Span = ONE
    ) -> AbstractContextManager[None]:
        """Mark what is drawn inside as a part of the text."""
        if self.is_marking:
            return _UNMARKED
        made = Element(role, continues, alt, span)
        (self._holders[-1].parts if self._holders else self.elements).append(made)
        return _Marked(self, made)

    def artifact(self) -> AbstractContextManager[None]:
        """Mark what is drawn inside as no part of the text."""
        return _UNMARKED if self._is_artifact else _Artifact(self, self._open)

    def open(self, element: Element) -> None:
        """Begin a part of the text."""
        if element.role in _HOLDERS:
            self._holders.append(element)
            return
        self._open = element
        self._operators.append(f"/{element.role} <</MCID {self.mark_count}>> BDC")
        element.marks.append(self.mark_count)
        self.mark_count += 1

    def close(self, element: Element) -> None:
        """End a part of the text."""
        if element.role in _HOLDERS:
            self._holders.pop()
            return
        self._operators.append(_END)
        self._open = None

    def open_artifact(self, around: Element | None) -> None:
        """Begin what is no part of the text, ending the mark `around` it for a while."""
        if around is not None:
            self.close(around)
        self._operators.append(_NO_PART)
        self._is_artifact = True

    def close_artifact(self, around: Element | None) -> None:
        """End what is no part of the text, and go on with the mark `around` it."""
        self._is_artifact = False
        self._operators.append(_END)
        if around is not None:
            self.open(around)


# Classes, as there are some twenty thousand marks in the minutes of a city, and a generator
# costs three times as much.
class _Marked:
    __slots__ = ("_element", "_marker")

    def __init__(self, marker: Marker, element: Element) -> None:
        self._marker, self._element = marker, element

    def __enter__(self) -> None:
        self._marker.open(self._element)

    def __exit__(self, *_: object) -> None:
        self._marker.close(self._element)


class _Artifact:
    __slots__ = ("_around", "_marker")

    def __init__(self, marker: Marker, around: Element | None) -> None:
        self._marker, self._around = marker, around

    def __enter__(self) -> None:
        self._marker.open_artifact(self._around)

    def __exit__(self, *_: object) -> None:
        self._marker.close_artifact(self._around)
