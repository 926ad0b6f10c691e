"""Every page and view at the smallest screen, in every language: no word is cut off.

A stretched language, its sentences 1.7 times as long, stands for languages nobody translated yet
and for sentences that will be corrected.
"""

from contextlib import suppress

import pytest
from pytestqt.exceptions import TimeoutError as WaitedInVain

from forum_desktop.ui.exchange.page import ExchangePage
from forum_desktop.ui.pages import PageName
from forum_desktop.wording import Wording
from tests.ui.clipping import clipped
from tests.ui.keyboard import Typist
from tests.ui.walking import every_view

STRETCH = 1.7


class Stretched(Wording):
    """Thai, every sentence made longer."""

    def __init__(self) -> None:
        super().__init__("th")
        self._sentences = {key: _longer(said) for key, said in self._sentences.items()}


def _longer(said: str) -> str:
    missing = int(len(said) * (STRETCH - 1))
    return said + (" ยาวขึ้นอีก" * (1 + missing // 11))[:missing].rstrip()


@pytest.mark.parametrize(
    "wording", [Wording("th"), Wording("en"), Stretched()], ids=("th", "en", "long")
)
def test_no_word_is_cut_off(typist: Typist, wording: Wording) -> None:
    typist.window.resize(1366, 768)
    typist.window.retell(wording)
    for _ in every_view(typist):
        with suppress(WaitedInVain):  # what is cut says more
            typist.until(lambda: not clipped(typist.window))
        assert clipped(typist.window) == []


def test_a_button_too_narrow_for_its_words_ends_in_dots_and_keeps_its_key(typist: Typist) -> None:
    typist.visit(PageName.EXCHANGE)
    page = typist.window.page(PageName.EXCHANGE)
    assert isinstance(page, ExchangePage)
    page.show_view("laptop")
    narrow = page.laptop.check_button
    narrow.setText("คำที่ยาวเกินกว่าที่ปุ่มแคบแคบจะรับได้ F9")
    narrow.setFixedWidth(140)
    typist.until(lambda: narrow.toolTip() == narrow.text())
    assert clipped(typist.window) == []


def test_a_word_that_is_cut_is_seen_by_this_test(typist: Typist) -> None:
    typist.visit(PageName.EXCHANGE)
    page = typist.window.page(PageName.EXCHANGE)
    assert isinstance(page, ExchangePage)
    page.show_view("laptop")
    page.laptop.check_button.setFixedHeight(8)
    typist.until(lambda: bool(clipped(typist.window)))
