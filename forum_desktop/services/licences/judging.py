"""Licences: which each package has, and whether it may go with the program."""

import tomllib
from collections.abc import Iterable, Iterator
from importlib import metadata

from forum_desktop.paths import resource
from forum_desktop.records.licences import Carried, Licences, LockedPackage, Scope


def read_licences() -> Licences:
    """Return what `resources/licences/packages.toml` says."""
    path = resource("licences", "packages.toml")
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    return Licences(
        packages=told["packages"],
        carried=tuple(Carried(**item) for item in (*told["inside"], *told["shipped"])),
        may_ship=frozenset(told["may_ship"]),
    )


def faults_in(packages: Iterable[LockedPackage], licences: Licences) -> Iterator[str]:
    """Yield the name of each package that cannot go as it is, and of what it carries."""
    for package in packages:
        licence = licences.packages.get(package.name, "")
        is_shipped = package.scope is not Scope.EXCLUDED
        if not licence or (is_shipped and not may_ship(licence, licences.may_ship)):
            yield package.name
        elif not package.hashes or (is_shipped and _is_other(package)):
            yield f"{package.name} {package.version}"
    for item in licences.carried:
        if not may_ship(item.licence, licences.may_ship):
            yield item.name


def may_ship(expression: str, allowed: frozenset[str]) -> bool:
    """Tell whether an SPDX expression (OR of ANDs, no brackets) leaves us a licence we may ship."""
    return any(
        all(part.strip() in allowed for part in choice.split(" AND "))
        for choice in expression.split(" OR ")
    )


def _is_other(package: LockedPackage) -> bool:
    """Tell whether another version is installed; what another system needs is not installed."""
    try:
        return metadata.version(package.name) != package.version
    except metadata.PackageNotFoundError:
        return False
