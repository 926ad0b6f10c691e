"""A reader of bundles by docs/bundle-format.md alone, without the program that writes them."""

import hashlib
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyrage
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

LINE = b"forum-bundle 1\n"


def spelled(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def read_bundle(path: Path, secret: str, member_key: str = "") -> dict[str, Any]:
    """Return the manifest and each part's content: lists of operations, bytes of attachments."""
    file = io.BytesIO(path.read_bytes())
    assert file.readline() == LINE
    text = file.read(int(file.readline()))
    assert file.read(1) == b"\n"
    signature = bytes.fromhex(file.read(128).decode())
    assert file.read(1) == b"\n"
    manifest = json.loads(text)
    assert spelled(manifest).encode() == text
    key(manifest["key"]).verify(signature, LINE + text)
    if member_key:
        belongs = f"forum-desktop member 1 {manifest['forum_id']} {manifest['key']}"
        key(member_key).verify(bytes.fromhex(manifest["certificate"]), belongs.encode())
    packed = [(part, file.read(part["length"])) for part in manifest["parts"]]
    assert file.read() == b""
    contents: dict[str, Any] = {part["name"]: opened(part, held, secret) for part, held in packed}
    for part in manifest["parts"]:
        if part["name"] in {"public", "internal", "sealed"}:
            contents[part["name"]] = list(operations(contents[part["name"]]))
            assert len(contents[part["name"]]) == part["entries"]
    return {"manifest": manifest, **contents}


def key(public: str) -> Ed25519PublicKey:
    return Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))


def opened(part: dict[str, Any], held: bytes, secret: str) -> bytes:
    assert hashlib.sha256(held).hexdigest() == part["sha256"]
    if part["packed"].endswith("age"):
        held = pyrage.decrypt(held, [pyrage.x25519.Identity.from_str(secret)])
    if part["packed"].startswith("zstd"):
        held = zstandard.ZstdDecompressor().stream_reader(held).read(part["unpacked"] + 1)
    assert len(held) == part["unpacked"]
    return held


def operations(held: bytes) -> Iterator[dict[str, Any]]:
    lines = iter(held.decode().split("\n")[:-1])
    for line in lines:
        run = json.loads(line)
        before = run["previous"]
        for number in range(run["first"], run["first"] + run["many"]):
            *head, payload = json.loads(next(lines))
            text = spelled(payload["is"]) if "is" in payload else payload.get("text")
            payload_sha = payload["erased"] if text is None else sha(text)
            before = sha(spelled([run["replica"], number, *head, payload_sha, before]))
            yield {"sha": before, "number": number, "head": head, "payload": text}
        assert before == run["last"]
