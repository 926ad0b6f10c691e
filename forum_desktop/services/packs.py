"""Acts on event packs: those that come with the app, those of a file, and a forum's copy."""

from pathlib import Path

from forum_desktop.errors import Refusal
from forum_desktop.paths import resource
from forum_desktop.records.pack import EventPack
from forum_desktop.services.pack_json import from_json, to_json
from forum_desktop.services.pack_reading import read_pack

__all__ = ["find_pack", "from_json", "list_packs", "read_pack", "to_json"]


def list_packs() -> tuple[EventPack, ...]:
    """Return the packs that come with the app, in the order of their file names."""
    return tuple(read_pack(path) for path in _shipped().values())


def find_pack(name_or_path: str) -> EventPack:
    """Return a pack by its key, or from a file.

    Raises Refusal("pack.unknown") where no pack has that key and no file that name, and
    whatever `read_pack` finds wrong.
    """
    shipped = _shipped()
    if name_or_path in shipped:
        return read_pack(shipped[name_or_path])
    path = Path(name_or_path)
    if path.suffix == ".toml" or len(path.parts) > 1:
        return read_pack(path)
    raise Refusal("pack.unknown", name=name_or_path, known=", ".join(shipped))


def _shipped() -> dict[str, Path]:
    # A shipped pack's file is named by its key: none is read to find one.
    return {path.stem: path for path in sorted(resource("packs").glob("*.toml"))}
