"""The map from a font's codes back to text, by which readers copy and search."""

from collections.abc import Sequence

_MOST_IN_A_BLOCK = 100
_HEAD = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange"""
_TAIL = "endcmap CMapName currentdict /CMap defineresource pop end end"


def to_unicode_map(texts: Sequence[str]) -> str:
    """Return the character map in which code n (from 1) stands for texts[n-1]."""
    entries = [f"<{n:04X}> <{_hex(text)}>" for n, text in enumerate(texts, start=1)]
    blocks = range(0, len(entries), _MOST_IN_A_BLOCK)
    return "\n".join([_HEAD, *(_block(entries[b : b + _MOST_IN_A_BLOCK]) for b in blocks), _TAIL])


def _block(entries: list[str]) -> str:
    return "\n".join([f"{len(entries)} beginbfchar", *entries, "endbfchar"])


def _hex(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()
