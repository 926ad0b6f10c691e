"""What a power cut may leave of recorded steps: synced bytes for certain, the rest by chance.

The model: the bytes of a file are safe once the file is synced, a name (made, moved, taken away)
once its folder is. Of writes not yet synced any may be on the disk and any not, in any order, and
one may be torn at any sector of 512 bytes. Names change in their order, as journalling file
systems keep it.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.faults.recording import Step

SECTOR = 512
Chance = Callable[[], float]
"""Returns how much of an unsynced change is on the disk: 0 nothing, 1 all, else torn."""


@dataclass
class _File:
    safe: bytearray = field(default_factory=bytearray)
    waiting: list[Step] = field(default_factory=list)

    def left(self, chance: Chance) -> bytes:
        content = bytearray(self.safe)
        for step in self.waiting:
            _apply(content, step, chance())
        return bytes(content)


class Disk:
    """A folder as steps are done to it one after the other."""

    def __init__(self) -> None:
        self._names: dict[str, _File] = {}
        self._safe_names: dict[str, _File] = {}
        self._renaming: list[Step] = []
        self._made: dict[int, _File] = {}

    def do(self, step: Step) -> None:
        """Do a step; nothing of it is safe before a sync."""
        match step.what:
            case "create":
                self._names[step.name] = self._made[id(step)] = _File()
                self._renaming.append(step)
            case "rename":
                self._names[step.other] = self._names.pop(step.name)
                self._renaming.append(step)
            case "unlink":
                self._names.pop(step.name)
                self._renaming.append(step)
            case "sync" if step.name == ".":
                self._change_names(self._safe_names, len(self._renaming))
                self._renaming.clear()
            case "sync":
                file = self._names[step.name]
                file.safe[:] = file.left(lambda: 1.0)
                file.waiting.clear()
            case _:
                self._names[step.name].waiting.append(step)

    def cut(self, into: Path, chance: Chance) -> None:
        """Write into a folder what a power cut leaves at this moment."""
        names = dict(self._safe_names)
        self._change_names(names, round(chance() * len(self._renaming)))
        for name, file in names.items():
            path = into / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.left(chance))

    def _change_names(self, names: dict[str, _File], many: int) -> None:
        for step in self._renaming[:many]:
            if step.what == "create":
                names[step.name] = self._made[id(step)]
            elif step.what == "unlink":
                names.pop(step.name, None)
            elif step.name in names:
                names[step.other] = names.pop(step.name)


def chances(seed: int) -> tuple[Chance, ...]:
    """Return the ways a cut is tried at one moment: nothing kept, all kept, and by chance."""
    rolled = random.Random(seed)  # noqa: S311 - chance, not secrecy
    return (
        lambda: 0.0,
        lambda: 1.0,
        lambda: rolled.choice((0.0, 1.0)),
        lambda: rolled.choice((0.0, 1.0, rolled.random())),
    )


def moments(steps: Sequence[Step]) -> range:
    """Return the moments of a record: before its first step, and after each."""
    return range(len(steps) + 1)


def _apply(content: bytearray, step: Step, share: float) -> None:
    if step.what == "truncate":
        if share >= 1:
            del content[step.offset :]
            content.extend(bytes(step.offset - len(content)))
        return
    sectors = -(-len(step.data) // SECTOR)
    kept = step.data[: round(share * sectors) * SECTOR]
    if kept:
        content.extend(bytes(max(0, step.offset - len(content))))
        content[step.offset : step.offset + len(kept)] = kept
