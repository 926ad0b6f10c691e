"""The beginning and the end of the meeting."""

from collections.abc import Iterator

from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.minutes.keeping import with_end
from forum_desktop.documents.minutes.signatures import compose_signatures
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.records.minutes import MinutesContent


def compose_beginning(composer: Composer, content: MinutesContent) -> Iterator[Block]:
    """Yield when the meeting began, who presided, and the clerk's opening."""
    phrases, chair = composer.phrases, content.chair
    started = phrases.say("started", time=phrases.time(content.texts.started_at))
    yield composer.heading(Run(started, bold=True))
    if chair is None:
        yield composer.paragraph(Run(phrases.missing("chair")))
    else:
        runs = (Run(f"{chair.full_name} ", whole=True), Run(f"{chair.position} ".lstrip()))
        yield composer.paragraph(*runs, Run(phrases.say("presided")))
    yield from composer.written(content.texts.opening)


def compose_end(composer: Composer, content: MinutesContent) -> Iterator[Block]:
    """Yield the clerk's closing, when the meeting ended, and the signatures, not left alone."""
    phrases, texts = composer.phrases, content.texts
    ended = phrases.say("ended", time=phrases.time(texts.ended_at))
    yield from with_end(
        composer.written(texts.closing),
        [composer.heading(Run(ended, bold=True)), *compose_signatures(composer, content)],
    )
