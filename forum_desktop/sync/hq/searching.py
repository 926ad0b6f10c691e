"""Looking for opinions in all forums."""

from sqlalchemy import Connection, select

from forum_desktop.db.tables import ENTITY_TABLES, STANDS
from forum_desktop.records.office_report import FoundOpinion
from forum_desktop.thai.folding import fold, fold_tight

_opinion, _forum = ENTITY_TABLES["opinion"], ENTITY_TABLES["forum"]


def search_opinions(connection: Connection, typed: str, limit: int) -> tuple[FoundOpinion, ...]:
    """Return opinions that hold every word typed, in any part of it; at most `limit`.

    PostgreSQL answers from the index of three-letter pieces, which helps from three letters on.
    Which ones come where there are more is not promised: to sort all would take its time.
    """
    words = [tight for word in fold(typed).split() if (tight := fold_tight(word))]
    if not words:
        return ()
    held = [_opinion.c.search_key.contains(word, autoescape=True) for word in words]
    chosen = (
        select(_forum.c.code, _opinion.c.reference, _opinion.c.text)
        .join(_forum, _forum.c.id == _opinion.c.forum_id)
        .where(*held, STANDS)
        .limit(limit)
    )
    found = connection.execute(chosen)
    lines = [FoundOpinion(forum=code, reference=ref, text=text) for code, ref, text in found]
    return tuple(sorted(lines, key=lambda line: (line.forum, line.reference)))
