"""What an office file tells of itself: its title and keywords, and no person's name."""

from forum_desktop.documents.house.label import Label, label_for
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.records.documents import KINDS, DocumentContent
from forum_desktop.records.forum import Forum


def label_of(content: DocumentContent, phrases: Phrases) -> Label:
    """Return what a file made of the content tells of itself."""
    key = KINDS[type(content)].name.lower()
    title = phrases.say(f"table.title.{key}", name=_meeting(content.forum))
    return label_for(content, title)


def _meeting(forum: Forum) -> str:
    return forum.meeting_name.removeprefix("รายงาน").removeprefix("การประชุม")
