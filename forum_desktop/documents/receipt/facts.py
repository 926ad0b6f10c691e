"""What the receipt tells of the case: when, of what kind, whose task, until when; no more."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from forum_desktop.documents.drawing.clipping import clip, shortened
from forum_desktop.documents.fonts.face import Face
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.paragraph import Paragraph, set_paragraph
from forum_desktop.documents.typesetting.style import TextStyle
from forum_desktop.records.complaint import ComplaintLevel
from forum_desktop.records.documents import ReceiptContent

_VALUE_LINES = 2


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets the texts of the receipt in its width, in points."""

    phrases: Phrases
    style: TextStyle
    width: float

    @property
    def face(self) -> Face:
        """The face that the office writes in."""
        return self.phrases.face

    def text(self, text: str, lines: int, *, bold: bool = False) -> Paragraph:
        """Set text on at most so many lines."""
        one_line = " ".join(shortened(text).splitlines())
        run = Run(one_line, bold=bold)
        return clip(set_paragraph([run], self.style, self.width, face=self.face), lines, self.face)

    def label(self, text: str) -> Paragraph:
        """Set the name of a fact, small and close to the fact under it."""
        style = replace(self.style, size=0.82 * self.style.size, leading=0.8 * self.style.leading)
        return replace(self, style=replace(style, before=0.3 * self.style.leading)).text(text, 1)


def compose_facts(setter: Setter, content: ReceiptContent) -> Iterator[Block]:
    """Yield each fact under its name."""
    phrases = setter.phrases
    is_anonymous = content.level is ComplaintLevel.ANONYMOUS
    facts = {
        "lodged_at": phrases.date(content.lodged_at.date()),
        "kind": phrases.written(content.kind),
        "unit": phrases.written(content.unit),
        "ask_from" if is_anonymous else "due_on": phrases.date(content.due_on),
        "station": phrases.written(content.station),
    }
    if content.is_sealed:
        facts = {key: fact for key, fact in facts.items() if key not in {"kind", "unit"}}
    for key, fact in facts.items():
        name = phrases.say(f"receipt.{key}")
        yield setter.label(name)
        is_due = key in {"due_on", "ask_from"}
        yield setter.text(fact or phrases.say("missing", fact=name), _VALUE_LINES, bold=is_due)
        if key == "lodged_at":
            time = phrases.time(content.lodged_at)
            yield setter.text(phrases.say("at_time", time=time), 1)


def compose_follow_up(setter: Setter, content: ReceiptContent, lines: int) -> Iterator[Block]:
    """Yield how to ask after the case, on at most so many lines.

    Who gave no name is told that no answer can be sent.
    """
    phrases = setter.phrases
    yield setter.text(phrases.say("receipt.follow_up"), 1, bold=True)
    if content.level is ComplaintLevel.ANONYMOUS:
        yield setter.text(phrases.say("receipt.anonymous"), 4)
    told = phrases.written(content.follow_up) or phrases.say(
        "receipt.follow_up_usual", municipality=content.forum.municipality
    )
    yield setter.text(told, lines)
    yield setter.text(phrases.say("receipt.keep"), 2)
