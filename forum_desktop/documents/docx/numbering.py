"""Lists that number themselves, so that an item taken out leaves no gap."""

from dataclasses import dataclass, field

from forum_desktop.documents.docx.markup import root, w
from forum_desktop.documents.docx.measures import LIST_LABEL, PARAGRAPH_INDENT
from forum_desktop.documents.house.phrases import Phrases

_PLACE = "%1"


@dataclass(frozen=True, slots=True)
class _Shape:
    """How the numbers look; `in_table` they stand alone in a cell."""

    label: str
    in_table: bool


@dataclass(slots=True)
class Lists:
    """The numbered lists of one document; each begins at 1."""

    phrases: Phrases
    _shapes: list[_Shape] = field(default_factory=list)

    def begin(self, label_key: str, *, in_table: bool = False) -> int:
        """Begin a list whose numbers look like the label `label_key`; return its number."""
        label = self.phrases.plain(label_key, number=_PLACE)
        self._shapes.append(_Shape(label, in_table))
        return len(self._shapes)

    def part(self) -> bytes:
        """Return the definitions of all lists begun."""
        shapes = list(dict.fromkeys(self._shapes))
        definitions = [self._definition(n, shape) for n, shape in enumerate(shapes)]
        lists = [
            _list(number, shapes.index(shape)) for number, shape in enumerate(self._shapes, start=1)
        ]
        return root("numbering", *definitions, *lists)

    def _definition(self, number: int, shape: _Shape) -> str:
        is_thai = self.phrases.digits("1") != "1"
        hanging = PARAGRAPH_INDENT - LIST_LABEL
        place = w("ind", left=PARAGRAPH_INDENT, hanging=hanging)
        level = w(
            "lvl",
            w("start", val=1),
            w("numFmt", val="thaiNumbers" if is_thai else "decimal"),
            w("suff", val="nothing") if shape.in_table else "",
            w("lvlText", val=shape.label),
            w("lvlJc", val="left"),
            "" if shape.in_table else w("pPr", place),
            ilvl=0,
        )
        kind = w("multiLevelType", val="singleLevel")
        return w("abstractNum", kind, level, abstractNumId=number)


def _list(number: int, definition: int) -> str:
    start = w("lvlOverride", w("startOverride", val=1), ilvl=0)
    return w("num", w("abstractNumId", val=definition), start, numId=number)
