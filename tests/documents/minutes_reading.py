"""The minutes read back as running text."""

from forum_desktop.documents.minutes import render
from forum_desktop.records.minutes import MinutesContent
from forum_desktop.wording import LanguageCode, Wording
from tests.documents.reading import pypdf_pages, running_text

_CORNER = "ฉบับภายใน ห้ามเผยแพร่"


def read(content: MinutesContent, language: LanguageCode = "th") -> str:
    """Return the squeezed text of all pages without what stands at the head of each."""
    pages = pypdf_pages(render(content, Wording(language)))
    return running_text([page.replace(_CORNER, "") for page in pages])
