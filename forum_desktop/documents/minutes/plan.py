"""The plan as presented: every strategy and approach in its exact words."""

from collections.abc import Iterator
from dataclasses import replace

from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.house.plan_order import approaches_of
from forum_desktop.documents.minutes.shown import shows
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.paragraph import Paragraph
from forum_desktop.documents.typesetting.style import ITEM, MINOR_HEADING, SUBHEADING
from forum_desktop.records.minutes import MinutesContent, MinutesSection
from forum_desktop.records.plan import Strategy

_PLAIN_SUBHEADING = replace(SUBHEADING, level=None)


def has_plan(content: MinutesContent) -> bool:
    """Tell whether there is a plan that the minutes tell of."""
    return shows(content, MinutesSection.PLAN) and bool(content.strategies)


def compose_plan(composer: Composer, content: MinutesContent) -> Iterator[Block]:
    """Yield the vision and the whole plan; nothing where the clerk wants none."""
    if not shows(content, MinutesSection.PLAN):
        return
    phrases = composer.phrases
    if content.pack.vision:
        yield composer.paragraph(Run(phrases.say("vision")), Run(f"“{content.pack.vision}”"))
    if content.strategies:
        yield composer.paragraph(Run(_counts(composer, content)))
    for strategy in content.strategies:
        runs = strategy_runs(composer, strategy)
        yield composer.heading(*runs, style=_PLAIN_SUBHEADING)
        yield from _approaches(composer, content, strategy)


def strategy_runs(composer: Composer, strategy: Strategy) -> tuple[Run, Run]:
    """Return "ยุทธศาสตร์ที่ ๑ " and the exact name."""
    phrases = composer.phrases
    label = phrases.say("strategy", level=phrases.strategy, number=strategy.number)
    return Run(f"{label}  ", bold=True), Run(strategy.name, bold=True)


def _counts(composer: Composer, content: MinutesContent) -> str:
    phrases = composer.phrases
    return phrases.say(
        "plan_counts",
        strategies=len(content.strategies),
        strategy=phrases.strategy,
        approaches=len(content.approaches),
        approach=phrases.approach,
    )


def _approaches(
    composer: Composer, content: MinutesContent, strategy: Strategy
) -> Iterator[Paragraph]:
    approaches = approaches_of(content.approaches, strategy)
    if approaches:
        yield composer.paragraph(Run(composer.phrases.approach), style=MINOR_HEADING)
    for approach in approaches:
        label = composer.phrases.digits(approach.code)
        yield composer.paragraph(Run(approach.text), style=ITEM, label=label)
