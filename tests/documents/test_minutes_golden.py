"""The whole text of minutes, as two readers copy it out, against files that people can read."""

import re
from pathlib import Path

import pytest

from forum_desktop.documents.minutes import render
from forum_desktop.records.minutes import MinutesContent
from forum_desktop.records.pack import DocumentSettings
from forum_desktop.wording import Wording
from tests.documents.factory import make_content, with_settings
from tests.documents.full_minutes import make_full_content
from tests.documents.reading import pdfium_pages, pypdf_pages, squeezed

GOLDEN = Path(__file__).parent / "golden"
FINGERPRINT = re.compile("(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}")


def make_long() -> MinutesContent:
    """Return the full minutes on pages so low that they need a table of contents."""
    return with_settings(make_full_content(), DocumentSettings(margin_bottom=16.5))


GOLDENS = {"minutes.txt": make_content, "minutes_internal.txt": make_long}


@pytest.mark.parametrize("name", GOLDENS)
def test_the_minutes_read_as_they_should(name: str) -> None:
    golden = (GOLDEN / name).read_text(encoding="utf-8")
    assert _readable(render(GOLDENS[name](), Wording())) == golden


@pytest.mark.parametrize("name", GOLDENS)
def test_two_readers_copy_out_the_same_text(name: str) -> None:
    document = render(GOLDENS[name](), Wording())
    ours, theirs = pypdf_pages(document), pdfium_pages(document)
    assert [squeezed(page) for page in ours] == [squeezed(page) for page in theirs]


def _readable(document: bytes) -> str:
    """Return lines with single spaces, pages parted by a rule; the fingerprint blanked."""
    pages = (
        "\n".join(" ".join(line.split()) for line in page.splitlines() if line.strip())
        for page in pypdf_pages(document)
    )
    return FINGERPRINT.sub("XXXX-XXXX-XXXX-XXXX", "\n----\n".join(pages)) + "\n"
