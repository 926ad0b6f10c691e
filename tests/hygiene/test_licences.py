"""The list of what the program is made of is whole, and all of it may be shipped."""

import dataclasses
import json
import re
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from forum_desktop import services
from forum_desktop.cli import main
from forum_desktop.errors import Refusal
from forum_desktop.paths import resource
from forum_desktop.records.licences import Scope
from forum_desktop.services.licences.judging import faults_in, may_ship, read_licences
from forum_desktop.services.licences.locks import LOCKS, parse_lock

ROOT = Path(__file__).resolve().parents[2]


def plain(name: str) -> str:
    """Return a package's name as locks write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.fixture(scope="module")
def bill(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Write the list by the command, and read it back."""
    target = tmp_path_factory.mktemp("bill") / "bill.json"
    assert main(["licences", "--out", str(target)]) == 0
    told: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    return told


def pinned(lock: str) -> set[tuple[str, str]]:
    """Return what a lock pins, read another way than the program reads it."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    found = set()
    for line in text.splitlines():
        if "==" in line and not line.startswith((" ", "#")):
            name, rest = line.split("==", 1)
            found.add((plain(name), rest.split()[0].rstrip(";\\")))
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_is_listed_with_its_licence(bill: dict[str, Any], lock: str) -> None:
    listed = {(item["name"], item.get("version")): item for item in bill["components"]}
    assert pinned(lock)
    for package in pinned(lock):
        assert listed[package]["licenses"]


def test_every_hash_of_the_locks_is_listed(bill: dict[str, Any]) -> None:
    listed = {
        told["content"]
        for item in bill["components"]
        for reference in item.get("externalReferences", ())
        for told in reference["hashes"]
    }
    locks = "".join((ROOT / lock).read_text(encoding="utf-8") for lock in LOCKS)
    assert listed == set(re.findall("sha256:([0-9a-f]{64})", locks))


def test_what_is_installed_is_locked_and_says_the_same_licence(bill: dict[str, Any]) -> None:
    licences = read_licences()
    found: list[Any] = [package.metadata for package in metadata.distributions()]
    installed = {plain(told["Name"]): told for told in found}
    for name, told in installed.items():
        expression = told.get("License-Expression")
        if expression and name in licences.packages:
            assert licences.packages[name] == expression, name
    unlocked = installed.keys() - {item["name"] for item in bill["components"]}
    # What Python itself brings, and the app as a developer has it.
    assert unlocked <= {"pip", "setuptools", "forum-desktop", "wheel"}


def test_only_what_we_may_ship_goes_with_the_program() -> None:
    assert services.licences.make_bill().faults == ()


@pytest.mark.parametrize("licence", ["AGPL-3.0-only", "GPL-3.0-only", "MIT AND GPL-2.0-only", ""])
def test_a_planted_licence_we_may_not_ship_is_found(licence: str) -> None:
    made = services.licences.make_bill()
    planted = dataclasses.replace(
        made.licences, packages={**made.licences.packages, "segno": licence}
    )
    assert list(faults_in(made.packages, planted)) == ["segno"]


def test_a_package_without_hashes_or_of_another_version_is_found() -> None:
    made = services.licences.make_bill()
    (segno,) = (package for package in made.packages if package.name == "segno")
    for changed in ({"hashes": ()}, {"version": "0.0"}):
        planted = dataclasses.replace(segno, **changed)
        assert list(faults_in([planted], made.licences)) == [f"segno {planted.version}"]


def test_a_choice_of_licences_leaves_us_the_free_one() -> None:
    allowed = frozenset({"MIT", "Zlib"})
    assert may_ship("GPL-3.0-only OR MIT AND Zlib", allowed)
    assert not may_ship("GPL-3.0-only OR MIT AND GPL-2.0-only", allowed)


def test_tools_are_not_told_to_be_shipped(bill: dict[str, Any]) -> None:
    scopes = {item["name"]: item.get("scope") for item in bill["components"]}
    assert (scopes["mypy"], scopes["reportlab"], scopes["pyscard"]) == (
        *("excluded", "required", "optional"),
    )


def test_what_is_shipped_beside_the_code_lies_there_with_its_licence() -> None:
    for carried in read_licences().carried:
        if carried.folder:
            texts = ("LICENSE.txt", "OFL.txt")
            assert any(resource(carried.folder, name).exists() for name in texts), carried


def test_a_lock_is_read_as_pip_reads_it() -> None:
    text = 'a.B==1.0 ; sys_platform == "win32" \\\n    --hash=sha256:' + "0" * 64 + "\nc==2\n"
    one, other = parse_lock(text, Scope.REQUIRED)
    assert (one.name, one.version, one.marker) == ("a-b", "1.0", 'sys_platform == "win32"')
    assert (one.hashes, other.version, other.hashes) == (("0" * 64,), "2", ())


def test_without_a_lock_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("forum_desktop.paths._PACKAGE", tmp_path / "forum_desktop")
    with pytest.raises(Refusal, match=r"licences\.no_lock"):
        services.licences.make_bill()
