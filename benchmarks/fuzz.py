"""Broken and hostile bundles by the million: `python -m benchmarks.fuzz [--inputs N] [--seed S]`.

Each input is a real bundle in which something was changed: bytes of the file; its outside or the
lines within, signed and hashed anew as a member of the forum with bad intent could; and such
bundles taken in by a laptop, whose file then must be as sound as before. Anything but an answer or
a refusal with a sentence is a crash; what takes longer than two seconds is a hang.
"""

import argparse
import hashlib
import json
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from copy import deepcopy
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import zstandard

from benchmarks.figures import Figure
from forum_desktop import services
from forum_desktop.db.checking import check_file
from forum_desktop.db.operations import canonical, digest
from forum_desktop.errors import Refusal
from forum_desktop.records.exchange import Purpose
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.scratch import scratch
from forum_desktop.sealing.signatures import sign
from forum_desktop.services.desk import Desk
from forum_desktop.services.exchange.sending import prepare
from forum_desktop.sync.bundle.lines import from_lines, to_lines
from forum_desktop.sync.bundle.packing import ZSTD
from forum_desktop.sync.bundle.reading import open_bundle, read_part, read_runs, verify
from forum_desktop.sync.bundle.writing import Content, Origin, write_bundle
from forum_desktop.sync.merging import all_operations
from forum_desktop.sync.outgoing import operation_contents

INPUTS = 1_000_000
SLOWEST, MEMORY = 2.0, 250.0
"""Seconds of one input, and megabytes of the process."""
_SHARES = {"bytes": 0.45, "outside": 0.15, "lines": 0.38, "taken in": 0.02}
_DEEP = "[" * 100_000
_ODD: tuple[Any, ...] = (
    *(None, True, -1, 0, 1, 2**31, 2**63, 2**64, -(2**63) - 1, 10**400, 1e308, float("nan")),
    *("", "a", "\x00", "\ud800", "../../etc/passwd", "/etc/passwd", "ก" * 5000, "put", "erase"),
    *([], {}, [[]], {"is": {}}, {"text": "{"}, {"erased": 1}),
    *({"f": [], "p": 0}, {"f": {"text": 1}}),
)


@dataclass(frozen=True)
class Corpus:
    """A laptop, a sound bundle of its forum without anything sealed, and whose key signed it."""

    desk: Desk
    origin: Origin
    path: Path
    whole: bytes
    manifest: dict[str, Any]
    parts: tuple[bytes, ...]
    lines: tuple[bytes, ...]


@dataclass
class Outcome:
    """What became of the inputs: refusals by their key, how many were answered, the slowest."""

    refused: Counter[str] = field(default_factory=Counter)
    answered: int = 0
    slowest: float = 0.0
    seconds: float = 0.0

    def tell(self, work: Callable[[], object]) -> None:
        """Do work on one input; whatever is neither an answer nor a refusal gets out."""
        begun = time.perf_counter()
        try:
            work()
            self.answered += 1
        except Refusal as refusal:
            self.refused[refusal.key] += 1
        took = time.perf_counter() - begun
        self.seconds, self.slowest = self.seconds + took, max(self.slowest, took)


def fuzz(inputs: int, seed: int) -> dict[str, Outcome]:
    """Return what became of so many inputs, by what was changed in them."""
    chance = random.Random(seed)  # noqa: S311 - the same each time
    with scratch() as folder, closing(Desk.open(folder / "laptop")) as desk:
        corpus = _corpus(desk, folder / "one.forumbundle")
        outcomes = {name: Outcome() for name in _SHARES}
        for name, share in _SHARES.items():
            for _ in range(max(int(inputs * share), 1)):
                outcomes[name].tell(_WORK[name](corpus, chance))
        with desk.look() as look:
            report = check_file(look.connection)
        if not report.is_sound:
            raise AssertionError(report.faults)
    return outcomes


def _corpus(desk: Desk, path: Path) -> Corpus:
    pack = services.packs.find_pack("khon-kaen-2565")
    forum = services.forums.create_forum(desk, pack)
    for text in ("น้ำท่วม", "ไฟดับ", 'ถนน "ใหญ่" \\ ชำรุด'):
        services.opinions.capture_opinion(desk, forum.id, text=text, kind=OpinionKind.NEED)
    origin, _ = prepare(desk, forum.id, Purpose.BUNDLE)
    with desk.look() as look:
        said = [one for one in all_operations(look) if one.entity_type == "opinion"]
        (public,) = operation_contents(look, forum.id, (), {})
        inside = Content(name="internal", packed=ZSTD, pieces=to_lines(said), entries=len(said))
        write_bundle(path, origin, [public, inside])
    whole, bundle = path.read_bytes(), open_bundle(path)
    lines = b"".join(read_part(bundle, bundle.part("internal"))).split(b"\n")[:-1]
    outside = json.loads(whole[: bundle.begins].split(b"\n")[2])
    parts, at = [], bundle.begins
    for part in bundle.manifest.parts:
        parts.append(whole[at : at + part.length])
        at += part.length
    return Corpus(desk, origin, path, whole, outside, tuple(parts), tuple(lines))


def _bytes(corpus: Corpus, chance: random.Random) -> Callable[[], object]:
    corpus.path.write_bytes(_broken(corpus.whole, chance))
    return partial(_read, corpus.path)


def _outside(corpus: Corpus, chance: random.Random) -> Callable[[], object]:
    corpus.path.write_bytes(_signed(corpus, *_odd_outside(corpus, chance)))
    return partial(_read, corpus.path)


def _lines(corpus: Corpus, chance: random.Random) -> Callable[[], object]:
    lines = _odd_lines(corpus, chance)
    return lambda: [run.many for run in from_lines(lines)]


def _taken_in(corpus: Corpus, chance: random.Random) -> Callable[[], object]:
    lines = _odd_lines(corpus, chance)
    inside = b"".join(line + b"\n" for line in lines)
    packed = zstandard.compress(inside)
    parts = [dict(part) for part in corpus.manifest["parts"]]
    many = max(len(lines) - 1, 0)
    parts[1].update(_told_of(packed), unpacked=len(inside), entries=many)
    told = {**corpus.manifest, "parts": parts}
    corpus.path.write_bytes(_signed(corpus, told, (corpus.parts[0], packed)))
    return partial(services.exchange.take_bundle, corpus.desk, corpus.path)


_WORK = {"bytes": _bytes, "outside": _outside, "lines": _lines, "taken in": _taken_in}


def _read(path: Path) -> None:
    bundle = open_bundle(path)
    verify(bundle)
    for part in bundle.manifest.parts:
        for run in read_runs(bundle, part):
            list(run.operations)


def _broken(whole: bytes, chance: random.Random) -> bytes:
    """Return bytes with some changed, cut out, doubled or put in; most near the beginning."""
    content = bytearray(whole)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(chance.choice([40, 1500, len(content)]) % len(content) + 1)
        stretch = chance.randint(1, 64)
        deed = chance.randrange(5)
        if deed == 0 and at < len(content):
            content[at] ^= 1 << chance.randrange(8)
        elif deed == 1:
            del content[at:]
        elif deed == 2:
            del content[at : at + stretch]
        elif deed == 3:
            content[at:at] = chance.randbytes(stretch)
        else:
            content[at:at] = content[at : at + stretch]
        content = content or bytearray(b"\n")
    return bytes(content)


def _odd_outside(corpus: Corpus, chance: random.Random) -> tuple[dict[str, Any], tuple[bytes, ...]]:
    told = {**corpus.manifest, "parts": [dict(part) for part in corpus.manifest["parts"]]}
    parts = list(corpus.parts)
    if chance.random() < 0.3:
        at = chance.randrange(len(parts))
        parts[at] = _broken(parts[at], chance)
        told["parts"][at].update(_told_of(parts[at]))
    for _ in range(chance.randint(0, 2)):
        place = chance.choice([told, *(one for one in told["parts"] if isinstance(one, dict))])
        place[chance.choice([*place, "new"])] = deepcopy(chance.choice([*_ODD, *place.values()]))
        if not isinstance(told.get("parts"), list) or not told["parts"]:
            break
    return told, tuple(parts)


def _odd_lines(corpus: Corpus, chance: random.Random) -> list[bytes]:
    """Return lines with something odd in them, most with the chain reckoned anew."""
    head, *lines = corpus.lines
    told = [json.loads(line) for line in lines]
    run = json.loads(head)
    if chance.random() < 0.2:
        return _broken(b"\n".join(corpus.lines), chance).split(b"\n")
    for _ in range(chance.randint(1, 3)):
        place = chance.choice([run, *told, *_contents(told)])
        if not place:
            continue
        at = chance.choice(list(place)) if isinstance(place, dict) else chance.randrange(len(place))
        place[at] = deepcopy(chance.choice(_ODD))
        if chance.random() < 0.05:
            place[at] = "DEEP"
    texts = [_spelled(line).replace('"DEEP"', _DEEP) for line in told]
    _chain(run, told)
    return [_encoded(text) for text in (_spelled(run), *texts)]


def _contents(told: list[Any]) -> Iterator[dict[str, Any]]:
    """Yield what can be changed within the payloads."""
    for line in told:
        payload = line[-1]
        if isinstance(payload, dict):
            yield payload
            content = payload.get("is")
            if isinstance(content, dict) and content:
                yield content
                yield from (one for one in content.values() if isinstance(one, dict) and one)


def _chain(run: dict[str, Any], told: list[Any]) -> None:
    """Make a run come to the hash that its head tells, where its lines can be reckoned at all."""
    try:
        before = run["previous"]
        for number, (*head, payload) in enumerate(told, start=run["first"]):
            text = _spelled(payload["is"]) if "is" in payload else payload.get("text")
            payload_sha = payload["erased"] if text is None else digest(text)
            before = digest(_spelled([run["replica"], number, *head, payload_sha, before]))
        run["last"] = before
    except (KeyError, TypeError, ValueError, AttributeError):
        return


def _signed(corpus: Corpus, told: dict[str, Any], parts: tuple[bytes, ...]) -> bytes:
    line, text = b"forum-bundle 1\n", _encoded(_spelled(told))
    signature = sign(line + text, corpus.origin.key.secret)
    head = line + f"{len(text)}\n".encode() + text + f"\n{signature}\n".encode()
    return head + b"".join(parts)


def _told_of(packed: bytes) -> dict[str, Any]:
    return {"length": len(packed), "sha256": hashlib.sha256(packed).hexdigest()}


def _spelled(content: object) -> str:
    return canonical(content)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def figures(outcomes: dict[str, Outcome]) -> Iterator[Figure]:
    """Yield how slow and how large the worst of it was."""
    slowest = max(outcome.slowest for outcome in outcomes.values())
    yield Figure(name="slowest input", value=slowest, unit="seconds", bound=SLOWEST)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Figure(name="peak memory", value=peak, unit="MB", bound=MEMORY)


def main(words: list[str]) -> int:
    """Print what became of the inputs; return 1 where a bound was missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", allow_abbrev=False)
    parser.add_argument("--inputs", type=int, default=INPUTS)
    parser.add_argument("--seed", type=int, default=1)
    arguments, missed = parser.parse_args(words), 0
    outcomes = fuzz(arguments.inputs, arguments.seed)
    for name, outcome in outcomes.items():
        refused = ", ".join(f"{key} {many:,}" for key, many in outcome.refused.most_common())
        print(f"  {name}: answered {outcome.answered:,}; refused: {refused}")
        print(f"    {outcome.seconds:.0f} seconds, the slowest {outcome.slowest * 1000:.0f} ms")
    for figure in figures(outcomes):
        print(f"  {figure}")
        missed += not figure.is_within
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
