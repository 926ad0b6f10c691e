"""The hearing: who led it, what people said, and the projects they proposed."""

from collections.abc import Iterator

from forum_desktop.documents.docx.opinions import opinions
from forum_desktop.documents.docx.writer import Writer
from forum_desktop.documents.minutes.course import course_of
from forum_desktop.records.minutes import MinutesContent


def hearing(writer: Writer, content: MinutesContent) -> Iterator[str]:
    """Yield opinions, what happened among them, and how many projects the annex lists."""
    yield from opinions(writer, content, course_of(content).hearing)
    if content.projects:
        count = writer.phrases.count(len(content.projects))
        yield writer.said(writer.phrases.say("projects_annexed", count=count))
