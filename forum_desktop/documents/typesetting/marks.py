"""What the parts of a page are, marked while it is drawn, for readers that do not see it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from forum_desktop.documents.typesetting.roles import Role

_HOLDERS = frozenset({Role.TABLE, Role.ROW})
"""Elements that hold others, and draw nothing of their own."""

_NO_PART = "/Artifact BMC"
_END = "EMC"


@dataclass(slots=True)
class Element:
    """A part of the text on one page: the numbers of its marks, or the parts it holds."""

    role: Role
    continues: bool = False
    alt: str = ""
    marks: list[int] = field(default_factory=list)
    parts: list["Element"] = field(default_factory=list)


class Marker:
    """Writes marks among the operators of a page and remembers what they are.

    A mark never stands within another: inside an artifact nothing is marked, and inside a
    part that draws, what would be a part of it belongs to the whole.
    """

    def __init__(self, operators: list[str]) -> None:
        self.elements: list[Element] = []
        self._operators = operators
        self._holders: list[Element] = []
        self._open: Element | None = None
        self._is_artifact = False
        self._count = 0

    @property
    def mark_count(self) -> int:
        """How many marks there are on the page."""
        return self._count

    @property
    def is_marking(self) -> bool:
        """Tell whether what is drawn now is marked already."""
        return self._open is not None or self._is_artifact

    @contextmanager
    def element(self, role: Role, *, continues: bool, alt: str) -> Iterator[None]:
        """Mark what is drawn inside as a part of the text."""
        if self.is_marking:
            yield
            return
        made = Element(role, continues, alt)
        (self._holders[-1].parts if self._holders else self.elements).append(made)
        yield from self._held(made) if role in _HOLDERS else self._drawn(made)

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Mark what is drawn inside as no part of the text."""
        if self._is_artifact:
            yield
            return
        around = self._open
        if around is not None:
            self._operators.append(_END)
        self._operators.append(_NO_PART)
        self._is_artifact = True
        yield
        self._is_artifact = False
        self._operators.append(_END)
        if around is not None:
            self._begin(around)

    def _held(self, holder: Element) -> Iterator[None]:
        self._holders.append(holder)
        yield
        self._holders.pop()

    def _drawn(self, part: Element) -> Iterator[None]:
        self._open = part
        self._begin(part)
        yield
        self._operators.append(_END)
        self._open = None

    def _begin(self, part: Element) -> None:
        self._operators.append(f"/{part.role} <</MCID {self._count}>> BDC")
        part.marks.append(self._count)
        self._count += 1
