"""What people said, by strategy and approach, in the words they used."""

from collections.abc import Iterator
from itertools import count

from forum_desktop.documents.minutes.composer import Composer
from forum_desktop.documents.minutes.grouping import ApproachGroup, StrategyGroup, group_opinions
from forum_desktop.documents.minutes.plan import strategy_runs
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.style import FOLLOWING, ITEM, MINOR_HEADING
from forum_desktop.records.minutes import MinutesContent, MinutesOpinion


def compose_opinions(composer: Composer, content: MinutesContent) -> Iterator[Block]:
    """Yield every opinion once, under its place in the plan."""
    for group in group_opinions(content):
        yield from _strategy(composer, group)


def _strategy(composer: Composer, group: StrategyGroup) -> Iterator[Block]:
    phrases = composer.phrases
    if group.strategy:
        yield composer.subheading(*strategy_runs(composer, group.strategy))
    else:
        yield composer.subheading(Run(phrases.say("unsorted"), bold=True))
    if not group.groups:
        yield composer.paragraph(Run(phrases.say("nobody_spoke")))
    numbers = count(1)
    for part in group.groups:
        if group.strategy:
            yield _approach_heading(composer, part)
        for opinion in part.opinions:
            yield from _opinion(composer, opinion, next(numbers))


def _approach_heading(composer: Composer, group: ApproachGroup) -> Block:
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
    lines = text.splitlines() or [""]
    style = ITEM if label else FOLLOWING
    yield composer.paragraph(lead, Run(lines[0]), style=style, label=label)
    for line in lines[1:]:
        if line.strip():
            yield composer.paragraph(Run(line), style=FOLLOWING)
