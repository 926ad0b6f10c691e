"""The plan as presented: every strategy and approach in its exact words."""

from collections.abc import Iterator

from forum_desktop.documents.docx.markup import run
from forum_desktop.documents.docx.paragraphs import paragraph, plain
from forum_desktop.documents.docx.styles import Style
from forum_desktop.documents.docx.writer import Writer
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.house.plan_order import approaches_of
from forum_desktop.documents.minutes.shown import shows
from forum_desktop.records.minutes import MinutesContent, MinutesSection
from forum_desktop.records.plan import Strategy


def plan(writer: Writer, content: MinutesContent) -> Iterator[str]:
    """Yield the vision and the whole plan; nothing where the clerk wants none."""
    if not shows(content, MinutesSection.PLAN):
        return
    phrases = writer.phrases
    if content.pack.vision:
        yield writer.body(run(phrases.say("vision")), run(f"“{content.pack.vision}”"))
    if content.strategies:
        yield writer.said(_counts(phrases, content))
    for strategy in content.strategies:
        yield plain(Style.PLAN_HEADING, strategy_name(phrases, strategy))
        yield from _approaches(writer, content, strategy)


def _counts(phrases: Phrases, content: MinutesContent) -> str:
    return phrases.say(
        "plan_counts",
        strategies=len(content.strategies),
        strategy=phrases.strategy,
        approaches=len(content.approaches),
        approach=phrases.approach,
    )


def strategy_name(phrases: Phrases, strategy: Strategy) -> str:
    """Return "ยุทธศาสตร์ที่ ๑ " and the exact name."""
    label = phrases.say("strategy", level=phrases.strategy, number=strategy.number)
    return f"{label}  {strategy.name}"


def _approaches(writer: Writer, content: MinutesContent, strategy: Strategy) -> Iterator[str]:
    approaches = approaches_of(content.approaches, strategy)
    if approaches:
        yield writer.heading(writer.phrases.approach, 3)
    for approach in approaches:
        # The codes are those of the plan; numbers that count by themselves could differ.
        label = writer.phrases.digits(approach.code)
        yield paragraph(Style.CODED_ITEM, run(f"{label}\t"), run(approach.text))
