"""Names spelled in many ways sound the same; other names do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum_desktop.thai.sound import sound_of


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ธีระศักดิ์", "ธีรศักดิ์"),
        ("ณัฐพงษ์", "ณัฐพงศ์"),
        ("ภัทรา", "พัทรา"),
        ("กรรณิการ์", "กรณิกา"),
        ("ฉวีวรรณ", "ชวีวรรณ"),
        ("ศิริพร", "สิริพร"),
        ("เพ็ญศรี", "เพ็ญสรี"),
        ("สุวรรณี", "สุวรณี"),
    ],
)
def test_spellings_of_one_name_sound_the_same(left: str, right: str) -> None:
    assert sound_of(left) == sound_of(right) != ""


@pytest.mark.parametrize(("left", "right"), [("สมชาย", "สมหญิง"), ("กานดา", "มานี"), ("วีระ", "ธีระ")])
def test_different_names_sound_different(left: str, right: str) -> None:
    assert sound_of(left) != sound_of(right)


@given(st.text())
def test_any_text_has_a_sound_of_consonants_only(text: str) -> None:
    assert all("ก" <= letter <= "ฮ" for letter in sound_of(text))
