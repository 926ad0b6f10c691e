"""The last sheet: which document this is, and of what data."""

from collections.abc import Iterator

from forum_desktop.documents.house.label import Label
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.tables import Column, DataTable
from forum_desktop.records.documents import DocumentContent, OfficeReportContent
from forum_desktop.records.minutes import MinutesContent, MinutesStatus


def about_table(content: DocumentContent, label: Label, phrases: Phrases) -> DataTable:
    """Return the facts of the document itself, a row each."""
    columns = (
        Column("fact", phrases.say("table.head.fact"), 26),
        Column("value", phrases.say("table.head.value"), 80),
    )
    rows = tuple(_facts(content, label, phrases))
    return DataTable("about", phrases.say("table.name.about"), columns, rows)


def _facts(content: DocumentContent, label: Label, phrases: Phrases) -> Iterator[tuple[str, str]]:
    forum = content.forum
    yield phrases.say("table.about.title"), label.title
    if isinstance(content, OfficeReportContent):
        yield phrases.say("table.about.forums"), phrases.count(content.report.forums)
        yield phrases.say("table.about.as_of"), phrases.date(content.report.on)
        yield phrases.say("table.about.fingerprint"), label.fingerprint
        return
    yield phrases.say("table.about.project"), forum.title
    yield phrases.say("table.about.municipality"), forum.municipality
    yield phrases.say("table.about.held_on"), phrases.date(forum.held_on)
    yield phrases.say("table.about.venue"), forum.venue
    yield phrases.say("table.about.edition"), phrases.say(f"table.edition.{label.edition}")
    if isinstance(content, MinutesContent) and content.texts.status is not MinutesStatus.CERTIFIED:
        yield phrases.say("table.about.status"), phrases.say("draft_label")
    yield phrases.say("table.about.fingerprint"), label.fingerprint
