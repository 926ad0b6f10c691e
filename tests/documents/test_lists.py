"""What all lists have in common: their words, their bytes, their manners."""

import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest

from forum_desktop.documents import fingerprint, render
from forum_desktop.documents.fingerprint import canonical
from forum_desktop.errors import Cancelled
from forum_desktop.records.documents import DocumentFormat
from forum_desktop.records.minutes import Edition
from forum_desktop.wording import LanguageCode, Wording
from tests.documents import family
from tests.documents.factory import CHAIR, make_forum
from tests.documents.reading import pdfium_pages, pypdf_pages, squeezed

GOLDEN = Path(__file__).parent / "golden"
CONTENTS: dict[str, Any] = {
    "sign_in": family.make_sign_in(),
    "attendees": family.make_attendees(),
    "opinions": family.make_opinions(),
    "projects": family.make_projects(),
    "complaints": family.make_register(),
}
LABELS = {
    "sign_in": "sign_in.title",
    "attendees": "attendee_list.title",
    "opinions": "opinion_table.text",
    "projects": "project_list.in_all",
    "complaints": "register.title",
}
"""A label of each list that no other one has."""

FINGERPRINT = re.compile("[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}")
"""It changes with any field that records are given."""

every_list = pytest.mark.parametrize("name", sorted(CONTENTS))


def made(name: str, language: LanguageCode = "th") -> bytes:
    return render(CONTENTS[name], DocumentFormat.PDF, Wording(language))


@every_list
def test_the_list_reads_as_it_should(name: str) -> None:
    golden = GOLDEN / f"{name}.txt"
    assert _readable(made(name)) == golden.read_text(encoding="utf-8")


@every_list
def test_two_readers_copy_out_the_same_text(name: str) -> None:
    document = made(name)
    ours, theirs = pypdf_pages(document), pdfium_pages(document)
    assert [squeezed(page) for page in ours] == [squeezed(page) for page in theirs]


@every_list
def test_the_same_content_gives_the_same_bytes(name: str) -> None:
    assert made(name) == made(name)


@every_list
def test_lists_are_no_drafts(name: str) -> None:
    assert "ร่าง" not in "".join(pypdf_pages(made(name)))


@every_list
def test_the_file_tells_of_no_person(name: str) -> None:
    file = pypdf.PdfReader(io.BytesIO(made(name)))
    told = " ".join(map(str, (file.metadata or {}).values())) + str(file.outline)
    assert make_forum().meeting_name in told
    for person in (*family.PEOPLE, CHAIR):
        assert person.first_name not in told
        assert person.last_name not in told


@every_list
def test_labels_are_there_in_english(name: str) -> None:
    text = "".join(pypdf_pages(made(name, "en")))
    assert Wording("en")(f"document.{LABELS[name]}") in text


@every_list
def test_progress_rises_to_the_end(name: str) -> None:
    heard: list[float] = []
    render(CONTENTS[name], DocumentFormat.PDF, Wording(), progress=heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0


@every_list
def test_a_wish_to_stop_is_heeded(name: str) -> None:
    looks = iter([False, True, True])
    with pytest.raises(Cancelled):
        render(CONTENTS[name], DocumentFormat.PDF, Wording(), cancelled=lambda: next(looks))


def test_a_wish_to_stop_is_heeded_while_pages_are_drawn() -> None:
    many = [family.make_complaint(number) for number in range(1, 61)]
    heard: list[float] = []
    with pytest.raises(Cancelled):
        render(
            family.make_register(*many),
            DocumentFormat.PDF,
            Wording(),
            progress=heard.append,
            cancelled=lambda: len(heard) == len(many),  # all rows are set then
        )


@every_list
def test_the_fingerprint_of_the_data_is_printed(name: str) -> None:
    assert fingerprint(CONTENTS[name]) in "".join(pypdf_pages(made(name)))


@pytest.mark.parametrize("name", ["opinions", "projects"])
def test_only_the_internal_edition_says_that_it_is_one(name: str) -> None:
    for edition in Edition:
        content = replace(CONTENTS[name], edition=edition)
        document = render(content, DocumentFormat.PDF, Wording())
        is_marked = "ใช้ภายใน" in pypdf_pages(document)[0]
        assert is_marked is (edition is Edition.INTERNAL)


@every_list
@pytest.mark.parametrize("edition", list(Edition))
def test_only_what_an_internal_file_prints_goes_with_it(name: str, edition: Edition) -> None:
    content = replace(CONTENTS[name], edition=edition)
    document = render(content, DocumentFormat.PDF, Wording())
    attached = pypdf.PdfReader(io.BytesIO(document)).attachments
    if name in {"opinions", "projects"} and edition is Edition.INTERNAL:
        ((data,),) = attached.values()
        assert data.decode() == canonical(content)
    else:
        assert attached == {}


def _readable(document: bytes) -> str:
    """Return lines with single spaces, pages parted by a rule, the fingerprint masked."""
    pages = (
        "\n".join(" ".join(line.split()) for line in page.splitlines() if line.strip())
        for page in pypdf_pages(document)
    )
    return FINGERPRINT.sub("XXXX", "\n----\n".join(pages)) + "\n"
