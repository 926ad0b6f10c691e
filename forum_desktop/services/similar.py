"""What was said before in nearly the same words, found while somebody types."""

from uuid import UUID

from forum_desktop.db import opinions
from forum_desktop.db.reading import Reading
from forum_desktop.records.opinion import Opinion
from forum_desktop.services.desk import Desk
from forum_desktop.thai.likeness import Likeness

_LEAST = 0.3
"""Below this share of common, telling letters two texts are two matters."""
_SHORTEST = 12
"""Letters before which nothing is offered: half a sentence is like a hundred others."""


class SaidBefore:
    """The opinions of one forum, among which those like a text are found in milliseconds.

    Lives on the worker; each question first learns what was entered since the last one.
    """

    def __init__(self, forum_id: UUID) -> None:
        self._forum_id = forum_id
        self._likeness: Likeness[UUID] = Likeness()
        self._number = 0

    def like(self, desk: Desk, text: str, limit: int = 3) -> tuple[Opinion, ...]:
        """Return standing opinions that say nearly the same, the likest first."""
        if len(text.strip()) < _SHORTEST:
            return ()
        with desk.look() as look:
            self._learn(look)
            found = self._likeness.likest(text, least=_LEAST, limit=limit)
            return tuple(look.get(Opinion, opinion_id) for opinion_id, _ in found)

    def _learn(self, look: Reading) -> None:
        self._number, changed = opinions.changed_since(look, self._forum_id, self._number)
        for opinion_id in changed:
            opinion = look.find(Opinion, opinion_id)
            if opinion is None or not opinion.stands:
                self._likeness.drop(opinion_id)
            else:
                self._likeness.put(opinion_id, opinion.text)
