"""How a complaint appears in the register: never a name, and of a sealed one no word."""

from collections.abc import Iterable
from types import MappingProxyType
from typing import TYPE_CHECKING

from forum_desktop.records.complaint import ComplaintState, Urgency
from forum_desktop.ui.display import joined
from forum_desktop.ui.record_list import Line
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.records.complaint import Complaint, RegisterRow
    from forum_desktop.records.pack import ComplaintKind
    from forum_desktop.ui.page import Page
    from forum_desktop.ui.words import Words

URGENCIES = MappingProxyType(
    {Urgency.USUAL: "usual", Urgency.SOON: "soon", Urgency.EMERGENCY: "emergency"}
)
"""How the catalogue calls each urgency."""
_SOON = 7


class RegisterLines:
    """Tells rows in the language and with the kinds of its page."""

    def __init__(self, page: "Page") -> None:
        self._page = page

    def line(self, row: "RegisterRow") -> Line:
        """Return how a row of the list appears."""
        complaint, words = row.complaint, self._page.words
        under = (
            complaint.reference,
            words(f"complaint.state.{complaint.state}"),
            self.kinds(complaint),
            words(f"case_register.level.{complaint.level}"),
        )
        mark, color = self._mark(row)
        return Line(
            text=subject_of(words, complaint),
            under=joined(under),
            mark=mark,
            mark_color=color,
            is_quiet=complaint.is_erased or complaint.is_sealed,
        )

    def kinds(self, complaint: "Complaint") -> str:
        """Return the names of all kinds."""
        overview = self._page.overview
        known = overview.pack.complaint_kinds if overview else ()
        language = self._page.words.language
        return ", ".join(kind_name(known, code, language) for code in complaint.kinds)

    def _mark(self, row: "RegisterRow") -> tuple[str, str]:
        words, urgency = self._page.words, row.complaint.urgency
        urgent = words(f"complaint.urgency.{URGENCIES[Urgency(urgency)]}") if urgency else ""
        days = days_told(words, row.days_left)
        color = TOKENS.primary
        if row.days_left is None:
            is_told = row.complaint.state is ComplaintState.TOLD
            color = TOKENS.good if is_told else TOKENS.ink_soft
            days = words("case_register.answered" if is_told else "case_register.show.closed")
        elif row.days_left < 0 or urgency == Urgency.EMERGENCY:
            color = TOKENS.bad
        elif row.days_left <= _SOON or urgency:
            color = TOKENS.warn
        return joined((urgent, days)), color


def kind_name(kinds: "Iterable[ComplaintKind]", code: str, language: str) -> str:
    """Return the name of a kind in a language; its code where the pack knows it no more."""
    kind = next((kind for kind in kinds if kind.code == code), None)
    if kind is None:
        return code
    return kind.english if language == "en" and kind.english else kind.name


def subject_of(words: "Words", complaint: "Complaint") -> str:
    """Return what a complaint is about, or why that is not told."""
    if complaint.is_sealed:
        return words("complaint.sealed_case")
    return complaint.subject or words("complaint.erased_case")


def days_told(words: "Words", days_left: int | None) -> str:
    """Tell how long a complaint may still wait."""
    if days_left is None:
        return ""
    if days_left < 0:
        return words("case_register.overdue_by", count=-days_left)
    return (
        words("case_register.days_left", count=days_left)
        if days_left
        else words("case_register.today")
    )
