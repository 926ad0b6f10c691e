"""Names planted where nobody agreed to be named never reach what is printed or attached."""

import io
import re
import zlib
from dataclasses import replace
from typing import Any

import pypdf
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop.documents.minutes import lay_out, render
from forum_desktop.records.minutes import Edition, MinutesContent, MinutesSection
from forum_desktop.records.people import AttendeeRow
from forum_desktop.wording import Wording
from tests.documents.factory import make_content
from tests.documents.full_minutes import make_attendee, make_full_content
from tests.documents.reading import pdfium_pages, pypdf_pages, squeezed

SECTIONS = st.frozensets(st.sampled_from(MinutesSection))
NAMES = st.text("กขคงจชดตนบปพมยรลวสหอ", min_size=6, max_size=12)
PHONE = "0899999999"


def plant(name: str) -> AttendeeRow:
    """Return somebody who came, named all over."""
    row = make_attendee(0)
    named = {"first_name", "last_name", "organisation", "community", "position"}
    fields: dict[str, Any] = {field: f"{name}{place}" for place, field in enumerate(sorted(named))}
    return replace(row, attendee=replace(row.attendee, **fields, phone=PHONE))


def everything_in(document: bytes) -> str:
    """Return all that can be read out of a file: pages, outline, facts of it, attachments."""
    reader = pypdf.PdfReader(io.BytesIO(document))
    attached = [data for every in reader.attachments.values() for data in every]
    root: Any = reader.trailer["/Root"]
    metadata = root.get("/Metadata")
    texts = [
        *pypdf_pages(document),
        *pdfium_pages(document),
        *(data.decode() for data in attached),
        str(reader.metadata),
        str(reader.outline),
        metadata.get_data().decode() if metadata else "",
        *_streams(document),
    ]
    return squeezed("".join(texts))


def _streams(document: bytes) -> list[str]:
    """Return what stands in compressed parts, whatever they are."""
    parts = re.findall(rb"stream\r?\n(.*?)endstream", document, re.DOTALL)
    return [_inflated(part).decode("latin-1") for part in parts]


def _inflated(part: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(part)
    except zlib.error:
        return b""


@settings(max_examples=15, deadline=None)
@given(name=NAMES, sections=SECTIONS)
def test_a_public_edition_lists_nobody_whatever_it_is_given(
    name: str, sections: frozenset[MinutesSection]
) -> None:
    content = replace(make_content(), attendees=(plant(name),), sections=sections)
    text = everything_in(render(content, Wording()))
    assert name not in text
    assert PHONE not in text
    assert "แนบท้าย" not in text


@settings(max_examples=10, deadline=None)
@given(name=NAMES, sections=SECTIONS)
def test_an_internal_edition_names_people_only_in_the_list_it_shows(
    name: str, sections: frozenset[MinutesSection]
) -> None:
    content = replace(make_full_content(), attendees=(plant(name),), sections=sections)
    text = everything_in(render(content, Wording()))
    assert (name in text) == (MinutesSection.ATTENDEES in sections)


@settings(max_examples=10, deadline=None)
@given(name=NAMES, edition=st.sampled_from(Edition))
def test_what_a_section_left_out_holds_is_nowhere(name: str, edition: Edition) -> None:
    full = make_full_content()
    content = replace(
        full,
        edition=edition,
        sections=frozenset(),
        opinions=tuple(
            replace(opinion, answer=f"ตอบ {name}", answered_by=name, promise=name)
            for opinion in full.opinions
        ),
        rankings=tuple(replace(ranking, title=name, tie_rule=name) for ranking in full.rankings),
        projects=tuple(replace(project, title=name, place=name) for project in full.projects),
        complaints_by_kind=tuple(replace(row, label=name) for row in full.complaints_by_kind),
        attendees=(plant(name),),
    )
    assert name not in everything_in(render(content, Wording()))


def test_characters_of_what_is_not_printed_are_not_told_of() -> None:
    row = plant("\N{CJK UNIFIED IDEOGRAPH-9F98}")
    content: MinutesContent = replace(make_content(), attendees=(row,))
    assert "U+9F98" not in everything_in(render(content, Wording()))


def test_a_page_of_the_preview_bears_no_attachment() -> None:
    page = lay_out(make_full_content(), Wording()).page_pdf(1)
    assert not pypdf.PdfReader(io.BytesIO(page)).attachments


def test_an_internal_edition_bears_its_data_and_a_public_one_does_not() -> None:
    full = make_full_content()
    internal = pypdf.PdfReader(io.BytesIO(render(full, Wording())))
    public = pypdf.PdfReader(io.BytesIO(render(replace(full, edition=Edition.PUBLIC), Wording())))
    assert len(internal.attachments) == 1
    assert not public.attachments
