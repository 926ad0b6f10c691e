"""The glossary names everything that is kept, every page and every document, as the screen does."""

import re
from pathlib import Path

from forum_desktop.db.tables import ENTITY_TYPES
from forum_desktop.records.documents import DocumentKind
from forum_desktop.ui.pages import SIGNS
from forum_desktop.wording import Wording

GLOSSARY = Path(__file__).parents[2] / "docs" / "glossary.md"
_MIXED_UP = ("ไฟล์", "กรุณา", "สำนักงานใหญ่", "ส่วนกลาง")


def rows() -> dict[str, list[str]]:
    """Return the cells of each row by every name of code in it."""
    found: dict[str, list[str]] = {}
    for line in GLOSSARY.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        for name in re.findall(r"`([^`]+)`", line) if line.startswith("|") else ():
            found[name] = cells
    return found


def test_everything_that_is_kept_is_explained() -> None:
    named = rows()
    assert [one.__name__ for one in ENTITY_TYPES.values() if one.__name__ not in named] == []


def test_pages_and_documents_are_called_as_on_the_screen() -> None:
    named = rows()
    thai, english = Wording("th"), Wording("en")
    for sign in SIGNS:
        cells = named[f"PageName.{sign.name.name}"]
        key = sign.wording_key
        assert cells[:2] + cells[3:] == [thai(key), english(key), sign.key_name]
    for kind in DocumentKind:
        key = f"documents.kind.{kind}"
        assert named[f"DocumentKind.{kind.name}"][:2] == [thai(key), english(key)]


def test_words_that_the_glossary_gives_up_are_on_no_screen() -> None:
    thai = Wording("th")
    mixed = [key for key in sorted(thai.keys()) for word in _MIXED_UP if word in thai(key)]
    assert mixed == []
