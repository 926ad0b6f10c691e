"""What the capture card holds: as fields of a draft, and as the utterance that is kept."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from forum_desktop.records.opinion import OpinionKind, Utterance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forum_desktop.records.overview import ForumOverview

_WORDS = {True: "yes", False: "no", None: ""}
_ANSWERS = {word: answer for answer, word in _WORDS.items()}


class Speaker(NamedTuple):
    """Who speaks. `may_be_named` as said this one time; None follows the consent she gave."""

    id: UUID
    name: str = ""
    may_be_named: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words and what stands beside them; `number` 0 and `code` "" are not yet sorted."""

    text: str = ""
    kind: OpinionKind = OpinionKind.NEED
    number: int = 0
    code: str = ""
    urgency: int = 0
    tags: tuple[str, ...] = ()
    place: str = ""
    behalf: str = ""
    speaker: Speaker | None = None

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing would be lost with it; where it would go is no loss."""
        beside = (self.urgency, self.tags, self.place, self.behalf, self.speaker)
        return not self.text.strip() and not any(beside)

    def named(self, name: str) -> "Said":
        """Return it with the name of its speaker, which drafts leave out."""
        speaker = self.speaker
        return self if speaker is None else replace(self, speaker=speaker._replace(name=name))

    def without_speaker(self) -> "Said":
        """Return it without its speaker."""
        return replace(self, speaker=None)


def fields_of(said: Said) -> dict[str, str]:
    """Return what a draft keeps: the speaker's id and never her name."""
    if said.is_empty:
        return {}
    fields = {
        "text": said.text,
        "kind": said.kind.value,
        "place_in_plan": said.code or str(said.number),
        "urgency": str(said.urgency),
        "tags": "\n".join(said.tags),
        "place": said.place,
        "behalf": said.behalf,
    }
    if said.speaker is not None:
        fields["speaker"] = str(said.speaker.id)
        fields["may_be_named"] = _WORDS[said.speaker.may_be_named]
    return fields


def said_in(fields: "Mapping[str, str]") -> Said:
    """Return what a draft kept; what an older one does not tell is as usual."""
    where = fields.get("place_in_plan", "0")
    speaker = fields.get("speaker", "")
    answer = _ANSWERS.get(fields.get("may_be_named", ""))
    return Said(
        text=fields.get("text", ""),
        kind=OpinionKind(fields.get("kind", OpinionKind.NEED)),
        number=int(where.split(".")[0]),
        code=where if "." in where else "",
        urgency=int(fields.get("urgency", "0")),
        tags=tuple(filter(None, fields.get("tags", "").split("\n"))),
        place=fields.get("place", ""),
        behalf=fields.get("behalf", ""),
        speaker=Speaker(UUID(speaker), may_be_named=answer) if speaker else None,
    )


def utterance_of(said: Said, overview: "ForumOverview") -> Utterance:
    """Return what is kept, its place in the plan found in a forum."""
    strategies = {strategy.number: strategy.id for strategy in overview.strategies}
    approaches = {item.code: item.id for item in overview.approaches}
    speaker = said.speaker
    return Utterance(
        text=said.text,
        kind=said.kind,
        strategy_id=strategies.get(said.number),
        approach_id=approaches.get(said.code),
        on_behalf_of=said.behalf,
        urgency=said.urgency,
        tags="\n".join(said.tags),
        place=said.place,
        speaker_id=speaker.id if speaker else None,
        may_be_named=speaker.may_be_named if speaker else None,
    )
