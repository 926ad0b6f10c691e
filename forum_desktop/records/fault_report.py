"""What the window tells of a fault of ours."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class FaultReport:
    """One report on this laptop: its file's name, when it was written, and all that it says."""

    name: str
    written_at: datetime
    text: str
