"""What every page begins with: its number, and the word ร่าง on a draft."""

from dataclasses import dataclass, replace

from forum_desktop.documents.fonts.typeface import mute
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.lines import Line
from forum_desktop.documents.typesetting.pages import Frame
from forum_desktop.documents.typesetting.paragraph import set_line
from forum_desktop.documents.typesetting.sheet import A4, Paper, Sheet
from forum_desktop.documents.typesetting.style import CENTIMETRE, PAGE_NUMBER, Align, TextStyle
from forum_desktop.records.pack import DocumentSettings
from forum_desktop.thai.letters import letter_label

_NUMBER_DROP = 1.5 * CENTIMETRE
"""How far below the upper edge the page number stands, in points."""

_WATERMARK = TextStyle(size=150, align=Align.LEFT)
_WATERMARK_GREY = "0.92 g"
_TURNED = "0.5 0.866 -0.866 0.5"
"""A turn by 60 degrees."""

_LABEL = replace(PAGE_NUMBER, size=9.5, align=Align.RIGHT)
_CORNER = replace(_LABEL, align=Align.LEFT)


def frame_of(settings: DocumentSettings, paper: Paper = A4) -> Frame:
    """Return the page with the margins of the pack."""
    return Frame(
        paper=paper,
        left=settings.margin_left * CENTIMETRE,
        right=settings.margin_right * CENTIMETRE,
        top=settings.margin_top * CENTIMETRE,
        bottom=settings.margin_bottom * CENTIMETRE,
    )


@dataclass(frozen=True, slots=True)
class PageStart:
    """Draws the head of a page (numbered from 1; page 1 bears no number).

    `status` names the label that a draft bears in the right corner, `corner` one for the
    left. Pages of the front, like a table of contents, are counted in letters: ก, ข, ค.
    """

    phrases: Phrases
    frame: Frame
    is_draft: bool
    status: str = "draft_label"
    corner: str = ""
    is_front: bool = False

    def __call__(self, sheet: Sheet, number: int) -> None:
        """Draw what page `number` begins with."""
        sheet.name = str(self._shown(number))
        with sheet.artifact():
            if self.is_draft:
                self._draw_watermark(sheet)
            if self.corner:
                self._draw(sheet, self.phrases.say(self.corner), _CORNER)
            if number > 1 or self.is_front:
                self._draw(sheet, self.phrases.say("page", number=self._shown(number)), PAGE_NUMBER)
            if self.is_draft:
                self._draw(sheet, self.phrases.say(self.status), _LABEL)

    def _shown(self, number: int) -> int | str:
        return letter_label(number) if self.is_front else number

    def _draw(self, sheet: Sheet, text: str, style: TextStyle) -> None:
        line = set_line(text, style, self.frame.width, self.phrases.face)
        sheet.text(line, style, self.frame.left, self.frame.paper.height - _NUMBER_DROP)

    def _draw_watermark(self, sheet: Sheet) -> None:
        word = _muted(set_line(Run(self.phrases.say("draft"), bold=True), _WATERMARK))
        half = word.width * _WATERMARK.size / 2000
        wide, high = self.frame.paper
        with sheet.transformed(f"{_TURNED} {wide / 2:.2f} {high / 2:.2f}"):
            sheet.operators.append(_WATERMARK_GREY)
            sheet.text(word, _WATERMARK, -half, -_WATERMARK.size / 4)


def _muted(line: Line) -> Line:
    """Return a line that is seen and not read: the label in the corner says it in words."""
    atoms = (atom._replace(typeface=mute(atom.typeface)) for atom in line.atoms)
    return line._replace(atoms=tuple(atoms))
