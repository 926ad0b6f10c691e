"""The pre-flight of a real laptop: what is put right turns green, and a fault red."""

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

import pytest

from forum_desktop import cli, sealing, services
from forum_desktop.records.plan import Approach
from forum_desktop.records.preflight import Around, Finding, Light, Preflight
from forum_desktop.sealing.signatures import new_signing_key
from forum_desktop.services.desk import Desk
from forum_desktop.services.preflight.plan import headquarters_of
from forum_desktop.wording import LANGUAGES, Wording
from tests.factory import make_pack

NOW = datetime(2027, 2, 11, 8, 30, tzinfo=timezone(timedelta(hours=7)))
WHOLE = Around(screens=2, printers=("ตัวอย่าง",))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with closing(Desk.open(tmp_path / "laptop", clock=lambda: NOW)) as desk:
        yield desk


@pytest.fixture
def forum_id(desk: Desk) -> UUID:
    pack = replace(
        make_pack(),
        hq_recipient=sealing.make_key().recipient,
        hq_receipt_key=new_signing_key().public,
    )
    return services.forums.create_forum(desk, pack).id


def of(found: Preflight, what: str) -> Finding:
    return next(one for one in found.findings if one.what == what)


def look(desk: Desk, forum_id: UUID | None, around: Around = WHOLE) -> Preflight:
    return services.preflight.look_over(desk, forum_id, around)


def test_what_is_put_right_turns_green(desk: Desk, forum_id: UUID, tmp_path: Path) -> None:
    assert of(look(desk, forum_id), "backups").found == "one_place"
    stick = tmp_path / "stick"
    stick.mkdir()
    services.backups.choose_second_place(desk, stick)
    assert of(look(desk, forum_id), "backups").found == "old"
    services.backups.make_backup(desk)
    assert of(look(desk, forum_id), "passphrase").found == "open"
    services.protection.set_passphrase(desk, "คำผ่านยาวพอสมควร", services.protection.new_code())
    found = look(desk, forum_id)
    rest = {one.what: one.found for one in found.findings if one.light is not Light.GREEN}
    # What this machine itself is short of is not for the test to say.
    assert rest.keys() <= {"power", "disk", "scanner"}
    stick.rename(tmp_path / "pulled-out")
    found = look(desk, forum_id)
    assert (of(found, "backups").found, found.light) == ("not_in", Light.RED)


def test_a_forum_without_a_plan_is_told(desk: Desk, forum_id: UUID) -> None:
    assert of(look(desk, forum_id), "pack").found == "whole"
    with desk.act() as act:
        (first, *_) = act.all(Approach, forum_id=forum_id)
        for one in act.all(Approach, forum_id=forum_id, strategy_id=first.strategy_id):
            act.erase(one)
    assert of(look(desk, forum_id), "pack").found == "bare"
    found = look(desk, None)
    assert (of(found, "pack").found, found.light) == ("none", Light.RED)


@pytest.mark.parametrize(
    ("recipient", "found"),
    [
        ("", "none"),
        ("age1wrong", "wrong"),
        (sealing.make_key().recipient, "no_receipts"),
    ],
)
def test_a_lost_or_wrong_key_of_headquarters_is_found_here(recipient: str, found: str) -> None:
    assert headquarters_of(replace(make_pack(), hq_recipient=recipient)).found == found


def test_a_damaged_page_is_red(desk: Desk, forum_id: UUID) -> None:
    desk.database.settle()
    path = desk.database.path
    with path.open("r+b") as file:
        file.seek(path.stat().st_size - 4096 + 200)
        file.write(os.urandom(64))
    assert of(look(desk, forum_id), "file").found == "damaged"


def test_what_nobody_can_look_at_turns_nothing_amber(desk: Desk, forum_id: UUID) -> None:
    found = look(desk, forum_id, Around())
    assert {of(found, what).light for what in ("screen", "printer", "scanner")} == {Light.UNKNOWN}
    alone = look(desk, forum_id, Around(screens=1, printers=()))
    assert (of(alone, "screen").found, of(alone, "printer").found) == ("alone", "none")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_has_its_sentence(desk: Desk, forum_id: UUID, language: str) -> None:
    wording = Wording(language)  # type: ignore[arg-type]
    for finding in look(desk, forum_id).findings:
        assert wording(finding.key, **dict(finding.details))
        assert wording(f"preflight.{finding.what}")


def test_the_command_ends_by_its_light(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = ["--data-dir", str(tmp_path / "other")]
    assert cli.main(["preflight", *folder]) == 1
    assert "[X] แผนและเวที" in capsys.readouterr().out
    assert cli.main(["new", "--pack", "khon-kaen-2565", *folder]) == 0
    capsys.readouterr()
    cli.main(["preflight", "--json", *folder])
    assert '"what": "pack", "found": "whole", "light": "green"' in capsys.readouterr().out
