"""What an office file tells of itself: its title and keywords, and no person's name."""

from forum_desktop.documents.fingerprint import fingerprint
from forum_desktop.documents.house.label import Label
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.records.documents import (
    AttendeesContent,
    CardsContent,
    DocumentContent,
    DocumentKind,
    OpinionsContent,
    ProjectsContent,
    ReceiptContent,
    RegisterContent,
    SignInContent,
    SummaryContent,
)
from forum_desktop.records.forum import Forum
from forum_desktop.records.minutes import MinutesContent

_KINDS: dict[type, DocumentKind] = {
    MinutesContent: DocumentKind.MINUTES,
    SummaryContent: DocumentKind.SUMMARY,
    SignInContent: DocumentKind.SIGN_IN,
    AttendeesContent: DocumentKind.ATTENDEES,
    OpinionsContent: DocumentKind.OPINIONS,
    ProjectsContent: DocumentKind.PROJECTS,
    ReceiptContent: DocumentKind.RECEIPT,
    RegisterContent: DocumentKind.COMPLAINTS,
    CardsContent: DocumentKind.CARDS,
}


def label_of(content: DocumentContent, phrases: Phrases) -> Label:
    """Return what a file made of the content tells of itself."""
    kind = _KINDS[type(content)]
    return Label(
        title=phrases.say(f"table.title.{kind.name.lower()}", name=_meeting(content.forum)),
        kind=kind,
        edition=content.edition,
        forum_code=content.forum.code,
        fingerprint=fingerprint(content),
    )


def _meeting(forum: Forum) -> str:
    return forum.meeting_name.removeprefix("รายงาน").removeprefix("การประชุม")
