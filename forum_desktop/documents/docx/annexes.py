"""What is attached to the minutes: who took part, and what projects were proposed."""

from collections.abc import Iterator, Sequence

from forum_desktop.documents.docx.markup import run
from forum_desktop.documents.docx.measures import twips
from forum_desktop.documents.docx.paragraphs import paragraph, plain
from forum_desktop.documents.docx.plan import strategy_name
from forum_desktop.documents.docx.styles import Style
from forum_desktop.documents.docx.tables import Frame, band, row, table
from forum_desktop.documents.docx.writer import Writer, spacer
from forum_desktop.documents.house.affiliation import affiliation
from forum_desktop.documents.house.plan_order import Chapter, in_plan_order
from forum_desktop.documents.minutes.project_lines import NO_BUDGET, budget_lines, project_lines
from forum_desktop.records.minutes import MinutesContent
from forum_desktop.records.pack import EventPack
from forum_desktop.records.people import Attendee
from forum_desktop.records.priorities import ProjectRow
from forum_desktop.thai.collation import collation_key


def annexes(writer: Writer, content: MinutesContent, title: Sequence[str]) -> Iterator[str]:
    """Yield each annex from a page of its own; `title` are the lines that tell of which minutes."""
    made = {"attendees": _attendees, "projects": _projects}
    there = [key for key in made if getattr(content, key)]
    for number, key in enumerate(there, start=1):
        label = writer.phrases.say("annex", number=number if len(there) > 1 else "")
        name = writer.phrases.say(f"annex.{key}")
        yield paragraph(Style.ANNEX, run(label.strip()))
        listed = f"{label.strip()}  {name}"
        yield writer.heading(name, style=Style.ANNEX_NAME, listed=listed)
        for line in title:
            yield paragraph(Style.ANNEX_OF, run(line))
        yield made[key](writer, content)


def _attendees(writer: Writer, content: MinutesContent) -> str:
    """Return the numbered list; in a pack with zones each has a band of its own."""
    phrases = writer.phrases
    number, name, sector = twips(1.5), twips(5.0), twips(3.6)
    frame = Frame((number, name, writer.page.width - number - name - sector, sector))
    keys = ("list.number", "list.name", "annex.affiliation", "sector")
    rows = [_head(writer, frame, keys)]
    numbers = writer.lists.begin("table.plain_number", in_table=True)
    sectors = {item.code: item.name for item in content.pack.sectors}
    for zone, people in _zones(content):
        if content.pack.zones:
            rows.append(band(frame, plain(Style.CELL_BAND, _zone_name(writer, zone, people))))
        for person in people:
            belongs = affiliation(phrases, content.pack, person)
            cells = (
                paragraph(Style.CELL_CENTRED, list_number=numbers),
                plain(Style.CELL, person.full_name),
                plain(Style.CELL, belongs),
                plain(Style.CELL, sectors.get(person.sector, person.sector)),
            )
            rows.append(row(frame, cells))
    return table(frame, rows) + spacer()


def _zone_name(writer: Writer, zone: str, people: Sequence[Attendee]) -> str:
    phrases = writer.phrases
    name = phrases.written(zone) or phrases.say("annex.no_zone")
    return phrases.say("annex.zone", name=name, count=phrases.count(len(people)))


def _zones(content: MinutesContent) -> Iterator[tuple[str, list[Attendee]]]:
    """Yield zones as the pack orders them, then any other, last those of none."""
    people = sorted((line.attendee for line in content.attendees), key=_by_name)
    if not content.pack.zones:
        yield "", people
        return
    for name in _zone_names(content.pack, people):
        yield name, [person for person in people if person.zone == name]


def _zone_names(pack: EventPack, people: Sequence[Attendee]) -> list[str]:
    there = {person.zone for person in people}
    known = [zone for zone in pack.zones if zone in there]
    others = sorted(there.difference(known, [""]), key=collation_key)
    return [*known, *others, *there.intersection([""])]


def _by_name(person: Attendee) -> tuple[object, ...]:
    return collation_key(person.first_name), collation_key(person.last_name), str(person.id)


def _projects(writer: Writer, content: MinutesContent) -> str:
    """Return the numbered list with its sum; a budget nobody named is a dash, never zero."""
    number, place, budget = twips(1.2), twips(3.2), twips(2.8)
    frame = Frame((number, writer.page.width - number - place - budget, place, budget))
    keys = ("list.number", "annex.project", "annex.place", "annex.budget")
    rows = [_head(writer, frame, keys)]
    numbers = writer.lists.begin("table.plain_number", in_table=True)
    for chapter in in_plan_order(content.strategies, content.approaches, content.projects):
        if chapter.items:
            rows.append(band(frame, plain(Style.CELL_BAND, _chapter_name(writer, chapter))))
        rows += [_project(writer, frame, numbers, project) for project in chapter.items]
    rows.append(_sum(writer, frame, content))
    return table(frame, rows) + spacer()


def _chapter_name(writer: Writer, chapter: Chapter[ProjectRow]) -> str:
    if chapter.strategy is None:
        return writer.phrases.say("annex.unsorted")
    return strategy_name(writer.phrases, chapter.strategy)


def _project(writer: Writer, frame: Frame, numbers: int, project: ProjectRow) -> str:
    phrases = writer.phrases
    cells = (
        paragraph(Style.CELL_CENTRED, list_number=numbers),
        "".join(plain(Style.CELL, line) for line in project_lines(phrases, project) if line),
        plain(Style.CELL, project.place),
        "".join(plain(Style.CELL_NUMBER, line) for line in budget_lines(phrases, project)),
    )
    return row(frame, cells)


def _sum(writer: Writer, frame: Frame, content: MinutesContent) -> str:
    phrases, projects = writer.phrases, content.projects
    known = [project.budget for project in projects if project.budget is not None]
    label = phrases.say("annex.project_count", count=phrases.count(len(projects)))
    total = phrases.count(sum(known)) if known else NO_BUDGET
    cells = [paragraph(Style.CELL_NUMBER, run(text, bold=True)) for text in (label, total)]
    wide = Frame((sum(frame.widths[:-1]), frame.widths[-1]))
    return row(wide, cells, spans=(len(frame.widths) - 1, 1))


def _head(writer: Writer, frame: Frame, keys: Sequence[str]) -> str:
    heads = [plain(Style.CELL_HEAD, writer.phrases.say(key)) for key in keys]
    return row(frame, heads, is_head=True)
