"""What every page of the minutes begins with: its number, and the word ร่าง on a draft."""

from dataclasses import dataclass, replace

from forum_desktop.documents.minutes.phrases import Phrases
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.pages import A4_HEIGHT, A4_WIDTH, Frame
from forum_desktop.documents.typesetting.paragraph import set_line
from forum_desktop.documents.typesetting.sheet import Sheet
from forum_desktop.documents.typesetting.style import CENTIMETRE, PAGE_NUMBER, Align, TextStyle
from forum_desktop.records.pack import DocumentSettings

_NUMBER_DROP = 1.5 * CENTIMETRE
"""How far below the upper edge the page number stands, in points."""

_WATERMARK = TextStyle(size=150, align=Align.LEFT)
_WATERMARK_GREY = "0.92 g"
_TURNED = "0.5 0.866 -0.866 0.5"
"""A turn by 60 degrees."""

_LABEL = replace(PAGE_NUMBER, size=9.5, align=Align.RIGHT)


def frame_of(settings: DocumentSettings) -> Frame:
    """Return the page with the margins of the pack."""
    return Frame(
        left=settings.margin_left * CENTIMETRE,
        right=settings.margin_right * CENTIMETRE,
        top=settings.margin_top * CENTIMETRE,
        bottom=settings.margin_bottom * CENTIMETRE,
    )


@dataclass(frozen=True, slots=True)
class PageStart:
    """Draws the head of a page (numbered from 1)."""

    phrases: Phrases
    frame: Frame
    is_draft: bool

    def __call__(self, sheet: Sheet, number: int) -> None:
        """Draw what page `number` begins with."""
        with sheet.artifact():
            if self.is_draft:
                self._draw_watermark(sheet)
            if number > 1:
                self._draw_number(sheet, number)
            if self.is_draft:
                self._draw_label(sheet)

    def _draw_number(self, sheet: Sheet, number: int) -> None:
        text = self.phrases.say("page", number=number)
        line = set_line(text, PAGE_NUMBER, self.frame.width)
        sheet.text(line, PAGE_NUMBER, self.frame.left, A4_HEIGHT - _NUMBER_DROP)

    def _draw_watermark(self, sheet: Sheet) -> None:
        word = set_line(Run(self.phrases.say("draft"), bold=True), _WATERMARK)
        half = word.width * _WATERMARK.size / 2000
        with sheet.transformed(f"{_TURNED} {A4_WIDTH / 2:.2f} {A4_HEIGHT / 2:.2f}"):
            sheet.operators.append(_WATERMARK_GREY)
            sheet.text(word, _WATERMARK, -half, -_WATERMARK.size / 4)

    def _draw_label(self, sheet: Sheet) -> None:
        label = set_line(self.phrases.say("draft_label"), _LABEL, self.frame.width)
        sheet.text(label, _LABEL, self.frame.left, A4_HEIGHT - _NUMBER_DROP)
