"""A measured figure, beside its baseline and its bound."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A measured value and, where there is one, the baseline measured in the same run.

    The bound is for the ratio where there is a baseline, for the value otherwise.
    """

    name: str
    value: float
    unit: str
    baseline: float | None = None
    bound: float | None = None

    @property
    def compared(self) -> float:
        """What the bound speaks of: the ratio, or the value alone."""
        return self.value if self.baseline is None else self.value / self.baseline

    @property
    def is_within(self) -> bool:
        """Tell whether the figure keeps its bound."""
        return self.bound is None or self.compared <= self.bound

    def __str__(self) -> str:
        parts = [f"{self.name}: {self.value:.2f} {self.unit}"]
        if self.baseline is not None:
            parts.append(f"baseline {self.baseline:.2f} {self.unit}, ratio {self.compared:.2f}")
        if self.bound is not None:
            parts.append(f"bound {self.bound:g}" + ("" if self.is_within else "  MISSED"))
        return ", ".join(parts)
