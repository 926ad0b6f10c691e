"""Which letters are given already: a few lines beside the venue pack, on the stick."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

_LONGEST = 64 * 1024
_LETTER = 4


def read_claims(pack: Path) -> dict[str, str]:
    """Return the replica of the laptop that has each letter; lines that are none are passed."""
    with suppress(OSError, ValueError), _beside(pack).open("rb") as file:
        lines = file.read(_LONGEST).decode("ascii").splitlines()
        pairs = [line.split() for line in lines]
        return {pair[0]: pair[1] for pair in pairs if len(pair) == 2 and len(pair[0]) <= _LETTER}
    return {}


def claim(pack: Path, letter: str, replica: str) -> str:
    """Note that a laptop takes a letter; return the letter it may use.

    Where nothing can be written beside the pack, another laptop cannot know: then chance keeps
    two of one letter apart.
    """
    try:
        with _beside(pack).open("ab") as file:
            file.write(f"{letter} {replica}\n".encode("ascii"))
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        return f"{letter[0]}{secrets.randbelow(90) + 10}"
    return letter


def _beside(pack: Path) -> Path:
    return pack.with_name(f"{pack.name}.joined")
