"""The bill of materials in CycloneDX 1.6 (JSON), as ECMA-424 describes it."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from forum_desktop import __version__
from forum_desktop.clock import Clock, wall_clock
from forum_desktop.files import write_whole
from forum_desktop.records.licences import Bill, Carried, LockedPackage
from forum_desktop.services.licences.judging import faults_in, read_licences
from forum_desktop.services.licences.locks import read_locks

_PROGRAM = "forum-desktop"
_MARKER = f"{_PROGRAM}:marker"

_Item = dict[str, Any]


def make_bill() -> Bill:
    """Return what the program is made of; raises Refusal("licences.no_lock")."""
    packages, licences = read_locks(), read_licences()
    faults = tuple(faults_in(packages, licences))
    return Bill(packages=packages, licences=licences, faults=faults)


def write_bill(target: Path, bill: Bill, clock: Clock = wall_clock) -> Path:
    """Write the bill to a file; raises Refusal("files.not_written")."""
    content = json.dumps(_document(bill, clock()), ensure_ascii=False, indent=1)
    write_whole(target, content.encode())
    return target


def _document(bill: Bill, made_at: datetime) -> _Item:
    parts = [*(_package(package, bill) for package in bill.packages), *_resources(bill)]
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        # The same content is the same document.
        "serialNumber": uuid5(NAMESPACE_URL, json.dumps(parts, sort_keys=True)).urn,
        "version": 1,
        "metadata": {
            "timestamp": made_at.isoformat(timespec="seconds"),
            "component": _component("application", _PROGRAM, _PROGRAM, version=__version__),
        },
        "components": parts,
        "dependencies": [{"ref": _PROGRAM, "dependsOn": [part["bom-ref"] for part in parts]}],
    }


def _package(package: LockedPackage, bill: Bill) -> _Item:
    purl = f"pkg:pypi/{package.name}@{package.version}"
    licence = bill.licences.packages.get(package.name, "")
    item = _component("library", package.name, purl, version=package.version, licence=licence)
    item |= {"purl": purl, "scope": package.scope.value}
    # Each hash is of one file, of which one is installed; so they stand apart.
    item["externalReferences"] = [
        {"type": "distribution", "url": purl, "hashes": [{"alg": "SHA-256", "content": content}]}
        for content in package.hashes
    ]
    if package.marker:
        item["properties"] = [{"name": _MARKER, "value": package.marker}]
    inside = [_carried(one, purl) for one in bill.licences.carried if one.package == package.name]
    return item | ({"components": inside} if inside else {})


def _resources(bill: Bill) -> Iterator[_Item]:
    for one in bill.licences.carried:
        if not one.package:
            yield _carried(one, "resources") | {"scope": "required"}


def _carried(one: Carried, within: str) -> _Item:
    kind = "library" if one.package else "data"
    return _component(kind, one.name, f"{within}#{one.name}", licence=one.licence)


def _component(
    kind: str, name: str, reference: str, *, version: str = "", licence: str = ""
) -> _Item:
    item: _Item = {"type": kind, "bom-ref": reference, "name": name}
    if version:
        item["version"] = version
    if licence:
        is_one = " " not in licence
        item["licenses"] = [{"license": {"id": licence}} if is_one else {"expression": licence}]
    return item
