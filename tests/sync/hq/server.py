"""A PostgreSQL of our own on loopback, in a folder that goes with it."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PLACES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
_USER = "postgres"


def can_serve() -> bool:
    """Tell whether the server's programs are here."""
    return bool(_PLACES) or shutil.which("initdb") is not None


@contextmanager
def served() -> Iterator[str]:
    """Yield the address of an empty database; it listens on a socket in its folder only."""
    folder = Path(tempfile.mkdtemp(prefix="forum-postgres-", dir="/tmp"))
    if os.geteuid() == 0:  # the server refuses to be started by root
        shutil.chown(folder, _USER)
    try:
        _run("initdb", "-D", str(folder / "data"), "-A", "trust", "-U", "forum", "-E", "UTF8")
        settings = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
        control = ("pg_ctl", "-D", str(folder / "data"), "-w")
        _run(*control, "-l", str(folder / "log"), "-o", settings, "start")
        try:
            yield f"postgresql+psycopg://forum@/postgres?host={folder}"
        finally:
            _run(*control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(program: str, *words: str) -> None:
    path = str(_PLACES[0] / program) if _PLACES else program
    user = ["runuser", "-u", _USER, "--"] if os.geteuid() == 0 else []
    subprocess.run([*user, path, *words], check=True, capture_output=True, cwd="/")
