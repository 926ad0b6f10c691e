"""The passphrase of the laptop, set and changed by keys; the code counts once it is on paper."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.secret import Secret
from forum_desktop.ui.exchange.page import ExchangePage
from forum_desktop.ui.exchange.protection.view import ProtectionView
from forum_desktop.ui.pages import PageName
from tests.ui.keyboard import CTRL, Typist

PASSPHRASE, OTHER = "น้ำใส ปลาว่าย", "ฝนตกที่ทุ่งนา"


@pytest.fixture
def view(typist: Typist) -> ProtectionView:
    """Go to the protection of this laptop by keys."""
    typist.visit(PageName.EXCHANGE)
    page = cast("ExchangePage", typist.window.current)
    at = [sign.name for sign in page.signs].index("protection")
    typist.press(Qt.Key.Key_1 + at, CTRL)
    made = cast("ProtectionView", page.current_view)
    typist.until(lambda: made.card.protection is not None)
    return made


def letter(typist: Typist, key: str) -> None:
    typist.press(ord(key), text=key.lower())


def keep_code(typist: Typist, view: ProtectionView) -> str:
    """Write the code down, type its last group, go on."""
    fold = view.card.code
    typist.until(fold.isVisible)
    code = fold.code
    fold.last.setFocus()
    typist.type(code.split("-")[-1].lower())
    typist.enter()
    return code


def protect(typist: Typist, view: ProtectionView) -> str:
    letter(typist, "P")
    typist.type(PASSPHRASE)
    typist.enter()
    typist.type(PASSPHRASE)
    typist.enter()
    code = keep_code(typist, view)
    typist.until(lambda: is_protected(view))
    return code


def is_protected(view: ProtectionView) -> bool:
    return view.card.protection is not None and view.card.protection.is_protected


def secrets_shown(view: ProtectionView) -> list[str]:
    """Return what still stands in any line or in the code."""
    lines = [line.text() for line in view.findChildren(QLineEdit) if line.text()]
    return [*lines, *([view.card.code.code] if view.card.code.code else [])]


def opens(folder: Path, secret: Secret | None) -> bool:
    try:
        services.start.open_desk(folder, secret=secret).close()
    except Refusal:
        return False
    return True


def test_a_passphrase_is_set_by_keys_and_the_laptop_is_locked_with_it(
    typist: Typist, view: ProtectionView, data_dir: Path
) -> None:
    code = protect(typist, view)
    assert typist.said() == typist.window.words("protection.done.protected")
    assert secrets_shown(view) == []
    typist.until(lambda: typist.window.locking.shield.is_armed and view.minutes.isEnabled())
    typist.window.close()
    assert not opens(data_dir, None)
    assert opens(data_dir, Secret(PASSPHRASE))
    assert opens(data_dir, Secret(code, is_code=True))


def test_nothing_is_set_before_the_code_is_on_paper(
    typist: Typist, view: ProtectionView, data_dir: Path
) -> None:
    letter(typist, "P")
    for _ in range(2):
        typist.type(PASSPHRASE)
        typist.enter()
    typist.until(view.card.code.isVisible)
    view.card.code.last.setFocus()
    typist.type("AAAA")
    typist.enter()
    assert typist.said() == typist.window.words("protection.type_last_group")
    assert view.card.code.isVisible()
    typist.press(Qt.Key.Key_Escape)
    assert secrets_shown(view) == []
    assert not services.protection.state(data_dir).is_protected


def test_two_that_differ_and_one_too_short_are_told_at_once(
    typist: Typist, view: ProtectionView
) -> None:
    for first, second, key in (
        (PASSPHRASE, OTHER, "keys.not_same"),
        ("ฝน", "ฝน", "keys.passphrase_short"),
    ):
        letter(typist, "P")
        typist.type(first)
        typist.enter()
        typist.type(second)
        typist.enter()
        assert typist.said() == typist.window.words.of(Refusal(key, least=8))
        typist.press(Qt.Key.Key_Escape)
        view.setFocus()


def test_the_slip_is_saved_where_it_is_asked_for(
    typist: Typist, view: ProtectionView, tmp_path: Path
) -> None:
    letter(typist, "P")
    for _ in range(2):
        typist.type(PASSPHRASE)
        typist.enter()
    typist.until(view.card.code.isVisible)
    view.card.code.save_to(tmp_path / "slip.pdf")
    typist.until(lambda: "slip.pdf" in typist.said())
    assert (tmp_path / "slip.pdf").read_bytes().startswith(b"%PDF")
    assert view.card.code.last.hasFocus()


def test_a_forgotten_passphrase_is_changed_by_the_printed_code(
    typist: Typist, view: ProtectionView, data_dir: Path
) -> None:
    code = protect(typist, view)
    view.setFocus()
    letter(typist, "P")
    for text in (code, OTHER, OTHER):
        typist.type(text)
        typist.enter()
    typist.until(lambda: typist.said() == typist.window.words("protection.done.changed"))
    typist.window.close()
    assert opens(data_dir, Secret(OTHER))
    assert not opens(data_dir, Secret(PASSPHRASE))


def test_a_wrong_passphrase_is_asked_for_again(typist: Typist, view: ProtectionView) -> None:
    protect(typist, view)
    for key in ("C", "K", "U"):
        view.setFocus()
        letter(typist, key)
        typist.type("ไม่ใช่คำนี้แน่")
        typist.enter()
        typist.until(lambda: typist.said() == typist.window.words("keys.wrong_passphrase"))
        assert secrets_shown(view) == []
        typist.press(Qt.Key.Key_Escape)
    assert is_protected(view)


@pytest.mark.parametrize(("key", "said"), [("C", "code"), ("K", "renewed")])
def test_another_code_and_another_key_by_one_key_each(
    typist: Typist, view: ProtectionView, data_dir: Path, key: str, said: str
) -> None:
    first = protect(typist, view)
    view.setFocus()
    letter(typist, key)
    typist.type(PASSPHRASE)
    typist.enter()
    second = keep_code(typist, view)
    typist.until(lambda: typist.said() == typist.window.words(f"protection.done.{said}"))
    typist.window.close()
    assert not opens(data_dir, Secret(first, is_code=True))
    assert opens(data_dir, Secret(second, is_code=True))


def test_removed_again_nothing_is_locked_any_more(
    typist: Typist, view: ProtectionView, data_dir: Path
) -> None:
    protect(typist, view)
    typist.until(lambda: typist.window.locking.shield.is_armed)
    view.setFocus()
    letter(typist, "U")
    typist.type(PASSPHRASE)
    typist.enter()
    typist.until(lambda: not is_protected(view) and not typist.window.locking.shield.is_armed)
    typist.window.close()
    assert opens(data_dir, None)


def test_left_for_another_page_it_holds_nothing(typist: Typist, view: ProtectionView) -> None:
    letter(typist, "P")
    typist.type(PASSPHRASE)
    typist.visit(PageName.OPINIONS)
    assert secrets_shown(view) == []
