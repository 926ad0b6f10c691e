"""What opens a file: a passphrase, or the printed code."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Secret:
    """As typed. It shows itself in no log and no report."""

    typed: str = field(repr=False)
    is_code: bool = False
