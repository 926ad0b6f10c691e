"""To which part of a bundle an operation goes: public, internal or sealed."""

from types import MappingProxyType

PUBLIC, INTERNAL, SEALED = "public", "internal", "sealed"

_PUBLIC = frozenset({"forum", "strategy", "approach"})
"""What hangs on the wall before anybody comes. Words that people say are not among it: they may
hold somebody's number, which only what is printed masks."""
_SEALED = frozenset({"sealed_part", "sealing_key", "access", "screening", "evidence"})

CLASSES = MappingProxyType({**dict.fromkeys(_PUBLIC, PUBLIC), **dict.fromkeys(_SEALED, SEALED)})
"""The parts by the log's name of an entity; every other, also of an app to come, is internal."""
