"""What the meeting put first and what it resolved."""

from collections import Counter
from collections.abc import Iterator

from forum_desktop.documents.docx.markup import run
from forum_desktop.documents.docx.measures import PARAGRAPH_INDENT, twips
from forum_desktop.documents.docx.paragraphs import paragraph, plain
from forum_desktop.documents.docx.styles import Style
from forum_desktop.documents.docx.tables import Frame, row, table
from forum_desktop.documents.docx.writer import Writer, spacer
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.minutes.sentences import ranking_words
from forum_desktop.records.meeting import AgendaItem
from forum_desktop.records.minutes import MinutesContent
from forum_desktop.records.pack import AgendaKind
from forum_desktop.records.priorities import RankingLine, RankingTable

_NUMBER_WIDTH = twips(2.2)
_NEEDS_NO_RESOLUTION = frozenset({AgendaKind.HEAR_OPINIONS, AgendaKind.OTHER})


def rankings(writer: Writer, content: MinutesContent) -> Iterator[str]:
    """Yield every ranking: its title, how it was made, and its table."""
    for ranking in content.rankings:
        yield writer.heading(writer.phrases.written(ranking.title), 3)
        yield from _how(writer.phrases, ranking)
        yield _table(writer, ranking)


def _how(phrases: Phrases, ranking: RankingTable) -> Iterator[str]:
    yield paragraph(Style.FOLLOWING, run(ranking_words(phrases, ranking)), keeps_next=True)
    if ranking.tie_rule:
        rule = phrases.say("ranking.tie_rule", rule=phrases.written(ranking.tie_rule))
        yield paragraph(Style.FOLLOWING, run(" ".join(rule.split())), keeps_next=True)


def _table(writer: Writer, ranking: RankingTable) -> str:
    phrases = writer.phrases
    if not ranking.lines:
        return plain(Style.FOLLOWING, phrases.say("ranking.nothing"))
    label = writer.page.width - PARAGRAPH_INDENT - 2 * _NUMBER_WIDTH
    frame = Frame((_NUMBER_WIDTH, label, _NUMBER_WIDTH), indent=PARAGRAPH_INDENT)
    heads = (phrases.say(f"ranking.{key}") for key in ("place", "item", "points"))
    head = row(frame, [plain(Style.CELL_HEAD, text) for text in heads], is_head=True)
    shared = Counter(line.place for line in ranking.lines)
    lines = (_line(phrases, frame, line, shared) for line in ranking.lines)
    return table(frame, (head, *lines)) + spacer()


def _line(phrases: Phrases, frame: Frame, line: RankingLine, shared: Counter[int]) -> str:
    place = phrases.count(line.place)
    if shared[line.place] > 1:
        place = phrases.say("ranking.shared", place=line.place)
    cells = (
        plain(Style.CELL_CENTRED, place),
        plain(Style.CELL, line.label),
        plain(Style.CELL_NUMBER, phrases.count(line.points)),
    )
    return row(frame, cells)


def resolution(writer: Writer, item: AgendaItem) -> Iterator[str]:
    """Yield "มติที่ประชุม ..." and the votes; where words are wanted and missing, a mark."""
    phrases = writer.phrases
    wanted = item.was_voted or item.kind not in _NEEDS_NO_RESOLUTION
    lines = [line.strip() for line in phrases.written(item.resolution).splitlines()]
    if not any(lines) and not wanted:
        return
    first, *others = [line for line in lines if line] or [phrases.missing("resolution")]
    yield writer.body(run(f"{phrases.say('resolution')}  ", bold=True), run(first))
    for line in others:
        yield writer.said(line)
    if item.was_voted:
        yield writer.body(run(f"{phrases.say('votes')}  ", bold=True), run(_votes(phrases, item)))


def _votes(phrases: Phrases, item: AgendaItem) -> str:
    """Return "เห็นชอบ ๙๘๐ เสียง ... รวม ๑,๐๖๒ เสียง"."""
    counts = {
        "votes.for": item.votes_for,
        "votes.against": item.votes_against,
        "votes.abstained": item.votes_abstained,
    }
    counted = {key: count for key, count in counts.items() if count is not None}
    counted["votes.total"] = sum(counted.values())
    return "  ".join(phrases.say(key, count=f"{count:,}") for key, count in counted.items())
