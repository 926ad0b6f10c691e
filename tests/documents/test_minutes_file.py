"""The file itself: the same bytes each time, self-contained, titled, and never forced on."""

import io
from collections.abc import Iterator
from typing import Any

import pypdf
import pytest

from forum_desktop.documents.minutes import render
from forum_desktop.errors import Cancelled
from forum_desktop.wording import Wording
from tests.documents.factory import make_content, make_opinion


@pytest.fixture(name="reader")
def fixture_reader() -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(render(make_content(), Wording())))


def test_the_same_content_gives_the_same_bytes() -> None:
    first = render(make_content(), Wording())
    render(make_content(make_opinion("เอกสารอื่นที่ทำในระหว่างนั้น")), Wording())
    assert render(make_content(), Wording()) == first


def test_other_content_gives_another_identity(reader: pypdf.PdfReader) -> None:
    other = render(make_content(make_opinion("อื่น")), Wording())
    assert pypdf.PdfReader(io.BytesIO(other)).trailer["/ID"] != reader.trailer["/ID"]


def test_title_and_language_are_told_and_no_person(reader: pypdf.PdfReader) -> None:
    assert reader.metadata is not None
    assert reader.metadata.title == "รายงานการประชุมประชาคมระดับเมือง เทศบาลเมืองน้ำปั่น"
    assert str(reader.root_object["/Lang"]) == "th-TH"
    assert set(reader.metadata) == {"/Title", "/Creator", "/Producer", "/Keywords"}
    assert str(reader.metadata["/Keywords"]).startswith("forum-desktop minutes public NP69 ")


def test_every_font_is_embedded(reader: pypdf.PdfReader) -> None:
    page: Any = reader.pages[0]
    fonts = page["/Resources"]["/Font"].values()
    descendants = [font.get_object()["/DescendantFonts"][0].get_object() for font in fonts]
    assert descendants
    for font in descendants:
        assert font["/FontDescriptor"].get_object()["/FontFile2"].get_object().get_data()


def test_headings_are_listed_beside_the_pages(reader: pypdf.PdfReader) -> None:
    titles = list(_titles(reader.outline))
    assert titles[:2] == [(0, "ผู้มาประชุม"), (0, "ผู้ไม่มาประชุม")]
    assert (1, "ยุทธศาสตร์ที่ ๑  การพัฒนาสังคมและคุณภาพชีวิต") in titles
    last = reader.outline[-1]
    assert isinstance(last, pypdf.generic.Destination)
    assert reader.get_destination_page_number(last) == len(reader.pages) - 1


def test_progress_grows_to_the_whole() -> None:
    heard: list[float] = []
    render(make_content(), Wording(), progress=heard.append)
    assert heard == sorted(heard)
    assert heard[0] == 0.0
    assert heard[-1] == 1.0


def test_it_stops_soon_when_asked() -> None:
    asked: list[bool] = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) > 5

    with pytest.raises(Cancelled):
        render(make_content(), Wording(), cancelled=cancelled)
    assert len(asked) == 6


def _titles(outline: list[Any], level: int = 0) -> Iterator[tuple[int, str]]:
    for item in outline:
        if isinstance(item, list):
            yield from _titles(item, level + 1)
        else:
            yield level, item.title
