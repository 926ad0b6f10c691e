"""What docs/bundle-format.md says is enough: a reader written from it alone reads our bundles."""

import re
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pyrage
import pytest
from cryptography.exceptions import InvalidSignature

from forum_desktop import services
from forum_desktop.records.exchange import ForumKeys
from forum_desktop.records.opinion import Opinion, OpinionKind
from forum_desktop.services.desk import Desk
from forum_desktop.sync.merging import all_operations
from tests.factory import make_pack
from tests.sync.bundle.plain_reader import read_bundle

_READER = Path(__file__).with_name("plain_reader.py")
_LONGEST = 80


def test_an_outsider_reads_every_operation_and_its_hash(tmp_path: Path) -> None:
    reader = pyrage.x25519.Identity.generate()
    with closing(Desk.open(tmp_path / "a")) as desk:
        forum = services.forums.create_forum(desk, make_pack())
        said, erased = (
            services.opinions.capture_opinion(desk, forum.id, text=text, kind=OpinionKind.NEED)
            for text in ('น้ำท่วม "หนัก" \\ \n\u2028\x00', "ไม่ควรมีใครอ่าน")
        )
        with desk.act() as act:
            act.put(replace(act.get(Opinion, said.id), answer="รับไว้"))
            act.erase(erased)
        path = tmp_path / "a.forumbundle"
        to = str(reader.to_public())
        services.exchange.write_bundle(desk, forum.id, path, recipients=[to])
        with desk.look() as look:
            known = all_operations(look)
            (keys,) = look.all(ForumKeys)
    read = read_bundle(path, str(reader), keys.member_key)
    told = [item for name in ("public", "internal", "sealed") for item in read[name]]
    assert {item["sha"]: item["payload"] for item in told} == {
        item.sha: item.payload for item in known
    }
    assert read["manifest"]["station"] == "A"
    with pytest.raises(InvalidSignature):
        read_bundle(path, str(reader), "00" * 32)


def test_the_reader_is_short_and_knows_nothing_of_the_program() -> None:
    lines = _READER.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= _LONGEST
    assert not re.search(r"import forum_desktop|from forum_desktop", "\n".join(lines))
