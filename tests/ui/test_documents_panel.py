"""Every document is made from the panel; what cannot be written leaves the old file whole."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt

from forum_desktop import services
from forum_desktop.records.documents import DocumentFormat, DocumentKind
from forum_desktop.records.minutes import Edition
from forum_desktop.ui.complaints.page import ComplaintsPage
from forum_desktop.ui.minutes.page import MinutesPage
from forum_desktop.ui.pages import PageName
from tests.ui.keyboard import CTRL, Typist
from tests.ui.minutes_desk import choose_document, open_minutes, order_of, read

SECRETS = ("ลับสุดยอด", "0812345678", "สมมติ", "ตัวอย่าง")
_HEADS = {
    DocumentFormat.PDF: b"%PDF",
    DocumentFormat.DOCX: b"PK",
    DocumentFormat.XLSX: b"PK",
    DocumentFormat.CSV: b"\xef\xbb\xbf",
    DocumentFormat.JSON: b"{",
}


@pytest.fixture
def page(typist: Typist) -> MinutesPage:
    """Open the panel by its key."""
    opened = open_minutes(typist)
    typist.press(Qt.Key.Key_E, CTRL)
    assert opened.export.form.kind.hasFocus()
    typist.until(opened.export.form.is_ready)
    return opened


@pytest.mark.parametrize("kind", [offer.kind for offer in services.documents.offered()])
def test_every_document_is_made_in_every_edition_and_format(
    page: MinutesPage, typist: Typist, tmp_path: Path, kind: DocumentKind
) -> None:
    offer = next(o for o in services.documents.offered() if o.kind is kind)
    if kind is DocumentKind.RECEIPT:
        page.export.form.complaint.setText(_lodge(typist))
    for edition in offer.editions:
        for made_as in offer.formats:
            _choose(page, kind, edition, made_as)
            target = tmp_path / page.export.suggested_name()
            page.export.export_to(target)
            typist.until(lambda name=target.name: name in typist.said())  # type: ignore[misc]
            assert target.read_bytes().startswith(_HEADS[made_as])
            assert not any(word in target.name for word in SECRETS)
            assert target.suffix == f".{made_as}"


def test_a_document_is_chosen_and_its_readers_told_by_keys(
    page: MinutesPage, typist: Typist
) -> None:
    form, words = page.export.form, typist.window.words
    assert order_of(page).kind is DocumentKind.MINUTES
    typist.press(Qt.Key.Key_Down)
    assert order_of(page).kind is DocumentKind.SUMMARY
    typist.tab()
    typist.press(Qt.Key.Key_Down)
    assert order_of(page).format is DocumentFormat.XLSX
    typist.tab()
    assert form.edition.buttons["internal"].hasFocus()
    typist.press(Qt.Key.Key_Left)
    assert order_of(page).edition is Edition.PUBLIC
    assert form.said_readers() == words("documents.readers.public")
    choose_document(page, DocumentKind.COMPLAINTS)
    assert order_of(page).edition is Edition.INTERNAL
    assert form.said_readers() == words("documents.readers.complaints")
    assert not form.edition.isVisible()


def test_the_preview_shows_the_edition_that_will_be_made(page: MinutesPage, typist: Typist) -> None:
    before = page.preview.pages
    page.export.form.edition.buttons["public"].setFocus()
    typist.press(Qt.Key.Key_Space, text=" ")
    typist.until(lambda: page.preview.pages is not before)
    assert page.head.edition() is Edition.PUBLIC
    typist.press(Qt.Key.Key_Escape)
    assert not page.export.isVisible()
    assert page.head.isVisible()


def test_a_receipt_needs_a_number_that_is_known(
    page: MinutesPage, typist: Typist, tmp_path: Path
) -> None:
    choose_document(page, DocumentKind.RECEIPT)
    page.export.export_to(tmp_path / "none.pdf")
    typist.until(lambda: typist.said() == typist.window.words("document.complaint_needed"))
    page.export.form.complaint.setFocus()
    typist.type("TW70-A-9999")
    page.export.export_to(tmp_path / "none.pdf")
    typist.until(lambda: "TW70-A-9999" in typist.said())
    assert not (tmp_path / "none.pdf").exists()


def test_a_place_that_cannot_be_written_is_told(
    page: MinutesPage, typist: Typist, tmp_path: Path
) -> None:
    page.export.export_to(tmp_path / "no such folder" / "minutes.pdf")
    typist.until(lambda: "no such folder" in typist.said())
    assert page.export.export_button.isVisible()
    assert page.form.isEnabled()


def test_a_full_disk_leaves_the_old_file_whole(
    page: MinutesPage, typist: Typist, tmp_path: Path
) -> None:
    target = tmp_path / "minutes.pdf"
    target.write_bytes(b"the old file")
    with _disk_of(4096):
        page.export.export_to(target)
        typist.until(lambda: str(target) in typist.said())
    assert target.read_bytes() == b"the old file"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["minutes.pdf"]


def test_what_is_being_typed_is_in_the_file(
    page: MinutesPage, typist: Typist, tmp_path: Path
) -> None:
    page.form.closing.setFocus()
    typist.type("ปิดประชุมด้วยดี")
    target = tmp_path / "now.pdf"
    page.export.export_to(target)
    typist.until(lambda: "now.pdf" in typist.said())
    assert "ปิดประชุมด้วยดี" in "".join(read(target.read_bytes()).split())


def test_a_receipt_is_made_beside_its_number(typist: Typist, tmp_path: Path) -> None:
    number = _lodge(typist)
    page = cast("ComplaintsPage", typist.window.current)
    target = tmp_path / page.desk.receipt.suggested_name()
    assert page.desk.receipt.button.isVisible()
    assert "Ctrl+P" in page.desk.receipt.button.text()
    page.desk.receipt.export_to(target)
    typist.until(lambda: target.name in typist.said())
    text = "".join(read(target.read_bytes()).split())
    assert number in text
    assert not any(word in text for word in SECRETS[:2])
    assert number in target.name


def test_no_receipt_without_a_complaint(typist: Typist) -> None:
    typist.visit(PageName.COMPLAINTS)
    page = cast("ComplaintsPage", typist.window.current)
    assert not page.desk.receipt.button.isVisible()
    typist.press(Qt.Key.Key_P, CTRL)
    assert typist.said() == ""


def _choose(
    page: MinutesPage, kind: DocumentKind, edition: Edition, made_as: DocumentFormat
) -> None:
    choose_document(page, kind)
    form = page.export.form
    form.edition.choose(edition)
    form.format.setCurrentIndex(form.format.findData(made_as))
    form.format.activated.emit(form.format.currentIndex())
    assert order_of(page).edition is edition


def _lodge(typist: Typist) -> str:
    before = typist.window.current
    typist.visit(PageName.COMPLAINTS)
    desk = cast("ComplaintsPage", typist.window.current).desk
    desk.story.kind.setCurrentIndex(1)
    desk.story.subject.setText("ไฟดับ")
    desk.story.facts.setPlainText("ดับหน้าบ้านลับสุดยอด")
    desk.person.name.setText("นายลับสุดยอด สมมติ")
    desk.person.phone.setText("0812345678")
    for _ in range(2):
        typist.enter(CTRL)
    typist.until(lambda: desk.recent.complaints.records.rowCount() == 1)
    if isinstance(before, MinutesPage):
        typist.visit(PageName.MINUTES)
    return desk.receipt.reference.said()


@contextmanager
def _disk_of(most: int) -> Iterator[None]:
    """Let no file of this process grow beyond `most` bytes, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
