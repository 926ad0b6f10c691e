"""The reference number: very large, spelt out, and as a code for the camera."""

from dataclasses import dataclass, replace

from forum_desktop.documents.drawing.arranging import Whole
from forum_desktop.documents.drawing.clipping import clip, shortened, shrink_line
from forum_desktop.documents.drawing.ink import Area, outline
from forum_desktop.documents.drawing.qr import QrCode, encode
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.lines import Line
from forum_desktop.documents.typesetting.paragraph import Paragraph, baseline, set_paragraph
from forum_desktop.documents.typesetting.roles import Role
from forum_desktop.documents.typesetting.sheet import Sheet
from forum_desktop.documents.typesetting.style import CENTIMETRE, Align, TextStyle
from forum_desktop.thai.spelling import spell

QR_SIDE = 5.0 * CENTIMETRE
"""With its quiet zone; a usual number has modules of 1.7 mm, read from half a metre off."""

_PADDING = 9.0
_LARGE, _LEAST = 36.0, 9.0
_SPOKEN_LINES = 3


@dataclass(frozen=True, slots=True)
class NumberBox(Whole):
    """The number in a frame, what it is over it and how it is spoken under it."""

    caption: Paragraph
    number: Line
    style: TextStyle
    spoken: Paragraph
    width: float

    @property
    def height(self) -> float:
        """The height of the frame."""
        inside = self.caption.height + self.style.leading + self.spoken.height
        return inside + 2 * _PADDING

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw frame and text."""
        with sheet.artifact():
            outline(sheet, Area(x, top - self.height, self.width, self.height), 1.0)
        x, top = x + _PADDING, top - _PADDING
        self.caption.draw(sheet, x, top)
        top -= self.caption.height
        with sheet.element(Role.PARAGRAPH):
            sheet.text(self.number, self.style, x, top - baseline(self.style))
        self.spoken.draw(sheet, x, top - self.style.leading)


def set_number(phrases: Phrases, reference: str, style: TextStyle, width: float) -> NumberBox:
    """Set the number as large as it fits; its digits are those that are typed."""
    face = phrases.face
    inside, centred = width - 2 * _PADDING, replace(style, align=Align.CENTRED)
    large = replace(centred, size=_LARGE, leading=1.35 * _LARGE)
    # Readers of PDF join the large line with the small one under it, but for the blank.
    shown = Run(f"{reference} ", bold=True, whole=True)
    number, fitting = shrink_line(shown, large, inside, _LEAST, face)
    told = Run(spell(shortened(reference)), whole=True)
    spoken = clip(set_paragraph([told], centred, inside, face=face), _SPOKEN_LINES, face)
    caption = set_paragraph([Run(phrases.say("receipt.number"))], centred, inside, face=face)
    return NumberBox(caption, number, replace(fitting, leading=large.leading), spoken, width)


def set_code(phrases: Phrases, reference: str) -> QrCode | None:
    """Return the code of the number; None where it is too long for one."""
    modules = encode(reference)
    if modules is None:
        return None
    return QrCode(modules, QR_SIDE, phrases.plain("receipt.code_alt", reference=reference))
