"""Sealing: who may write cannot read, and what was changed is not read as something else."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop import sealing
from forum_desktop.errors import Refusal

DESK, HEADQUARTERS, STRANGER = sealing.make_key(), sealing.make_key(), sealing.make_key()
BOTH = (DESK.recipient, HEADQUARTERS.recipient)


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=3000))
def test_each_recipient_reads_what_was_sealed_and_nobody_else(text: bytes) -> None:
    sealed = sealing.seal(text, BOTH)
    assert sealed.isascii()
    for pair in (DESK, HEADQUARTERS):
        assert sealing.unseal(sealed, pair.secret) == text
    with pytest.raises(Refusal, match=r"sealing\.not_ours"):
        sealing.unseal(sealed, STRANGER.secret)


@settings(max_examples=80, deadline=None)
@given(st.floats(0.1, 0.9))
def test_what_is_cut_or_changed_is_refused(share: float) -> None:
    sealed = sealing.seal("ความลับ".encode(), BOTH)
    place = int(share * len(sealed))
    other = "B" if sealed[place] == "A" else "A"
    changed = f"{sealed[:place]}{other}{sealed[place + 1 :]}"
    for broken in (sealed[:place], changed, "", "ข้อความ"):
        with pytest.raises(Refusal, match=r"sealing\.not_ours"):
            sealing.unseal(broken, DESK.secret)


def test_the_same_text_is_never_sealed_the_same_way() -> None:
    assert sealing.seal(b"text", BOTH) != sealing.seal(b"text", BOTH)


def test_a_passphrase_gives_the_secret_back_and_another_one_does_not() -> None:
    wrapped = sealing.wrap(DESK.secret, "รหัสของจุดรับเรื่อง")
    assert DESK.secret not in wrapped
    assert sealing.unwrap(wrapped, "รหัสของจุดรับเรื่อง") == DESK.secret
    with pytest.raises(Refusal, match=r"sealing\.wrong_passphrase"):
        sealing.unwrap(wrapped, "รหัสอื่น")


def test_a_public_key_must_be_copied_whole() -> None:
    assert sealing.is_recipient(DESK.recipient)
    assert not sealing.is_recipient(DESK.recipient[:-1])
    assert not sealing.is_recipient(DESK.secret)
    for recipients in ([], ["age1"], [DESK.recipient[:-1]]):
        with pytest.raises(Refusal, match=r"sealing\.bad_recipient"):
            sealing.seal(b"text", recipients)


def test_a_secret_is_not_shown_with_its_pair() -> None:
    assert DESK.secret not in repr(DESK)


def test_a_machine_without_the_library_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyrage", None)
    with pytest.raises(Refusal, match=r"sealing\.not_installed"):
        sealing.make_key()
