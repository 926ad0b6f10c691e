"""Whether a laptop is ready for the hall, check by check."""

from dataclasses import dataclass
from enum import StrEnum


class Light(StrEnum):
    """Go; look at it; do not go yet; cannot be known from here."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found of one thing; its sentence is `preflight.<what>.<found>`."""

    what: str
    found: str
    light: Light
    details: tuple[tuple[str, str | int], ...] = ()

    @property
    def key(self) -> str:
        """The key of its sentence in the catalogue."""
        return f"preflight.{self.what}.{self.found}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preflight:
    """All findings, in the order in which they are put right."""

    findings: tuple[Finding, ...]

    @property
    def light(self) -> Light:
        """The worst of them; what cannot be known turns nothing amber."""
        lights = {finding.light for finding in self.findings}
        return next((one for one in (Light.RED, Light.AMBER) if one in lights), Light.GREEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What only a window can see: screens, and printers by name; None where none can look."""

    screens: int | None = None
    printers: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Power:
    """How a laptop is fed: on mains or not, and the battery's charge in percent if it has one."""

    is_on_mains: bool
    charge: int | None = None
