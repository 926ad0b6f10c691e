"""What people said, by strategy and approach, in the words they used."""

from collections.abc import Iterator

from forum_desktop.documents.docx.markup import run
from forum_desktop.documents.docx.paragraphs import paragraph, plain
from forum_desktop.documents.docx.plan import strategy_name
from forum_desktop.documents.docx.styles import Style
from forum_desktop.documents.docx.writer import Writer
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.house.plan_order import Chapter, Group, in_plan_order
from forum_desktop.records.minutes import MinutesContent, MinutesOpinion


def opinions(writer: Writer, content: MinutesContent) -> Iterator[str]:
    """Yield every opinion once, under its place in the plan."""
    chapters = in_plan_order(content.strategies, content.approaches, content.opinions)
    if not chapters:
        yield writer.said(writer.phrases.say("nobody_spoke"))
    for chapter in chapters:
        yield from _chapter(writer, chapter)


def _chapter(writer: Writer, chapter: Chapter[MinutesOpinion]) -> Iterator[str]:
    phrases, strategy = writer.phrases, chapter.strategy
    name = strategy_name(phrases, strategy) if strategy else phrases.say("unsorted")
    yield writer.heading(name, 2)
    if not chapter.groups:
        yield writer.said(phrases.say("nobody_spoke"))
        return
    numbers = writer.lists.begin("opinion_number")
    for group in chapter.groups:
        if strategy:
            yield _approach(writer, group)
        for opinion in group.items:
            yield from _opinion(writer.phrases, opinion, numbers)


def _approach(writer: Writer, group: Group[MinutesOpinion]) -> str:
    phrases, approach = writer.phrases, group.approach
    if approach is None:
        return writer.heading(phrases.say("no_approach", level=phrases.approach), 3)
    label = phrases.say("approach", level=phrases.approach, number=approach.code)
    return writer.heading(f"{label}  {approach.text}", 3)


def _opinion(phrases: Phrases, opinion: MinutesOpinion, numbers: int) -> Iterator[str]:
    said = phrases.say(f"said.{opinion.kind.value}", who="").strip()
    lead = f"{opinion.attribution} {said} ".lstrip()
    yield from _spoken(run(lead), opinion.text, numbers)
    if opinion.answer:
        yield from _spoken(run(f"{phrases.say('answer')} ", bold=True), opinion.answer)


def _spoken(lead: str, text: str, numbers: int = 0) -> Iterator[str]:
    """Yield exact words, a paragraph a line, the first one led in."""
    first, *others = [line for line in text.splitlines() if line.strip()] or [""]
    style = Style.ITEM if numbers else Style.FOLLOWING
    yield paragraph(style, lead, run(first), list_number=numbers)
    for line in others:
        yield plain(Style.FOLLOWING, line)
