"""A person's copy of her own data: gathered, and made as a file."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from forum_desktop import documents
from forum_desktop.db.reading import Reading
from forum_desktop.errors import Refusal
from forum_desktop.records.documents import DocumentFormat, PersonContent
from forum_desktop.records.forum import Forum
from forum_desktop.records.minutes import Edition
from forum_desktop.records.privacy import PersonFile
from forum_desktop.services.contents.settings import settings_of
from forum_desktop.services.masking import told_masked
from forum_desktop.wording import Wording

_FORUM_FACTS = ("code", "title", "meeting_name", "municipality", "held_on", "venue")
_WHY = ("purpose", "ground", "rights")


@told_masked
def person_content(look: Reading, file: PersonFile, made_on: date) -> PersonContent:
    """Return what the copy prints."""
    forum = look.get(Forum, file.attendee.forum_id)
    pack, _ = settings_of(look, forum.id)
    return PersonContent(
        edition=Edition.INTERNAL, forum=forum, pack=pack, file=file, made_on=made_on
    )


def render_person(content: PersonContent, ending: str) -> bytes:
    """Return the file of a copy; raises Refusal("privacy.unknown_format")."""
    if ending == ".json":
        told = json.dumps(_told(content), ensure_ascii=False, indent=2, default=_spelled)
        return f"{told}\n".encode("utf-8", "surrogatepass")
    if ending != ".pdf":
        raise Refusal("privacy.unknown_format", ending=ending or "-")
    return documents.render(content, DocumentFormat.PDF, Wording("th"))


def _told(content: PersonContent) -> dict[str, Any]:
    """Return the copy for another program (PDPA s.31), every fact under its name.

    The keys are those of the records: `attendee`, `twins` and the rest of `PersonFile`.
    """
    say, kept = Wording("th"), content.pack.retention
    return {
        "made_on": content.made_on,
        "forum": {name: getattr(content.forum, name) for name in _FORUM_FACTS},
        **asdict(content.file),
        "kept_days": {
            "screening": content.pack.screening.keep_days,
            "speakers": kept.speaker_days,
            "attendees": kept.attendee_days,
        },
        **{name: say(f"document.own_data.{name}_text") for name in _WHY},
    }


def _spelled(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
