"""What people said, by strategy and approach, in the words they used."""

from collections.abc import Iterator
from itertools import count

from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.house.plan_order import Chapter, Group, in_plan_order
from forum_desktop.documents.minutes.plan import strategy_runs
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.style import FOLLOWING, ITEM, MINOR_HEADING
from forum_desktop.records.minutes import MinutesContent, MinutesOpinion


def compose_opinions(composer: Composer, content: MinutesContent) -> Iterator[Block]:
    """Yield every opinion once, under its place in the plan."""
    chapters = in_plan_order(content.strategies, content.approaches, content.opinions)
    if not chapters:
        yield composer.paragraph(Run(composer.phrases.say("nobody_spoke")))
    for chapter in chapters:
        yield from _chapter(composer, chapter)


def _chapter(composer: Composer, chapter: Chapter[MinutesOpinion]) -> Iterator[Block]:
    phrases = composer.phrases
    if chapter.strategy:
        yield composer.subheading(*strategy_runs(composer, chapter.strategy))
    else:
        yield composer.subheading(Run(phrases.say("unsorted"), bold=True))
    if not chapter.groups:
        yield composer.paragraph(Run(phrases.say("nobody_spoke")))
    numbers = count(1)
    for group in chapter.groups:
        if chapter.strategy:
            yield _approach_heading(composer, group)
        for opinion in group.items:
            yield from _opinion(composer, opinion, next(numbers))


def _approach_heading(composer: Composer, group: Group[MinutesOpinion]) -> Block:
    phrases = composer.phrases
    if group.approach is None:
        text = phrases.say("no_approach", level=phrases.approach)
        return composer.paragraph(Run(text, bold=True), style=MINOR_HEADING)
    label = phrases.say("approach", level=phrases.approach, number=group.approach.code)
    runs = (Run(f"{label}  ", bold=True), Run(group.approach.text, bold=True))
    return composer.paragraph(*runs, style=MINOR_HEADING)


def _opinion(composer: Composer, opinion: MinutesOpinion, number: int) -> Iterator[Block]:
    phrases = composer.phrases
    said = phrases.say(f"said.{opinion.kind.value}", who="").strip()
    label = phrases.say("opinion_number", number=number)
    lead = f"{opinion.attribution} {said} ".lstrip()
    yield from _spoken(composer, Run(lead), opinion.text, label)
    if opinion.answer:
        yield from _spoken(composer, Run(f"{phrases.say('answer')} ", bold=True), opinion.answer)


def _spoken(composer: Composer, lead: Run, text: str, label: str = "") -> Iterator[Block]:
    """Yield exact words, a paragraph a line, the first one led in."""
    lines = [line for line in text.splitlines() if line.strip()] or [""]
    style = ITEM if label else FOLLOWING
    yield composer.paragraph(lead, Run(lines[0]), style=style, label=label)
    for line in lines[1:]:
        yield composer.paragraph(Run(line), style=FOLLOWING)
