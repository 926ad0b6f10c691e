"""The whole text of small minutes, as two readers copy it out, against a file people can read."""

from pathlib import Path

from forum_desktop.documents.minutes import render
from forum_desktop.wording import Wording
from tests.documents.factory import make_content
from tests.documents.reading import pdfium_pages, pypdf_pages, squeezed

GOLDEN = Path(__file__).parent / "golden" / "minutes.txt"


def test_the_minutes_read_as_they_should() -> None:
    assert _readable(render(make_content(), Wording())) == GOLDEN.read_text(encoding="utf-8")


def test_two_readers_copy_out_the_same_text() -> None:
    document = render(make_content(), Wording())
    ours, theirs = pypdf_pages(document), pdfium_pages(document)
    assert [squeezed(page) for page in ours] == [squeezed(page) for page in theirs]


def _readable(document: bytes) -> str:
    """Return lines with single spaces, pages parted by a rule."""
    pages = (
        "\n".join(" ".join(line.split()) for line in page.splitlines() if line.strip())
        for page in pypdf_pages(document)
    )
    return "\n----\n".join(pages) + "\n"
