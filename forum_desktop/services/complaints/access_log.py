"""The access log of a complaint desk: who opened what, when and why."""

from itertools import groupby
from uuid import UUID

from forum_desktop.db.reading import Reading
from forum_desktop.records.complaint import Complaint
from forum_desktop.records.identity import same_id
from forum_desktop.records.sealed import Access, AccessRow
from forum_desktop.services.complaints.parts import sealed_later
from forum_desktop.services.desk import Desk
from forum_desktop.thai.folding import fold, fold_tight

_MOST = 1000


def read_access_log(desk: Desk, forum_id: UUID, typed: str = "") -> tuple[AccessRow, ...]:
    """Return the openings of a forum, the latest first, at most 1,000 lines.

    `typed` looks for words in numbers, reasons and who opened; every word must be there. What
    was opened in one act, by looking for a person, is one line.
    """
    with desk.look() as look:
        openings = look.all(Access, newest_first=True, forum_id=forum_id)
        numbers = _numbers(look, forum_id)
    acts = (tuple(one) for _, one in groupby(openings, key=_act_of))
    rows = (_row(act, numbers) for act in acts)
    return tuple(row for row in rows if _has_words(row, typed))[:_MOST]


def _numbers(look: Reading, forum_id: UUID) -> dict[UUID, str]:
    return {item.id: item.reference for item in look.all(Complaint, forum_id=forum_id)}


def _act_of(access: Access) -> tuple[object, ...]:
    return access.what, access.at, access.actor, access.reason


def _row(act: tuple[Access, ...], numbers: dict[UUID, str]) -> AccessRow:
    told = {_number(access.complaint_id, numbers) for access in act}
    return AccessRow(access=act[0], references=tuple(sorted(told - {""})))


def _number(complaint_id: UUID, numbers: dict[UUID, str]) -> str:
    """Return a complaint's number.

    What was opened before it was sealed or erased keeps its number, also where another laptop
    opened it and did not know yet.
    """
    was = (complaint_id, sealed_later(complaint_id))
    ids = (*was, *(same_id(one, "erased") for one in was))
    return next((numbers[one] for one in ids if one in numbers), "")


def _has_words(row: AccessRow, typed: str) -> bool:
    told = (*row.references, row.access.actor, row.access.reason)
    searched = fold_tight("|".join(told))
    return all(fold_tight(word) in searched for word in fold(typed).split())
