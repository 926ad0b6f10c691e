"""Files fit for an archive: what ISO 19005 asks for, held by reading the bytes back."""

import io
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest
from fontTools.ttLib import TTFont
from pypdf.generic import IndirectObject, StreamObject

from forum_desktop.documents.fonts.cluster_font import DocumentFonts
from forum_desktop.documents.house.label import Label
from forum_desktop.documents.keywords import DocumentKeywords
from forum_desktop.documents.minutes import render
from forum_desktop.documents.pdf import Flavour, write_pdf
from forum_desktop.documents.pdf.srgb import srgb_profile
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.paragraph import set_paragraph
from forum_desktop.documents.typesetting.sheet import Sheet
from forum_desktop.documents.typesetting.style import BODY
from forum_desktop.records.documents import DocumentKind
from forum_desktop.records.minutes import Edition
from forum_desktop.wording import Wording
from tests.documents.factory import make_content

XMP_NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
JSON = '{"ชื่อ": "ข้อมูล"}'.encode()


def label(attachment: bytes | None = None) -> Label:
    return Label(
        title="รายงาน <ทดสอบ> & ตรวจ",
        kind=DocumentKind.OPINIONS,
        edition=Edition.PUBLIC,
        forum_code="TW70",
        fingerprint="0123-4567-89AB-CDEF",
        attachment=attachment,
    )


@pytest.mark.parametrize("unwritable", ["\ud83d", "\ufffe", "\uffff", "\x00", "\x1b", "\ufeff"])
def test_what_no_title_can_hold_is_dropped(unwritable: str) -> None:
    sheet = Sheet(DocumentFonts())
    data = write_pdf([sheet], sheet.fonts, replace(label(), title=f"ราย{unwritable}งาน"))
    info = reader(data).metadata
    assert info.title == said(xmp(data), "dc:title") == "รายงาน"


def drawn(flavour: Flavour | None = None, attachment: bytes | None = None) -> bytes:
    """Return a PDF of a paragraph in regular and bold with a foreign character."""
    fonts = DocumentFonts()
    sheet = Sheet(fonts)
    runs = [Run("ที่ประชุมรับทราบ ☐ Healthy City "), Run("มติ", bold=True)]
    set_paragraph(runs, BODY, 400).draw(sheet, 80, 700)
    return write_pdf([sheet], fonts, label(attachment), flavour)


@pytest.fixture(scope="module")
def minutes() -> bytes:
    return render(make_content(), Wording("th"))


def reader(data: bytes) -> Any:
    return pypdf.PdfReader(io.BytesIO(data), strict=True)


def root(data: bytes) -> Any:
    return reader(data).trailer["/Root"].get_object()


def xmp(data: bytes) -> ET.Element:
    stream = root(data)["/Metadata"].get_object()
    assert isinstance(stream, StreamObject)
    assert "/Filter" not in stream
    return ET.fromstring(stream.get_data().decode().split("?>", 1)[1].rsplit("<?", 1)[0])


def said(packet: ET.Element, path: str) -> str:
    found = packet.find(f".//{path}", XMP_NAMES)
    assert found is not None, path
    return "".join(found.itertext()).strip()


@pytest.mark.parametrize(
    ("flavour", "attachment", "part"),
    [(None, None, "2"), (None, JSON, "3"), (Flavour.A_1B, None, "1")],
)
def test_the_file_says_which_part_it_keeps_to_and_the_same_things_twice(
    flavour: Flavour | None, attachment: bytes | None, part: str
) -> None:
    data = drawn(flavour, attachment)
    packet, info = xmp(data), reader(data).metadata
    assert info is not None
    assert (said(packet, "pdfaid:part"), said(packet, "pdfaid:conformance")) == (part, "B")
    assert said(packet, "dc:title") == info.title == label().title
    assert said(packet, "pdf:Producer") == info.producer
    assert said(packet, "xmp:CreatorTool") == info.creator
    assert said(packet, "pdf:Keywords") == info["/Keywords"]
    assert said(packet, "dc:language") == root(data)["/Lang"] == "th-TH"
    assert "/CreationDate" not in info


def test_keywords_are_read_back_as_they_were_written() -> None:
    info = reader(drawn()).metadata
    assert info is not None
    known = DocumentKeywords.read(str(info["/Keywords"]))
    assert known == (DocumentKind.OPINIONS, Edition.PUBLIC, "TW70", "0123-4567-89AB-CDEF")


@pytest.mark.parametrize("line", ["", "forum-desktop", "forum-desktop x public K 0", "ก" * 99])
def test_other_lines_are_not_taken_for_ours(line: str) -> None:
    assert DocumentKeywords.read(line) is None


def test_every_stream_ends_with_a_line_of_its_own_and_as_long_as_it_says(minutes: bytes) -> None:
    for data in (minutes, drawn(Flavour.A_1B), drawn(None, JSON)):
        heads = re.finditer(rb"/Length (\d+)\b.*?>>\s*stream\n", data, re.DOTALL)
        ends = [head.end() + int(head[1]) for head in heads]
        assert len(ends) == data.count(b"endstream") > 3
        assert all(data[end : end + 11] == b"\nendstream\n" for end in ends)


def test_the_header_the_identity_and_the_colours_are_there(minutes: bytes) -> None:
    assert minutes.startswith(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    first, second = reader(minutes).trailer["/ID"]
    assert first == second
    assert len(first) == 16
    (intent,) = root(minutes)["/OutputIntents"]
    profile = intent["/DestOutputProfile"].get_object()
    assert (intent["/S"], profile["/N"]) == ("/GTS_PDFA1", 3)
    assert profile.get_data() == srgb_profile()
    assert srgb_profile()[36:40] == b"acsp"
    assert int.from_bytes(srgb_profile()[:4]) == len(srgb_profile())


def test_all_fonts_are_embedded_with_widths_of_their_own_and_no_code_lacks_a_glyph(
    minutes: bytes,
) -> None:
    fonts = [f for data in (minutes, drawn()) for f in fonts_of(data)]
    assert len(fonts) >= 5
    for font in fonts:
        descendant = font["/DescendantFonts"][0].get_object()
        program = TTFont(io.BytesIO(descendant["/FontDescriptor"]["/FontFile2"].get_data()))
        widths = descendant["/W"][1]
        units = program["head"].unitsPerEm
        advances = [program["hmtx"][name][0] for name in program.getGlyphOrder()[: len(widths)]]
        assert [round(a * 1000 / units, 3) for a in advances] == [
            round(float(w), 3) for w in widths
        ]
        assert descendant["/CIDToGIDMap"] == "/Identity"
        assert "/ToUnicode" in font


def fonts_of(data: bytes) -> list[Any]:
    resources = reader(data).pages[0]["/Resources"]
    return [font.get_object() for font in resources["/Font"].values()]


def test_no_page_shows_the_missing_glyph(minutes: bytes) -> None:
    for page in reader(minutes).pages:
        shown = re.findall(rb"<([0-9A-F]+)>", page.get_contents().get_data())
        assert shown
        assert not any(b"0000" in re.findall(b"....", text) for text in shown)


def test_nothing_is_see_through_and_nothing_acts(minutes: bytes) -> None:
    for data in (minutes, drawn(None, JSON), drawn(Flavour.A_1B)):
        found = reader(data)
        size = int(str(found.trailer["/Size"]))
        objects = [found.get_object(IndirectObject(n, 0, found)) for n in range(1, size)]
        keys = {key for thing in objects if isinstance(thing, dict) for key in thing}
        assert not keys & {
            "/ExtGState",
            "/SMask",
            "/Group",
            "/AA",
            "/OpenAction",
            "/JS",
            "/Encrypt",
        }
        names = {str(thing.get("/BaseFont", "")) for thing in objects if isinstance(thing, dict)}
        assert all("+" in name for name in names - {""})


def test_pages_are_called_what_is_printed_on_them() -> None:
    fonts = DocumentFonts()
    names = ["ก", "ข", "1", "2", "3", "1", "", ""]
    sheets = [Sheet(fonts, name=name) for name in names]
    data = write_pdf(sheets, fonts, label())
    expected = [name or str(place) for place, name in enumerate(names, start=1)]
    assert reader(data).page_labels == expected
    assert len(root(data)["/PageLabels"]["/Nums"]) == 2 * 5, "numbers in a row are one range"
    plain = [Sheet(fonts, name=name) for name in ("1", "", "3")]
    assert "/PageLabels" not in root(write_pdf(plain, fonts, label()))


def test_the_data_travel_with_an_internal_edition() -> None:
    data = drawn(None, JSON)
    assert dict(reader(data).attachments) == {"data.json": [JSON]}
    (file,) = root(data)["/AF"]
    assert file.get_object()["/AFRelationship"] == "/Data"
    assert file.get_object()["/EF"]["/F"].get_object()["/Subtype"] == "/application/json"
    assert "/AF" not in root(drawn())


def test_the_same_pages_give_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from tests.documents.test_archive import JSON, drawn\n"
        "sys.stdout.buffer.write(drawn(None, JSON))"
    )
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
            cwd=Path(__file__).parent.parent.parent,
        )
        assert done.stdout == drawn(None, JSON)


def test_no_object_is_out_of_reach_and_none_is_missing(minutes: bytes) -> None:
    for data in (minutes, drawn(Flavour.A_1B)):
        found = reader(data)
        size = int(str(found.trailer["/Size"]))
        for number in range(1, size):
            assert found.get_object(IndirectObject(number, 0, found)) is not None, number
