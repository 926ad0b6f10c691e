"""What people said, by strategy and approach, in the words they used."""

from collections.abc import Iterator, Sequence
from itertools import count

from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.house.plan_order import Chapter, Group, in_plan_order
from forum_desktop.documents.minutes.course import Happening, Pending
from forum_desktop.documents.minutes.handovers import compose_happenings
from forum_desktop.documents.minutes.plan import strategy_runs
from forum_desktop.documents.minutes.sentences import answer_lead, heard_words, promise_words
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.style import FOLLOWING, ITEM, MINOR_HEADING
from forum_desktop.records.minutes import MinutesContent, MinutesOpinion


def compose_opinions(
    composer: Composer, content: MinutesContent, happenings: Sequence[Happening] = ()
) -> Iterator[Block]:
    """Yield every opinion once, under its place in the plan, and what happened among them."""
    chapters = in_plan_order(content.strategies, content.approaches, content.opinions)
    said_at = [opinion.said_at for chapter in chapters for opinion in chapter.items]
    pending = Pending(happenings, said_at)
    yield from compose_happenings(composer, pending.before(0))
    if not chapters:
        yield composer.paragraph(Run(composer.phrases.say("nobody_spoke")))
    places = count()
    for chapter in chapters:
        yield from _chapter(composer, chapter, content, places, pending)
    yield from compose_happenings(composer, pending.rest())


def _chapter(
    composer: Composer,
    chapter: Chapter[MinutesOpinion],
    content: MinutesContent,
    places: "count[int]",
    pending: Pending,
) -> Iterator[Block]:
    phrases, numbers = composer.phrases, count(1)
    head = list(_chapter_head(composer, chapter, content))
    for group in chapter.groups:
        if chapter.strategy:
            head.append(_approach_heading(composer, group))
        for opinion in group.items:
            # What happened before the first of a group stands before its heading too.
            yield from compose_happenings(composer, pending.before(next(places)))
            yield from head
            head = []
            yield from _opinion(composer, opinion, next(numbers))
    yield from head
    if not chapter.groups:
        yield composer.paragraph(Run(phrases.say("nobody_spoke")))


def _chapter_head(
    composer: Composer, chapter: Chapter[MinutesOpinion], content: MinutesContent
) -> Iterator[Block]:
    phrases = composer.phrases
    if chapter.strategy:
        yield composer.subheading(*strategy_runs(composer, chapter.strategy))
        return
    yield composer.subheading(Run(phrases.say("unsorted"), bold=True))
    if reason := content.texts.unsorted_reason:
        yield composer.paragraph(Run(phrases.say("unsorted_reason", reason=reason)))


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
    yield from _spoken(composer, (Run(lead),), opinion.text, label)
    if heard := heard_words(phrases, opinion):
        yield composer.paragraph(Run(heard), style=FOLLOWING)
    if opinion.answer:
        answered = Run(f"{phrases.say('answer')} ", bold=True)
        by = Run(answer_lead(phrases, opinion))
        yield from _spoken(composer, (answered, by), opinion.answer)
    if promise := promise_words(phrases, opinion):
        yield composer.paragraph(Run(promise), style=FOLLOWING)


def _spoken(
    composer: Composer, lead: tuple[Run, ...], text: str, label: str = ""
) -> Iterator[Block]:
    """Yield exact words, a paragraph a line, the first one led in."""
    lines = [line for line in text.splitlines() if line.strip()] or [""]
    style = ITEM if label else FOLLOWING
    yield composer.paragraph(*lead, Run(lines[0]), style=style, label=label)
    for line in lines[1:]:
        yield composer.paragraph(Run(line), style=FOLLOWING)
