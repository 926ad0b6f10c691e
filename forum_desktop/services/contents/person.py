"""A person's copy of her own data: gathered, and made as a file."""

from forum_desktop import documents
from forum_desktop.db.reading import Reading
from forum_desktop.documents.fingerprint import canonical
from forum_desktop.errors import Refusal
from forum_desktop.records.documents import DocumentFormat, PersonContent
from forum_desktop.records.forum import Forum
from forum_desktop.records.minutes import Edition
from forum_desktop.records.privacy import PersonFile
from forum_desktop.services.contents.settings import settings_of
from forum_desktop.wording import Wording

_JSON = ".json"


def person_content(look: Reading, file: PersonFile) -> PersonContent:
    """Return what the copy prints."""
    forum = look.get(Forum, file.attendee.forum_id)
    pack, _ = settings_of(look, forum.id)
    return PersonContent(edition=Edition.INTERNAL, forum=forum, pack=pack, file=file)


def render_person(content: PersonContent, ending: str) -> bytes:
    """Return the file of a copy; raises Refusal("privacy.unknown_format")."""
    if ending == _JSON:
        return canonical(content.file).encode()
    if ending != ".pdf":
        raise Refusal("privacy.unknown_format", ending=ending or "-")
    return documents.render(content, DocumentFormat.PDF, Wording("th"))
