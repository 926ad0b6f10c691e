"""What a check of the file found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """Counts by name (operations, opinions ...) and faults as plain facts; no faults is good."""

    counts: tuple[tuple[str, int], ...]
    faults: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing was found wrong."""
        return not self.faults
