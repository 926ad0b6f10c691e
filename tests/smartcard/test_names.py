"""The field of a name is read whatever bytes lie in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop.records.people import CardName
from forum_desktop.smartcard.names import name_of_field
from tests.smartcard.cards import field

LETTERS = st.characters(min_codepoint=0x0E01, max_codepoint=0x0E2E)
WORDS = st.text(LETTERS, min_size=1, max_size=12)
PADDINGS = (b" ", b"\x00", b"\xa0", b"\xff")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("นาย#สมมติ##ตัวอย่าง", ("นาย", "สมมติ", "ตัวอย่าง")),
        ("น.ส.#จำลอง#แก้ว#ณ ตัวอย่าง", ("น.ส.", "จำลอง แก้ว", "ณ ตัวอย่าง")),
        ("พระ#สมมติ##", ("พระ", "สมมติ", "")),
        ("นาง#สมมติ#ตัวอย่าง", ("นาง", "สมมติ", "ตัวอย่าง")),
        ("ด.ญ.#สมมติ", ("ด.ญ.", "สมมติ", "")),
        ("##สมมติ#", None),
        ("นาย###ตัวอย่าง", None),
        ("ว่าที่ ร.ต. # สมมติ  #\x00# ตัวอย่าง\x00", ("ว่าที่ ร.ต.", "สมมติ", "ตัวอย่าง")),
    ],
)
@pytest.mark.parametrize("padding", PADDINGS)
def test_title_and_names_are_parted(
    text: str, name: tuple[str, str, str] | None, padding: bytes
) -> None:
    wanted = CardName(title=name[0], first_name=name[1], last_name=name[2]) if name else None
    assert name_of_field(field(text, padding)) == wanted


def test_a_byte_that_is_no_letter_is_seen_in_its_place() -> None:
    broken = "นาย#สมม".encode("cp874") + b"\xfc" + "ติ##ตัวอย่าง".encode("cp874")
    name = name_of_field(broken)
    assert name is not None
    assert name.first_name == "สมม\ufffdติ"


def test_a_byte_of_no_break_space_parts_words() -> None:
    name = name_of_field(field("นาย#สมมติ##ณ\xa0ตัวอย่าง"))
    assert name is not None
    assert name.last_name == "ณ ตัวอย่าง"


@given(st.binary(max_size=140))
@settings(deadline=None, max_examples=400)
def test_any_bytes_give_clean_words_or_nobody(told: bytes) -> None:
    name = name_of_field(told)
    if name is None:
        return
    assert any(letter.isalpha() for letter in name.first_name)
    for part in (name.title, name.first_name, name.last_name):
        assert part == " ".join(part.split())
        assert part.isprintable()
        assert "#" not in part


@given(WORDS, WORDS, st.just("") | WORDS, st.just("") | WORDS, st.sampled_from(PADDINGS))
@settings(deadline=None, max_examples=200)
def test_what_was_written_is_read(
    title: str, first: str, middle: str, last: str, padding: bytes
) -> None:
    told = field(f"{title}#{first}#{middle}#{last}", padding)
    firsts = f"{first} {middle}".strip()
    assert name_of_field(told) == CardName(title=title, first_name=firsts, last_name=last)
