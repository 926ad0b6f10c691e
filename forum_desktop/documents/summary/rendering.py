"""From the content of the summary to the bytes of a PDF of exactly one page."""

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module

from forum_desktop.documents.drawing.arranging import Beside, Gap, Sides, stack
from forum_desktop.documents.drawing.clipping import clip_notes
from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.house.label import label_for
from forum_desktop.documents.house.notes import compose_notes
from forum_desktop.documents.house.page_frame import PageStart, frame_of
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.house.printing import Label, print_pages
from forum_desktop.documents.house.watching import IsCancelled, Progress, Watch
from forum_desktop.documents.summary.charts import (
    compose_attendance,
    compose_complaints,
    compose_opinions,
)
from forum_desktop.documents.summary.decisions import compose_decisions, compose_rankings
from forum_desktop.documents.summary.figures import compose_figures
from forum_desktop.documents.summary.heading import compose_heading, document_title, status_text
from forum_desktop.documents.summary.measures import FITS
from forum_desktop.documents.summary.section import Part
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.pages import Frame
from forum_desktop.documents.typesetting.style import NOTE
from forum_desktop.records.documents import SummaryContent
from forum_desktop.records.minutes import Edition
from forum_desktop.records.pack import DocumentSettings
from forum_desktop.wording import Wording

_LEFT_SHARE, _GUTTER = 0.53, 20.0
"""The part of the width that attendance has, and the points between the two columns."""

_WIDEST_SIDE, _HIGHEST_TOP, _HIGHEST_BOTTOM = 3.0, 2.5, 2.0
"""Centimetres of margin at most, whatever the pack says: the page must hold it all."""


def render(
    content: SummaryContent,
    wording: Wording,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> bytes:
    """Return the summary as PDF, one page of A4 whatever the content.

    An internal edition bears its data as an attachment.
    `progress` hears shares of the work from 0 to 1. Raises Cancelled soon after
    `cancelled` says so.
    """
    phrases, watch = Phrases(wording, content.pack), Watch(progress, cancelled)
    frame = bounded_frame(content.pack.documents)
    page = fit_page(phrases, content, frame, watch)
    is_internal = content.edition is Edition.INTERNAL
    start_page = PageStart(
        phrases, frame, is_draft=False, corner="internal_label" if is_internal else ""
    )
    label = _label(phrases, content)
    if is_internal:
        # Loaded here: nobody waits for tables of data to see a page.
        data: bytes = import_module("forum_desktop.documents.json_file").render(content, wording)
        label = replace(label, attachment=data)
    document = print_pages([page], frame, start_page, label)
    watch.finish()
    return document


def bounded_frame(settings: DocumentSettings) -> Frame:
    """Return the page with the margins of the pack, as far as they leave room for it all."""
    bounded = replace(
        settings,
        margin_left=min(settings.margin_left, _WIDEST_SIDE),
        margin_right=min(settings.margin_right, _WIDEST_SIDE),
        margin_top=min(settings.margin_top, _HIGHEST_TOP),
        margin_bottom=min(settings.margin_bottom, _HIGHEST_BOTTOM),
    )
    return frame_of(bounded)


def fit_page(phrases: Phrases, content: SummaryContent, frame: Frame, watch: Watch) -> Sides:
    """Return the roomiest page whose head and foot do not meet, or the tightest of all."""
    for fit in watch.over(FITS, len(FITS)):
        page = _set_page(Part(phrases, fit, frame.width), content, frame)
        if page.spare >= 0:
            break
    return page


def _label(phrases: Phrases, content: SummaryContent) -> Label:
    return label_for(content, document_title(phrases, content))


def _set_page(part: Part, content: SummaryContent, frame: Frame) -> Sides:
    return Sides(frame.height, stack(_story(part, content)), stack(_foot(part, content)))


def _story(part: Part, content: SummaryContent) -> Iterator[Block]:
    """Yield the parts of the page from its head."""
    gap = Gap(1.25 * part.fit.unit)
    yield from compose_heading(part, content)
    yield gap
    yield compose_figures(part, content)
    yield gap
    yield from compose_opinions(part, content)
    yield gap
    yield _columns(part, content)
    decisions = tuple(compose_decisions(part, content))
    if decisions:
        yield gap
        yield from decisions


def _columns(part: Part, content: SummaryContent) -> Block:
    """Return attendance beside rankings and complaints, their lines on one grid."""
    left_width = _LEFT_SHARE * part.width
    left = replace(part, width=left_width)
    right = replace(part, width=part.width - left_width - _GUTTER)
    rankings = tuple(compose_rankings(right, content))
    gap = (Gap(1.5 * part.fit.unit),) if rankings else ()  # a heading keeps to the grid
    beside = stack((*rankings, *gap, *compose_complaints(right, content)))
    attendance = stack(compose_attendance(left, content))
    return Beside(((0.0, attendance), (part.width - right.width, beside)))


def _foot(part: Part, content: SummaryContent) -> Iterator[Block]:
    """Yield how final the figures are, and the notes of the house."""
    composer = Composer(part.phrases, part.width)
    yield Gap(NOTE.before)
    yield composer.paragraph(Run(status_text(part, content.texts)), style=replace(NOTE, before=0))
    yield from clip_notes(compose_notes(composer, content), composer.face)
