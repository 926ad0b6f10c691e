"""A group table hears one strategy: bound by a key, home after each opinion, also tomorrow."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from tests.ui.keyboard import ALT, CTRL
from tests.ui.opinions.conftest import Recorder

BIND = Qt.Key.Key_B


def choose(recorder: Recorder, number: int) -> None:
    """Choose a strategy by its key."""
    recorder.typist.press(Qt.Key.Key_0 + number, ALT)
    assert recorder.page.chips.number() == number


def bind_to(recorder: Recorder, number: int) -> None:
    """Bind the table to a strategy."""
    choose(recorder, number)
    recorder.typist.press(BIND, CTRL)
    recorder.typist.until(lambda: recorder.card.place.bound_number() == number)


def keep(recorder: Recorder, text: str) -> None:
    """Take words down."""
    recorder.typist.type(text)
    recorder.typist.enter(CTRL)


def numbers(recorder: Recorder) -> list[int]:
    """Return the strategies of what was kept, the oldest first."""
    assert recorder.page.overview is not None
    known = {strategy.id: strategy.number for strategy in recorder.page.overview.strategies}
    kept = reversed(recorder.opinions())
    return [known[opinion.strategy_id] if opinion.strategy_id else 0 for opinion in kept]


def test_binding_is_told_and_shown(recorder: Recorder) -> None:
    bind_to(recorder, 2)
    assert "ยุทธศาสตร์ที่ 2" in recorder.typist.said()
    assert "ด้านที่ 2" in recorder.card.place.bound.text()
    assert recorder.card.place.bound.isChecked()


def test_a_guest_of_another_strategy_is_heard_and_the_table_comes_home(
    recorder: Recorder,
) -> None:
    bind_to(recorder, 2)
    keep(recorder, "เรื่องของโต๊ะ")
    choose(recorder, 4)
    keep(recorder, "เรื่องของด้านอื่น")
    assert recorder.page.chips.number() == 2
    keep(recorder, "เรื่องของโต๊ะอีกเรื่อง")
    recorder.typist.type("5 ")
    keep(recorder, "ด้านที่ห้าตามรหัส")
    keep(recorder, "กลับมาที่โต๊ะ")
    assert numbers(recorder) == [2, 4, 2, 5, 2]


def test_a_table_that_hears_all_stays_where_it_is(recorder: Recorder) -> None:
    choose(recorder, 4)
    keep(recorder, "หนึ่ง")
    keep(recorder, "สอง")
    assert recorder.page.chips.number() == 4
    assert numbers(recorder) == [4, 4]


def test_the_same_key_lets_the_table_hear_all_again(recorder: Recorder) -> None:
    bind_to(recorder, 3)
    recorder.typist.press(BIND, CTRL)
    recorder.typist.until(lambda: recorder.card.place.bound_number() == 0)
    assert "ทุกยุทธศาสตร์" in recorder.typist.said()
    choose(recorder, 5)
    keep(recorder, "เรื่องหนึ่ง")
    assert recorder.page.chips.number() == 5
    assert not recorder.card.place.bound.isChecked()


def test_what_is_not_sorted_binds_nothing(recorder: Recorder) -> None:
    choose(recorder, 0)
    assert not recorder.card.place.bound.isVisible()
    recorder.typist.press(BIND, CTRL)
    recorder.typist.until(recorder.page.message.isVisible)
    assert recorder.card.place.bound_number() == 0


def test_the_table_is_bound_at_the_next_start(
    recorder: Recorder, begun_again: Callable[[], Recorder]
) -> None:
    bind_to(recorder, 3)
    again = begun_again()
    assert again.card.place.bound_number() == 3
    assert again.page.chips.number() == 3
    keep(again, "เรื่องแรกของวัน")
    assert numbers(again) == [3]


def test_half_typed_words_of_another_strategy_come_back_where_they_were(
    recorder: Recorder, begun_again: Callable[[], Recorder]
) -> None:
    bind_to(recorder, 3)
    choose(recorder, 5)
    recorder.typist.type("ยังพูดไม่จบ")
    again = begun_again()
    again.typist.until(lambda: again.text == "ยังพูดไม่จบ")
    assert again.page.chips.number() == 5
    again.typist.enter(CTRL)
    assert numbers(again) == [5]
    assert again.page.chips.number() == 3


def test_words_set_aside_at_a_bound_table_keep_their_strategy(recorder: Recorder) -> None:
    bind_to(recorder, 2)
    choose(recorder, 4)
    recorder.typist.type("ของด้านที่สี่")
    recorder.typist.press(Qt.Key.Key_P, CTRL)
    choose(recorder, 2)
    keep(recorder, "ของโต๊ะ")
    recorder.typist.press(Qt.Key.Key_P, CTRL)
    recorder.typist.enter()
    assert recorder.page.chips.number() == 4
    recorder.typist.enter(CTRL)
    assert numbers(recorder) == [2, 4]
    assert recorder.page.chips.number() == 2
