"""What people said, by strategy and approach, in the words they used."""

from collections.abc import Iterator, Sequence
from itertools import count

from forum_desktop.documents.docx.handovers import happenings
from forum_desktop.documents.docx.markup import run
from forum_desktop.documents.docx.paragraphs import paragraph, plain
from forum_desktop.documents.docx.plan import strategy_name
from forum_desktop.documents.docx.styles import Style
from forum_desktop.documents.docx.writer import Writer
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.house.plan_order import Chapter, Group, in_plan_order
from forum_desktop.documents.minutes.course import Happening, Pending
from forum_desktop.documents.minutes.sentences import answer_lead, heard_words, promise_words
from forum_desktop.records.minutes import MinutesContent, MinutesOpinion


def opinions(
    writer: Writer, content: MinutesContent, happened: Sequence[Happening] = ()
) -> Iterator[str]:
    """Yield every opinion once, under its place in the plan, and what happened among them."""
    chapters = in_plan_order(content.strategies, content.approaches, content.opinions)
    said_at = [opinion.said_at for chapter in chapters for opinion in chapter.items]
    pending = Pending(happened, said_at)
    yield from happenings(writer, pending.before(0))
    if not chapters:
        yield writer.said(writer.phrases.say("nobody_spoke"))
    places = count()
    for chapter in chapters:
        yield from _chapter(writer, chapter, content, places, pending)
    yield from happenings(writer, pending.rest())


def _chapter(
    writer: Writer,
    chapter: Chapter[MinutesOpinion],
    content: MinutesContent,
    places: "count[int]",
    pending: Pending,
) -> Iterator[str]:
    if not chapter.groups:
        yield from _chapter_head(writer, chapter, content)
        yield writer.said(writer.phrases.say("nobody_spoke"))
        return
    numbers = writer.lists.begin("opinion_number")
    for number, group in enumerate(chapter.groups):
        for at, opinion in enumerate(group.items):
            # What happened before the first of a group stands before its heading too.
            yield from happenings(writer, pending.before(next(places)))
            if number == at == 0:
                yield from _chapter_head(writer, chapter, content)
            if chapter.strategy and at == 0:
                yield _approach(writer, group)
            yield from _opinion(writer.phrases, opinion, numbers)


def _chapter_head(
    writer: Writer, chapter: Chapter[MinutesOpinion], content: MinutesContent
) -> Iterator[str]:
    phrases, strategy = writer.phrases, chapter.strategy
    yield writer.heading(
        strategy_name(phrases, strategy) if strategy else phrases.say("unsorted"), 2
    )
    if not strategy and content.texts.unsorted_reason:
        yield writer.said(phrases.say("unsorted_reason", reason=content.texts.unsorted_reason))


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
    if heard := heard_words(phrases, opinion):
        yield plain(Style.FOLLOWING, heard)
    if opinion.answer:
        answered = run(f"{phrases.say('answer')} ", bold=True)
        yield from _spoken(answered + run(answer_lead(phrases, opinion)), opinion.answer)
    if promise := promise_words(phrases, opinion):
        yield plain(Style.FOLLOWING, promise)


def _spoken(lead: str, text: str, numbers: int = 0) -> Iterator[str]:
    """Yield exact words, a paragraph a line, the first one led in."""
    first, *others = [line for line in text.splitlines() if line.strip()] or [""]
    style = Style.ITEM if numbers else Style.FOLLOWING
    yield paragraph(style, lead, run(first), list_number=numbers)
    for line in others:
        yield plain(Style.FOLLOWING, line)
