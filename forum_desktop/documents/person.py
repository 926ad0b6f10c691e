"""A person's copy of everything that a forum keeps about her (PDPA s.30)."""

from collections.abc import Iterator

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
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.sheet import A4
from forum_desktop.documents.typesetting.style import CENTIMETRE
from forum_desktop.records.badge import badge_code
from forum_desktop.records.documents import PersonContent
from forum_desktop.records.people import Attendee
from forum_desktop.thai.calendar import short_date
from forum_desktop.wording import Wording

Fact = tuple[str, str]
_LABEL_WIDTH = 5.2 * CENTIMETRE
_FACTS = ("community", "zone", "organisation", "position", "phone", "on_behalf_of", "guardian")


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
    for person in (file.attendee, *file.twins):
        yield from _part(setting, "facts", list(_facts_of(setting, content, person)))
    yield from _part(setting, "presence", list(_presence(setting, content)))
    yield from _part(setting, "consents", list(_consents(setting, content)))
    yield from _part(setting, "screening", list(_screening(setting, content)))
    yield from _part(setting, "opinions", [(o.reference, o.text) for o in file.opinions])
    yield from _part(setting, "complaints", [(number, "") for number in file.complaints])
    yield from _part(setting, "requests", list(_requests(setting, content)))
    yield from _closing(setting, content)


def _part(setting: ListSetting, name: str, facts: list[Fact]) -> Iterator[Block]:
    """Yield a heading and its facts, or the words for none."""
    phrases, composer = setting.phrases, setting.composer
    yield composer.heading(Run(phrases.say(f"own_data.{name}"), bold=True))
    if not facts:
        yield composer.paragraph(Run(phrases.say("none")), style=REMARK)
        return
    heads = phrases.say("own_data.what"), phrases.say("own_data.kept")
    grid = setting.fit((Column(heads[0], _LABEL_WIDTH), Column(heads[1], 6 * CENTIMETRE, share=1)))
    rows = (set_row(grid, (label, Run(fact))) for label, fact in facts)
    yield setting.ledger(set_head(grid), rows)


def _facts_of(setting: ListSetting, content: PersonContent, person: Attendee) -> Iterator[Fact]:
    phrases = setting.phrases
    yield phrases.say("own_data.name"), person.full_name
    sectors = {sector.code: sector.name for sector in content.pack.sectors}
    if person.sector:
        yield phrases.say("own_data.sector"), sectors.get(person.sector, person.sector)
    for name in _FACTS:
        if value := str(getattr(person, name)):
            yield phrases.say(f"own_data.{name}"), value
    yield phrases.say("own_data.badge"), person.badge or badge_code(person.id)
    if person.is_minor:
        yield phrases.say("own_data.minor"), phrases.say("own_data.yes")


def _presence(setting: ListSetting, content: PersonContent) -> Iterator[Fact]:
    phrases = setting.phrases
    names = {session.code: session.name for session in content.pack.sessions}
    for item in content.file.attendances:
        told = phrases.time(item.checked_in_at)
        if item.left_at is not None:
            told = f"{told} – {phrases.time(item.left_at)}"
        if item.undone:
            told = f"{told} ({phrases.say('own_data.undone')} {item.undone})"
        yield names.get(item.session, item.session), told
    for absence in content.file.absences:
        yield names.get(absence.session, phrases.say("own_data.absence")), absence.reason


def _consents(setting: ListSetting, content: PersonContent) -> Iterator[Fact]:
    phrases = setting.phrases
    for consent in content.file.consents:
        said = phrases.say("own_data.given" if consent.is_given else "own_data.refused")
        day = phrases.digits(short_date(consent.said_at))
        yield phrases.say(f"own_data.purpose.{consent.purpose}"), f"{said} ({day})"


def _screening(setting: ListSetting, content: PersonContent) -> Iterator[Fact]:
    screening = content.file.screening
    if screening is not None:
        day = setting.phrases.digits(short_date(screening.screened_at))
        yield day, setting.phrases.say(f"own_data.result.{screening.result}")


def _requests(setting: ListSetting, content: PersonContent) -> Iterator[Fact]:
    phrases = setting.phrases
    for request in content.file.requests:
        day = phrases.digits(short_date(request.made_at))
        yield day, f"{phrases.say(f'own_data.request.{request.kind}')}  {request.reason}".strip()


def _closing(setting: ListSetting, content: PersonContent) -> Iterator[Block]:
    """Yield why the data are kept, on what ground, for how long, and what she may ask."""
    phrases, composer, kept = setting.phrases, setting.composer, content.pack.retention
    yield composer.heading(Run(phrases.say("own_data.why"), bold=True))
    days = {"speakers": f"{kept.speaker_days:,}", "people": f"{kept.attendee_days:,}"}
    for name in ("purpose", "ground", "rights"):
        yield composer.paragraph(Run(phrases.say(f"own_data.{name}_text")))
    yield composer.paragraph(Run(phrases.say("own_data.days_text", **days)))
