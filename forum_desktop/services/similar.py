"""What was said before in nearly the same words, found while somebody types."""

from uuid import UUID

from forum_desktop.db import opinions
from forum_desktop.db.reading import Reading
from forum_desktop.records.opinion import Opinion
from forum_desktop.services.desk import Desk
from forum_desktop.thai.likeness import Likeness

_LEAST = 0.3
"""Below this share of common, telling letters two texts are two matters."""
_PORTION = 250
"""Opinions learnt at a time: some ten milliseconds, then the worker may do something else."""
_SHORTEST = 12
"""Letters before which nothing is offered: half a sentence is like a hundred others."""


class SaidBefore:
    """The opinions of one forum, among which those like a text are found in milliseconds.

    Lives on the worker; each question first learns what was entered since the last one.
    """

    def __init__(self, forum_id: UUID) -> None:
        self._forum_id = forum_id
        self._likeness: Likeness[UUID] = Likeness()
        self._number: int | None = None
        self._oldest: UUID | None = None
        self._has_all = False

    def learn(self, desk: Desk) -> bool:
        """Learn some more opinions, the newest first; tell whether that was all.

        Who begins with a large forum calls it until then; `like` alone learns all at once.
        """
        with desk.look() as look:
            self._learn(look, _PORTION)
        return self._has_all

    def like(self, desk: Desk, text: str, limit: int = 3) -> tuple[Opinion, ...]:
        """Return standing opinions that say nearly the same, the likest first."""
        if len(text.strip()) < _SHORTEST:
            return ()
        with desk.look() as look:
            self._learn(look)
            self._hear(look)
            found = self._likeness.likest(text, least=_LEAST, limit=limit)
            return tuple(look.get(Opinion, opinion_id) for opinion_id, _ in found)

    def _learn(self, look: Reading, portion: int | None = None) -> None:
        """Learn what stood in the file before; what changes meanwhile is heard of later."""
        if self._has_all:
            return
        if self._number is None:
            self._number = opinions.last_line(look)
        found = opinions.texts(look, self._forum_id, portion, self._oldest)
        for opinion_id, text in found:
            self._likeness.put(opinion_id, text)
        self._has_all = portion is None or len(found) < portion
        self._oldest = found[-1][0] if found else self._oldest

    def _hear(self, look: Reading) -> None:
        """Learn what was written of since the last time."""
        assert self._number is not None
        since, self._number = self._number, opinions.last_line(look)
        for opinion_id in opinions.changed_since(look, self._forum_id, since):
            opinion = look.find(Opinion, opinion_id)
            if opinion is None or not opinion.stands:
                self._likeness.drop(opinion_id)
            else:
                self._likeness.put(opinion_id, opinion.text)
