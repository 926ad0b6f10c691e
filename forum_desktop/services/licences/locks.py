"""The locks: every package with its version and the hashes of its files."""

import re
from collections.abc import Iterator
from pathlib import Path

from forum_desktop.errors import Refusal
from forum_desktop.paths import lock_file
from forum_desktop.records.licences import LockedPackage, Scope

LOCKS = {
    "requirements.lock": Scope.REQUIRED,
    "requirements-smartcard.lock": Scope.OPTIONAL,
    "requirements-courier.lock": Scope.OPTIONAL,
    "requirements-build.lock": Scope.EXCLUDED,
    "requirements-package.lock": Scope.EXCLUDED,
    "requirements-test.lock": Scope.EXCLUDED,
    "requirements-servers.lock": Scope.EXCLUDED,
}
"""The nearest first: what the program needs is no tool, though the tools' lock names it too."""

_PIN = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+)(?:\s*;\s*(?P<marker>[^\\]+?))?\s*\\?$"
)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def read_locks() -> tuple[LockedPackage, ...]:
    """Return every package of all locks once, by name.

    Raises Refusal("licences.no_lock") where a lock is not there or pins nothing.
    """
    found: dict[str, LockedPackage] = {}
    for name, scope in LOCKS.items():
        for package in _read(lock_file(name), scope):
            found.setdefault(package.name, package)
    return tuple(found[name] for name in sorted(found))


def _read(path: Path, scope: Scope) -> tuple[LockedPackage, ...]:
    try:
        packages = tuple(parse_lock(path.read_text(encoding="utf-8"), scope))
    except OSError as error:
        raise Refusal("licences.no_lock", file=path.name) from error
    if not packages:
        raise Refusal("licences.no_lock", file=path.name)
    return packages


def parse_lock(text: str, scope: Scope) -> Iterator[LockedPackage]:
    """Yield the packages of a lock as pip reads it."""
    pin: re.Match[str] | None = None
    hashes: list[str] = []
    for line in (*text.splitlines(), "end==0"):
        if met := _PIN.match(line):
            if pin is not None:
                yield _package(pin, scope, hashes)
            pin, hashes = met, []
        hashes += _HASH.findall(line)


def _package(pin: re.Match[str], scope: Scope, hashes: list[str]) -> LockedPackage:
    return LockedPackage(
        name=re.sub(r"[-_.]+", "-", pin["name"]).lower(),  # as PEP 503 writes it
        version=pin["version"],
        scope=scope,
        marker=pin["marker"] or "",
        hashes=tuple(hashes),
    )
