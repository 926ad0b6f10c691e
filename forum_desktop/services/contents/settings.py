"""How the documents of a forum are written: as its pack says, and where it departs."""

from dataclasses import replace
from uuid import UUID

from forum_desktop.db.reading import Reading
from forum_desktop.records.identity import same_id
from forum_desktop.records.minutes import DocumentChoices
from forum_desktop.records.pack import DocumentSettings, EventPack
from forum_desktop.services.forums import pack_of


def settings_of(look: Reading, forum_id: UUID) -> tuple[EventPack, DocumentChoices]:
    """Return a forum's pack, with the choices made for it in the place of its own settings."""
    pack = pack_of(look, forum_id)
    choices = _choices(look, forum_id, pack.documents)
    return _pack_with(pack, choices), choices


def _choices(look: Reading, forum_id: UUID, preset: DocumentSettings) -> DocumentChoices:
    """Return the choices made for a forum, those of its pack where none were."""
    choices_id = same_id(forum_id, "documents")
    return look.find(DocumentChoices, choices_id) or DocumentChoices(
        id=choices_id,
        forum_id=forum_id,
        thai_digits=preset.thai_digits,
        era_word=preset.era_word,
        time_word=preset.time_word,
        margin_left=preset.margin_left,
        margin_right=preset.margin_right,
        margin_top=preset.margin_top,
        margin_bottom=preset.margin_bottom,
        typeface=preset.typeface,
    )


def _pack_with(pack: EventPack, choices: DocumentChoices) -> EventPack:
    settings = replace(
        pack.documents,
        thai_digits=choices.thai_digits,
        era_word=choices.era_word,
        time_word=choices.time_word,
        margin_left=choices.margin_left,
        margin_right=choices.margin_right,
        margin_top=choices.margin_top,
        margin_bottom=choices.margin_bottom,
        typeface=choices.typeface,
    )
    return replace(pack, documents=settings)
