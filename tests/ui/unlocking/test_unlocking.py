"""Before everything: nothing of the file shows until a secret opens it."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from forum_desktop import sealing, services
from forum_desktop.records.forum import Forum
from forum_desktop.records.secret import Secret
from forum_desktop.ui.controls import Text
from forum_desktop.ui.main_window import MainWindow
from tests.factory import make_pack
from tests.ui.keyboard import Typist
from tests.ui.unlocking.conftest import PASSPHRASE, Locked


def texts(window: MainWindow) -> str:
    """Return every text and name in the window, as a screen reader may find them."""
    inside = (window, *window.findChildren(QWidget))
    said = (one.said() if isinstance(one, Text) else "" for one in inside)
    return "\n".join((*said, *(one.accessibleName() for one in inside), window.windowTitle()))


def begin(locked: Locked, qtbot: QtBot) -> Typist:
    window = locked.open()
    typist = Typist(window, qtbot)
    typist.until(window.locking.shield.view.line.hasFocus)
    return typist


def test_nothing_shows_before_the_passphrase_and_everything_after(
    locked: Locked, forum: Forum, qtbot: QtBot
) -> None:
    typist = begin(locked, qtbot)
    window = typist.window
    assert window.locking.is_down
    assert forum.municipality not in texts(window)
    assert forum.title not in texts(window)
    for key in range(Qt.Key.Key_F1, Qt.Key.Key_F12):
        typist.press(key)
    assert window.locking.is_down
    window.locking.shield.view.begin(window.locking.shield.view._attempt)  # type: ignore[arg-type]
    typist.type(PASSPHRASE)
    assert PASSPHRASE not in texts(window)
    assert window.locking.shield.view.line.displayText() != PASSPHRASE
    typist.enter()
    typist.until(lambda: window.overview is not None)
    assert forum.municipality in texts(window)
    typist.until(lambda: window.locking.shield.is_armed)


def test_a_wrong_one_is_told_kindly_and_the_third_has_to_wait(locked: Locked, qtbot: QtBot) -> None:
    typist = begin(locked, qtbot)
    view = typist.window.locking.shield.view
    wrong = typist.window.words("keys.wrong_passphrase")
    for _ in range(2):
        view.sentence.say("")
        typist.type("ผิดแน่นอน")
        typist.enter()
        typist.until(lambda: view.sentence.said() == wrong)
        assert view.line.text() == ""
        assert view.line.hasFocus()
    typist.type("ผิดแน่นอน")
    typist.enter()
    typist.until(lambda: view.patience.is_waiting)
    assert not view.open_button.isEnabled()
    typist.type(PASSPHRASE)
    typist.enter()
    assert typist.window.locking.is_down
    assert view.line.text() == PASSPHRASE  # what was typed while waiting is not lost
    typist.until(lambda: not view.patience.is_waiting)
    typist.enter()
    typist.until(lambda: not typist.window.locking.is_down)


def test_the_printed_code_opens_by_one_key_and_asks_for_a_new_passphrase(
    locked: Locked, qtbot: QtBot
) -> None:
    typist = begin(locked, qtbot)
    window, view = typist.window, typist.window.locking.shield.view
    typist.press(Qt.Key.Key_F3)
    assert view.line.is_shown
    typist.type(locked.code.lower().replace("-", " "))
    typist.enter()
    typist.until(lambda: window.overview is not None)
    assert typist.said() == window.words("unlock.by_code")


def test_a_code_mistyped_is_told_without_waiting(locked: Locked, qtbot: QtBot) -> None:
    typist = begin(locked, qtbot)
    view = typist.window.locking.shield.view
    typist.press(Qt.Key.Key_F3)
    typist.type(locked.code[:-1])
    typist.enter()
    mistyped = typist.window.words("keys.code_mistyped")
    typist.until(lambda: view.sentence.said() == mistyped)
    assert not view.patience.is_waiting


def test_the_letters_show_by_one_key_and_hide_again(locked: Locked, qtbot: QtBot) -> None:
    typist = begin(locked, qtbot)
    line = typist.window.locking.shield.view.line
    typist.type("ฝน")
    typist.press(Qt.Key.Key_F2)
    assert line.displayText() == "ฝน"
    typist.press(Qt.Key.Key_F2)
    assert line.displayText() != "ฝน"
    assert line.text() == "ฝน"


def test_caps_lock_and_the_language_of_the_keyboard_are_told(locked: Locked, qtbot: QtBot) -> None:
    typist = begin(locked, qtbot)
    window, hint = typist.window, typist.window.locking.shield.view.hint
    typist.type("ก")
    assert hint.said() == window.words("unlock.keys.thai")
    typist.type("a")
    assert hint.said() == window.words("unlock.keys.latin")
    typist.press(Qt.Key.Key_A, text="A")
    assert window.words("unlock.keys.caps") in hint.said()
    typist.press(Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier, "A")
    assert window.words("unlock.keys.caps") not in hint.said()
    event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, 0, 0, 2, "ก")
    QCoreApplication.sendEvent(window.locking.shield.view.line, event)
    assert window.words("unlock.keys.caps") in hint.said()


def test_what_to_do_when_it_is_forgotten_is_explained(locked: Locked, qtbot: QtBot) -> None:
    typist = begin(locked, qtbot)
    view = typist.window.locking.shield.view
    typist.press(Qt.Key.Key_F1)
    assert view.help.isVisible()
    assert "F3" in view.help.said()


def test_a_secret_told_at_the_start_opens_at_once(
    locked: Locked, forum: Forum, qtbot: QtBot
) -> None:
    window = locked.open(Secret(PASSPHRASE))
    qtbot.waitUntil(lambda: window.overview is not None, timeout=20_000)
    assert not window.locking.is_down


def test_a_damaged_file_is_said_as_in_an_open_folder(locked: Locked, qtbot: QtBot) -> None:
    content = (locked.folder / "forum.db").read_bytes()
    (locked.folder / "forum.db").write_bytes(bytes(len(content)))
    typist = begin(locked, qtbot)
    typist.type(PASSPHRASE)
    typist.enter()
    typist.until(lambda: not typist.window.locking.is_down)
    told = typist.window.words("storage.not_our_file", path=locked.folder / "forum.db")
    typist.until(lambda: typist.said() == told)


def test_headquarters_named_since_get_their_key_when_the_laptop_is_opened(
    locked: Locked, qtbot: QtBot
) -> None:
    desk = services.start.open_desk(locked.folder, secret=Secret(PASSPHRASE))
    pack = replace(make_pack(), hq_recipient=sealing.make_key().recipient)
    services.forums.create_forum(desk, pack)
    desk.close()
    assert not services.protection.state(locked.folder).has_headquarters
    locked.open(Secret(PASSPHRASE))
    qtbot.waitUntil(
        lambda: services.protection.state(locked.folder).has_headquarters, timeout=20_000
    )
