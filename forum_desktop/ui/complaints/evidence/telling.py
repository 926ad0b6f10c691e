"""What the window says of evidence: its kind, size and day, and why files were not taken."""

from types import MappingProxyType
from typing import TYPE_CHECKING

from forum_desktop.ui.display import joined, said_date, said_time

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forum_desktop.records.evidence import Evidence
    from forum_desktop.services.evidence import EvidenceOutcome
    from forum_desktop.ui.words import Words

_KINDS = MappingProxyType({"image": "photo", "audio": "sound", "video": "film"})
_SYMBOLS = MappingProxyType(
    {
        "photo": "image",
        "sound": "sound",
        "film": "film",
        "document": "file-text",
        "sealed": "lock",
    }
)
_KILOBYTE, _MEGABYTE = 1024, 1024**2
_MOST_NAMES = 3


def kind_of(evidence: "Evidence") -> str:
    """Return what it is in one word of ours: photo, sound, film, document, or sealed."""
    if evidence.media_type is None:
        return "sealed"
    return _KINDS.get(evidence.media_type.partition("/")[0], "document")


def symbol_of(evidence: "Evidence") -> str:
    """Return the icon that stands for it where there is no small picture."""
    return _SYMBOLS[kind_of(evidence)]


def evidence_told(words: "Words", number: int, evidence: "Evidence") -> tuple[str, str]:
    """Return the line of a photo or file and the small line under it; names nobody."""
    kind = words(f"evidence_view.kind.{kind_of(evidence)}")
    head = joined((f"{number}", kind, evidence.name))
    at = evidence.added_at
    time = words("opinions.said_at", time=said_time(at))
    added = f"{said_date(at.date(), words.language)} {time}"
    return head, joined((size_told(words, evidence.size), added, _withdrawn_told(words, evidence)))


def size_told(words: "Words", size: int) -> str:
    """Return how large something is, as people say it."""
    if size < _MEGABYTE:
        return words("evidence_view.kilobytes", count=max(1, round(size / _KILOBYTE)))
    return words("evidence_view.megabytes", count=f"{size / _MEGABYTE:.1f}")


def refusals_told(words: "Words", outcomes: "Iterable[EvidenceOutcome]") -> str:
    """Return why files were not taken: each reason once, with the files that it is about."""
    files: dict[str, list[str]] = {}
    for outcome in outcomes:
        if outcome.refusal is not None:
            files.setdefault(words.of(outcome.refusal), []).append(outcome.path.name)
    return "\n".join(f"{_names_told(words, names)}: {why}" for why, names in files.items())


def _names_told(words: "Words", names: list[str]) -> str:
    shown, more = ", ".join(names[:_MOST_NAMES]), len(names) - _MOST_NAMES
    return words("evidence_view.and_more", names=shown, count=more) if more > 0 else shown


def _withdrawn_told(words: "Words", evidence: "Evidence") -> str:
    if evidence.withdrawn_at is None:
        return ""
    if evidence.withdrawn:
        return words("evidence_view.withdrawn_because", reason=evidence.withdrawn)
    return words("evidence_view.withdrawn")
