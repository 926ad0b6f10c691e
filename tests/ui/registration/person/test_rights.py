"""What a person may ask of her data: a copy, an answer, erasure."""

import json
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from forum_desktop import services
from forum_desktop.records.privacy import RequestKind
from forum_desktop.ui.registration.person.view import PersonView
from tests.ui.keyboard import CTRL, Typist
from tests.ui.registration.person.hands import (
    look,
    person_id,
    press_space_on,
    type_into,
)

NAME = "นางสาวมานี  ทดลอง"


@pytest.mark.parametrize("ending", ["pdf", "json"])
def test_a_copy_is_written_without_her_name_in_the_files_name(
    manee: PersonView, typist: Typist, tmp_path: Path, ending: str
) -> None:
    rights = manee.sheet.rights
    name = rights.suggested_name(ending)
    assert "มานี" not in name
    rights.export_to(tmp_path / name)
    typist.until(lambda: len(rights.requests) == 1)
    assert manee.words("person.request.access") in rights.requests[0].accessibleName()
    if ending == "json":
        assert "ทดลอง" in (tmp_path / name).read_text(encoding="utf-8")
        json.loads((tmp_path / name).read_text(encoding="utf-8"))
    else:
        assert "ทดลอง" in "".join(p.extract_text() for p in PdfReader(tmp_path / name).pages)


def test_a_request_is_refused_with_a_reason(manee: PersonView, typist: Typist) -> None:
    rights = manee.sheet.rights
    press_space_on(typist, rights.refuse_button)
    typist.type("ต้องเก็บไว้ตามระเบียบ")
    typist.enter()
    typist.until(lambda: len(rights.requests) == 1)
    assert "ต้องเก็บไว้ตามระเบียบ" in rights.requests[0].accessibleName()
    (kept,) = look(typist, services.privacy.list_requests)
    assert kept.kind is RequestKind.REFUSED


def test_erasing_needs_a_reason_and_the_word(manee: PersonView, typist: Typist) -> None:
    who = person_id(manee)
    fold = manee.sheet.rights.erasing
    press_space_on(typist, manee.sheet.rights.erase_button)
    typist.enter()
    typist.enter()
    assert fold.trouble.said() == manee.words("person.erase_word_needed")
    typist.type("ลบ")
    typist.enter()
    assert fold.trouble.said() == manee.words("person.erase_reason_needed")
    typist.type("เจ้าของข้อมูลขอ")
    typist.enter()
    typist.enter()
    typist.until(lambda: typist.said() == manee.words("person.erased"))
    assert manee.sheet.person() is None
    left = look(typist, lambda d, f: services.registration.find_attendees(d, f, "มานี ทดลอง"))
    assert len(left) == 1
    assert left[0].attendee.id != who
    overview = look(typist, services.forums.read_overview)
    assert overview.counts.present == 3


def test_the_second_key_means_the_word(manee: PersonView, typist: Typist) -> None:
    type_into(typist, manee.sheet.form.lines["position"], "ร่างที่ต้องหายไป")
    press_space_on(typist, manee.sheet.rights.erase_button)
    typist.type("เจ้าของข้อมูลขอ")
    typist.press(Qt.Key.Key_Delete, CTRL)
    typist.until(lambda: typist.said() == manee.words("person.erased"))


def test_escape_leaves_her_as_she_is(manee: PersonView, typist: Typist) -> None:
    press_space_on(typist, manee.sheet.rights.erase_button)
    typist.type("เจ้าของข้อมูลขอ")
    typist.press(Qt.Key.Key_Escape)
    assert not manee.sheet.rights.erasing.isVisible()
    assert manee.sheet.name.said() == NAME
    assert typist.window.focusWidget() is manee.sheet.rights.erase_button
