"""Faces: bold and slanted letters, and TH Sarabun where it is installed."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest
from fontTools.ttLib import TTFont

from forum_desktop.documents.fonts import installed
from forum_desktop.documents.fonts.face import load_face
from forum_desktop.documents.fonts.installed import installed_typefaces
from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.house.page_frame import PageStart, frame_of
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.house.printing import print_pages
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.paragraph import Paragraph, set_line, set_paragraph
from forum_desktop.documents.typesetting.style import BODY
from forum_desktop.documents.typesetting.table import Column, Grid, Table
from forum_desktop.paths import resource
from forum_desktop.wording import Wording
from tests.documents.factory import make_content, with_settings
from tests.documents.printed import LABEL, printed
from tests.documents.reading import pdfium_pages, pypdf_pages, running_text, squeezed

FACE = "TH Sarabun New"
STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
TEXT = "ที่ประชุมรับทราบ น้ำปั่น 1,500 บาท (Healthy City)"


def plant(folder: Path, style: str, family: str = FACE, units: int = 1468, **changes: Any) -> Path:
    """Write a font that bears the name, and the small letters, of TH Sarabun."""
    font = TTFont(resource("fonts", "sarabun", f"Sarabun-{style}.ttf"))
    postscript_name = f"{family}-{style}".replace(" ", "")
    for number, name in {1: family, 16: family, 6: postscript_name}.items():
        font["name"].removeNames(nameID=number)
        font["name"].setName(name, number, 3, 1, 0x409)
    font["head"].unitsPerEm = units
    for key, value in changes.items():
        setattr(font["OS/2"], key, value)
    path = folder / f"{family.replace(' ', '')} {style}.ttf"
    font.save(path)
    return path


@pytest.fixture
def office_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a font folder with the whole face, on a laptop that has no other."""
    for style in STYLES:
        plant(tmp_path, style)
    monkeypatch.setattr(installed, "font_folders", lambda: (tmp_path,))
    _forget()
    yield tmp_path
    _forget()


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_each_style_has_a_font_of_its_own(bold: bool, italic: bool) -> None:
    document = printed(set_paragraph([Run(TEXT, bold=bold, italic=italic)], BODY, 400))
    names = _font_names(document)
    assert names == {f"Sarabun-{STYLES[bold + 2 * italic]}"}
    for pages in (pypdf_pages(document), pdfium_pages(document)):
        assert running_text(pages) == squeezed(TEXT)


def test_all_styles_symbols_and_scripts_go_in_one_line() -> None:
    runs = [Run("น้ำ"), Run("ปั่น", bold=True), Run("ที่", italic=True)]
    runs += [Run("ฎีกา ☐ α", bold=True, italic=True)]
    document = printed(set_paragraph(runs, BODY, 400))
    assert len(_font_names(document)) == 5
    assert running_text(pdfium_pages(document)) == "น้ำปั่นที่ฎีกา☐α"


def test_installed_faces_are_found_by_name(tmp_path: Path) -> None:
    inner = tmp_path / "truetype" / "thai"
    inner.mkdir(parents=True)
    for family in ("TH SarabunIT๙", "TH SarabunPSK"):
        for style in ("Regular", "Bold"):
            plant(inner, style, family)
    assert installed_typefaces([tmp_path]) == ("TH SarabunPSK", "TH SarabunIT๙")
    assert installed_typefaces([tmp_path / "none"]) == ()


def test_what_cannot_be_used_is_not_offered(tmp_path: Path) -> None:
    plant(tmp_path, "Regular")
    (tmp_path / "THSarabunNew Bold.ttf").write_bytes(b"no font at all")
    (tmp_path / "THSarabunNew.ttf").write_bytes(b"")
    assert installed_typefaces([tmp_path]) == ()
    plant(tmp_path, "Bold", fsType=2)
    assert installed_typefaces([tmp_path]) == ()
    plant(tmp_path, "Bold")
    assert installed_typefaces([tmp_path]) == (FACE,)


@pytest.mark.usefixtures("office_fonts")
def test_a_document_is_set_in_the_face_of_its_office() -> None:
    document = _office_paper(FACE)
    assert _font_names(document) == {"THSarabunNew-Regular", "THSarabunNew-Bold"}
    for pages in (pypdf_pages(document), pdfium_pages(document)):
        assert running_text(pages) == squeezed(f"หัวเรื่อง{TEXT}แถว{TEXT}ลงชื่อ")


@pytest.mark.usefixtures("office_fonts")
def test_the_face_stands_as_large_as_the_bundled_one() -> None:
    ours, theirs = set_line(TEXT, BODY), set_line(TEXT, BODY, face=load_face(FACE))
    assert theirs.width == pytest.approx(ours.width, rel=1e-3)
    operators = _operators(printed(set_paragraph([Run(TEXT)], BODY, 400, face=load_face(FACE))))
    assert " 16 Tf" in operators


@pytest.mark.parametrize(("units", "size"), [(1468, "16"), (1000, "11"), (1600, "17.5")])
def test_copies_drawn_at_other_sizes_are_matched_too(
    office_fonts: Path, units: int, size: str
) -> None:
    for style in STYLES:
        plant(office_fonts, style, units=units)
    operators = _operators(printed(set_paragraph([Run(TEXT)], BODY, 400, face=load_face(FACE))))
    assert f" {size} Tf" in operators


def test_a_face_that_is_not_installed_gives_way_to_the_bundled_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(installed, "font_folders", tuple)
    _forget()
    assert load_face(FACE) is load_face()
    assert _font_names(_office_paper(FACE)) == {"Sarabun-Regular", "Sarabun-Bold"}
    _forget()


def test_a_face_that_broke_after_it_was_found_gives_way_too(office_fonts: Path) -> None:
    assert installed_typefaces() == (FACE,)
    for path in office_fonts.iterdir():
        path.write_bytes(path.read_bytes()[:2_000])
    assert load_face(FACE) is load_face()


def _office_paper(typeface: str) -> bytes:
    """Return a paper with all that a composer and a page frame set."""
    content = make_content()
    content = with_settings(content, replace(content.pack.documents, typeface=typeface))
    phrases = Phrases(Wording("th"), content.pack)
    frame = frame_of(content.pack.documents)
    composer = Composer(phrases, frame.width)
    grid = Grid((Column(80), Column(300)))
    row = composer.row(grid, [Run("แถว", bold=True), Run(TEXT)])
    blocks = [composer.heading(Run("หัวเรื่อง", bold=True)), composer.paragraph(Run(TEXT))]
    signed = Paragraph((composer.line("ลงชื่อ", BODY),), BODY)
    start = PageStart(phrases, frame, is_draft=False)
    return print_pages(
        [*blocks, Table(grid, (row,)), signed], frame, lambda sheet, _: start(sheet, 2), LABEL
    )


def _font_names(document: bytes) -> set[str]:
    page: Any = pypdf.PdfReader(io.BytesIO(document)).pages[0]
    fonts = page["/Resources"]["/Font"]
    names = {font.get_object()["/BaseFont"] for font in fonts.values()}
    return {name.split("+")[1] for name in names}


def _operators(document: bytes) -> str:
    contents: Any = pypdf.PdfReader(io.BytesIO(document)).pages[0].get_contents()
    return str(contents.get_data(), "latin-1")


def _forget() -> None:
    installed.find_faces.cache_clear()
    load_face.cache_clear()
