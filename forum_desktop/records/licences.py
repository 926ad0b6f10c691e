"""What the program is made of, and under which licences."""

from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """Whether a package goes with the program (the words of CycloneDX)."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    EXCLUDED = "excluded"
    """Used to build or test, never shipped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedPackage:
    """A package as the locks pin it; `hashes` are of the files it may come as (SHA-256)."""

    name: str
    version: str
    scope: Scope
    marker: str
    """For which systems, as PEP 508 writes it; empty for all."""
    hashes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """Something carried without a lock: inside a package, or in a folder of the resources."""

    name: str
    licence: str
    package: str = ""
    folder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Licences:
    """What is known of licences: SPDX expressions by package, and which may be shipped."""

    packages: dict[str, str]
    carried: tuple[Carried, ...]
    may_ship: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """The list of all that the program is made of, and what is wrong with it."""

    packages: tuple[LockedPackage, ...]
    licences: Licences
    faults: tuple[str, ...]
    """Names of what has no known licence or one that may not be shipped, or was installed in
    another version than the locks say."""
