"""A bundle comes back as it was made; whatever is done to it in between is found."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop.db.operations import digest, make_payload, operation_sha
from forum_desktop.errors import Refusal
from forum_desktop.records.operation import Operation, OperationKind
from forum_desktop.sealing.signatures import new_signing_key
from forum_desktop.sync.bundle.lines import from_lines, to_lines
from forum_desktop.sync.bundle.packing import AGE, BOTH, ZSTD
from forum_desktop.sync.bundle.reading import open_bundle, read_operations, read_part, verify
from forum_desktop.sync.bundle.writing import Content, Origin, write_bundle

_KEY = new_signing_key()
_HQ, _OTHER = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
_PHOTO = bytes(range(256)) * 40


def operation(replica: str, sequence: int, previous: str, text: str) -> Operation:
    payload = make_payload({"text": text}, {})
    unnamed = Operation(
        sha="",
        replica=replica,
        sequence=sequence,
        clock=sequence << 16,
        at=sequence * 1000,
        actor="",
        forum="f",
        entity=f"e{sequence % 7}",
        entity_type="opinion",
        kind=OperationKind.PUT,
        version=1,
        payload=payload,
        payload_sha=digest(payload),
        previous=previous,
    )
    return replace(unnamed, sha=operation_sha(unnamed))


def chain(replica: str, texts: Sequence[str]) -> tuple[Operation, ...]:
    made: list[Operation] = []
    for at, text in enumerate(texts):
        made.append(operation(replica, at + 1, made[-1].sha if made else "", text))
    return tuple(made)


def bundle_at(path: Path, said: Sequence[Operation], named: Sequence[Operation]) -> Path:
    sealed = {"packed": BOTH, "recipients": [str(_HQ.to_public())]}
    write_bundle(
        path,
        Origin(
            purpose="bundle",
            forum="KK65",
            forum_id="f",
            station="B",
            replica="r",
            key=_KEY,
            certificate="",
        ),
        [
            Content(name="public", packed=ZSTD, pieces=to_lines(said), entries=len(said)),
            Content(name="internal", pieces=to_lines(named), entries=len(named), **sealed),  # type: ignore[arg-type]
            Content(
                name=f"attachment/{hashlib.sha256(_PHOTO).hexdigest()}",
                packed=AGE,
                pieces=[_PHOTO],
                entries=1,
                recipients=[str(_HQ.to_public())],
            ),
        ],
    )
    return path


def all_of(path: Path, secret: str = str(_HQ)) -> tuple[object, ...]:
    bundle = open_bundle(path)
    verify(bundle)
    said, named, photo = bundle.manifest.parts
    return (
        tuple(read_operations(bundle, said)),
        tuple(read_operations(bundle, named, [secret])),
        b"".join(read_part(bundle, photo, [secret])),
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("made") / "one.bundle"
    said, named = chain("a", ["น้ำท่วม", "ไฟดับ"]), chain("b", ["สมมุติ ตัวอย่าง"])
    return bundle_at(path, said, named).read_bytes()


@settings(deadline=None, max_examples=60)
@given(
    said=st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=30),
    named=st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=30),
)
def test_whatever_goes_in_comes_out(
    tmp_path_factory: pytest.TempPathFactory, said: list[str], named: list[str]
) -> None:
    one, other = chain("a", said), chain("b", named)
    path = bundle_at(tmp_path_factory.mktemp("bundle") / "x.bundle", one, other)
    assert all_of(path) == (one, other, _PHOTO)


def test_runs_with_gaps_forks_and_erased_words_come_back() -> None:
    one, fork = chain("a", "abcdef"), chain("a", "abXY")
    erased = replace(one[1], payload=None)
    told = (one[0], erased, one[3], one[4], *fork[2:], *chain("b", "gh"))
    runs = from_lines(line.rstrip(b"\n") for line in to_lines(told))
    assert tuple(item for run in runs for item in run.operations) == told


def test_of_a_run_that_is_known_its_length_is_told() -> None:
    told = (*chain("a", "abc"), *chain("b", "de"))
    lines = [line.rstrip(b"\n") for line in to_lines(told)]
    runs = tuple(from_lines(lines, lambda run: run.replica == "a"))
    assert [(run.many, tuple(run.operations)) for run in runs] == [(3, ()), (2, told[3:])]
    with pytest.raises(Refusal, match=r"bundle\.damaged"):
        tuple(from_lines(lines[:3], lambda _: True))


def test_the_outside_tells_no_word_of_the_inside(made: bytes) -> None:
    outside = made[: made.index(b'"replica"')]
    assert b"KK65" in outside
    for word in ("น้ำท่วม", "สมมุติ", "ตัวอย่าง"):
        assert word.encode() not in made


def test_a_stranger_reads_the_public_part_only(tmp_path: Path, made: bytes) -> None:
    path = tmp_path / "one.bundle"
    path.write_bytes(made)
    bundle = open_bundle(path)
    assert len(tuple(read_operations(bundle, bundle.part("public")))) == 2
    with pytest.raises(Refusal, match=r"bundle\.not_for_us"):
        tuple(read_operations(bundle, bundle.part("internal"), [str(_OTHER)]))


def refused(path: Path, content: bytes) -> bool:
    path.write_bytes(content)
    try:
        all_of(path)
    except Refusal as refusal:
        return refusal.key.startswith("bundle.")
    return False


def test_every_flipped_byte_is_found(tmp_path: Path, made: bytes) -> None:
    path = tmp_path / "one.bundle"
    for at in range(len(made)):
        flipped = bytes([made[at] ^ 1 << at % 8])
        assert refused(path, made[:at] + flipped + made[at + 1 :]), at


def test_every_length_but_the_whole_is_found(tmp_path: Path, made: bytes) -> None:
    path = tmp_path / "one.bundle"
    for at in range(0, len(made), 7):
        assert refused(path, made[:at]), at
    for tail in (b"\n", b"\0" * 512, made):
        assert refused(path, made + tail)


def test_a_signature_of_another_key_is_found(tmp_path: Path, made: bytes) -> None:
    other = new_signing_key()
    forged = made.replace(_KEY.public.encode(), other.public.encode())
    assert refused(tmp_path / "one.bundle", forged)


@settings(deadline=None, max_examples=500)
@given(st.binary(max_size=300))
def test_any_other_file_is_none_of_ours(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.bundle"
    assert refused(path, content)
    assert refused(path, b"forum-bundle 1\n" + content)
