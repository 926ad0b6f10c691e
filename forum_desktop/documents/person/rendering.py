"""The copy on A4: for whom it is, what is kept of her, why, and what she may ask."""

from collections.abc import Iterable, Iterator, Sequence

from forum_desktop.documents.house.ledger import Column, set_head, set_row
from forum_desktop.documents.house.lists import (
    REMARK,
    ListSetting,
    Marks,
    compose_list_head,
    list_frame,
    open_list,
    print_list,
)
from forum_desktop.documents.house.watching import IsCancelled, Progress, Watch
from forum_desktop.documents.person import entries
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.sheet import A4
from forum_desktop.documents.typesetting.style import CENTIMETRE, Align
from forum_desktop.records.documents import PersonContent
from forum_desktop.wording import Wording

_CM = CENTIMETRE
_FACTS = (("what", 4.2, 0, Align.LEFT), ("kept", 6, 1, Align.LEFT))
_PRESENCE = (
    ("session", 2.6, 2, Align.LEFT),
    ("came", 2.4, 0, Align.CENTRED),
    ("left", 2.4, 0, Align.CENTRED),
    ("station", 1.3, 0, Align.CENTRED),
    ("remark", 4, 3, Align.LEFT),
)
_ABSENCES = (("session", 4.2, 0, Align.LEFT), ("reason", 6, 1, Align.LEFT))
_CONSENTS = (
    ("purpose", 4.2, 1, Align.LEFT),
    ("answer", 2.4, 0, Align.LEFT),
    ("day", 2.6, 0, Align.CENTRED),
    ("way", 2.8, 0, Align.LEFT),
    ("notice", 2.6, 0, Align.CENTRED),
)
_SCREENING = (
    ("day", 4.2, 0, Align.LEFT),
    ("result", 4, 1, Align.LEFT),
    ("officer", 4, 1, Align.LEFT),
)
_TURNS = (
    ("asked_at", 4.2, 0, Align.LEFT),
    ("began", 2.4, 0, Align.CENTRED),
    ("ended", 2.4, 0, Align.CENTRED),
    ("shown", 4, 1, Align.LEFT),
)
_OPINIONS = (("number", 4.2, 0, Align.LEFT), ("words", 6, 1, Align.LEFT))
_REQUESTS = (
    ("day", 4.2, 0, Align.LEFT),
    ("asked", 3.6, 0, Align.LEFT),
    ("reason", 4, 1, Align.LEFT),
)
Columns = Sequence[tuple[str, float, int, Align]]
"""Heads by their key, least widths in centimetres, shares of the room left, and alignment."""


def render(
    content: PersonContent,
    wording: Wording,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> bytes:
    """Return the copy as PDF; its title, name and facts about the file name nobody."""
    frame = list_frame(content, A4)
    setting = open_list(content, wording, Watch(progress, cancelled), frame)
    title = setting.phrases.say("own_data.title")
    marks = Marks(right=lambda _: setting.phrases.say("own_data.secret"))
    return print_list(setting, content, _story(setting, content), title=title, marks=marks)


def _story(setting: ListSetting, content: PersonContent) -> Iterator[Block]:
    phrases, file = setting.phrases, content.file
    yield from compose_list_head(setting, content, phrases.say("own_data.title"))
    yield from _handed_over(setting, content)
    facts = entries.facts_of(phrases, content, file.attendee)
    yield from _part(setting, "facts", _FACTS, facts)
    for twin in file.twins:
        told = entries.twin_facts(phrases, content, twin)
        yield from _part(setting, "twin", _FACTS, told)
    yield from _parts_told(setting, content)
    yield from _part(setting, "why", _FACTS, entries.reasons(phrases, content))


def _handed_over(setting: ListSetting, content: PersonContent) -> Iterator[Block]:
    """Yield for whom the copy is, and of which day."""
    phrases, name = setting.phrases, content.file.attendee.full_name
    before, _, after = phrases.say(
        "own_data.handed_over",
        name="\n",
        municipality=content.forum.municipality,
        date=phrases.date(content.made_on),
    ).partition("\n")
    yield setting.composer.paragraph(Run(before), Run(name, bold=True, whole=True), Run(after))


def _parts_told(setting: ListSetting, content: PersonContent) -> Iterator[Block]:
    """Yield the tables that tell something, and one line naming those that do not."""
    phrases, file, nothing = setting.phrases, content.file, list[str]()
    for name, columns, lines in (
        ("presence", _PRESENCE, entries.presence(phrases, content)),
        ("absence", _ABSENCES, entries.absences(phrases, content)),
        ("consents", _CONSENTS, entries.consents(phrases, content)),
        ("screening", _SCREENING, entries.screening(phrases, content)),
        ("turns", _TURNS, entries.turns(phrases, content)),
        ("opinions", _OPINIONS, ((item.reference, item.text) for item in file.opinions)),
        ("complaints", _FACTS, _complaints(setting, content)),
        ("requests", _REQUESTS, entries.requests(phrases, content)),
    ):
        blocks = tuple(_part(setting, name, columns, lines))
        yield from blocks
        if not blocks:
            nothing.append(phrases.say(f"own_data.{name}"))
    if nothing:
        said = phrases.say("own_data.nothing", parts="  ".join(nothing))
        yield setting.composer.heading(Run(phrases.say("own_data.not_kept"), bold=True))
        yield setting.composer.paragraph(Run(said), style=REMARK)


def _complaints(setting: ListSetting, content: PersonContent) -> Iterator[entries.Line]:
    for number in content.file.complaints:
        yield number, setting.phrases.say("own_data.complaint_text")


def _part(
    setting: ListSetting, name: str, columns: Columns, lines: Iterable[entries.Line]
) -> Iterator[Block]:
    """Yield a heading and its table; nothing where there is nothing to tell."""
    told = tuple(lines)
    if not told:
        return
    phrases = setting.phrases
    yield setting.composer.heading(Run(phrases.say(f"own_data.{name}"), bold=True))
    grid = setting.fit(
        [
            Column(phrases.say(f"own_data.head.{head}"), width * _CM, share=share, align=align)
            for head, width, share, align in columns
        ]
    )
    rows = (set_row(grid, tuple(Run(text) for text in line)) for line in told)
    yield setting.ledger(set_head(grid), rows)
