"""From the groups of people to the bytes of a PDF."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from forum_desktop.documents.house.lists import (
    ListSetting,
    Marks,
    internal_mark,
    list_frame,
    open_list,
    print_list,
)
from forum_desktop.documents.house.notes import compose_notes
from forum_desktop.documents.house.stack import Stack, height_of
from forum_desktop.documents.house.watching import IsCancelled, Progress, Watch
from forum_desktop.documents.sign_in.sheets import SignInSheet, sheets_of, sign_in_head
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.pages import Frame
from forum_desktop.documents.typesetting.sheet import A4
from forum_desktop.documents.typesetting.style import CENTIMETRE
from forum_desktop.records.documents import SignInContent, SignInGroup
from forum_desktop.wording import Wording

_TOP, _SIDE, _BOTTOM = 1.6 * CENTIMETRE, 1.5 * CENTIMETRE, 0.9 * CENTIMETRE
"""The margins leave room for 22 lines that a hand can sign in."""

_BLANK_LINES = 22
"""What a sheet has where there is no group at all."""


def render(
    content: SignInContent,
    wording: Wording,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> bytes:
    """Return the sheets as PDF; the same content gives the same bytes.

    `progress` hears shares of the work from 0 to 1. Raises Cancelled soon after
    `cancelled` says so.
    """
    setting = open_list(content, wording, Watch(progress, cancelled), _frame(content))
    sheets = _sheets(setting, content)
    return print_list(
        setting,
        content,
        _stacks(setting.frame, sheets),
        title=setting.phrases.say("sign_in.title"),
        marks=_marks(setting, content, sheets),
    )


def _frame(content: SignInContent) -> Frame:
    frame = list_frame(content, A4)
    return replace(
        frame,
        left=min(frame.left, _SIDE),
        right=min(frame.right, _SIDE),
        top=_TOP,
        bottom=_BOTTOM,
    )


def _sheets(setting: ListSetting, content: SignInContent) -> list[SignInSheet]:
    head = sign_in_head(setting)
    room = setting.frame.height - _notes_height(setting, content)
    groups = content.groups or (_nobody(),)
    return [
        sheet
        for group in setting.watch.over(groups, len(groups))
        for sheet in sheets_of(setting, content, head, group, room)
    ]


def _nobody() -> SignInGroup:
    return SignInGroup(zone="", community="", people=(), blank_lines=_BLANK_LINES)


def _notes_height(setting: ListSetting, content: SignInContent) -> float:
    """Return the room the last sheet leaves for what every document ends with, in points."""
    notes = tuple(compose_notes(setting.composer, content))
    return height_of(notes) + notes[0].before


def _stacks(frame: Frame, sheets: Sequence[SignInSheet]) -> Iterator[Block]:
    """Yield a page a sheet; the notes follow on the last one."""
    for sheet in sheets[:-1]:
        yield Stack(sheet.blocks, frame.height)
    last = sheets[-1].blocks
    yield Stack(last, height_of(last))


def _marks(setting: ListSetting, content: SignInContent, sheets: Sequence[SignInSheet]) -> Marks:
    phrases, count = setting.phrases, len(sheets)

    def page(number: int) -> str:
        sheet = sheets[min(number, count) - 1]
        return phrases.say(
            "sign_in.page",
            number=sheet.number,
            total=sheet.total,
            sheet=number,
            sheets=count,
        )

    return Marks(internal_mark(setting, content), page, is_numbered=False)
