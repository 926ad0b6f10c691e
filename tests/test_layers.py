"""Arrows point one way, files and functions stay small, headless commands never load Qt."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "forum_desktop"

BASE = {"errors", "files", "paths", "clock", "wording", "event_log", "process", "scratch", "look"}
LANGUAGE = {"records", "thai"}
ALLOWED = {
    "records": {"records"},
    "thai": {"thai"},
    "db": {"db", *LANGUAGE, *BASE},
    "sync": {"sync", "db", "sealing", *LANGUAGE, *BASE},
    "documents": {"documents", *LANGUAGE, *BASE},
    "smartcard": {"smartcard", *LANGUAGE, "errors"},
    "sealing": {"sealing", "records", "errors"},
    "services": {
        "services",
        "db",
        "documents",
        "sealing",
        "smartcard",
        "sync",
        *LANGUAGE,
        *BASE,
    },
    "ui": {"ui", "services", *LANGUAGE, "errors", "paths", "wording", "clock", "look"},
    "app": {"ui", "services", *LANGUAGE, *BASE},
    "cli": {"app", "commands", *LANGUAGE, *BASE},
    "commands": {"commands", "services", *LANGUAGE, *BASE},
    "__main__": {"cli"},
    **dict.fromkeys(BASE, BASE),
}
OWNERS = {
    "PySide6": {"ui", "app"},
    "sqlalchemy": {"db", "sync"},
    "sqlcipher3": {"db"},
    "reportlab": {"documents"},
    "uharfbuzz": {"documents"},
    "fontTools": {"documents"},
    "segno": {"documents"},
    "openpyxl": {"services"},
    "smartcard": {"smartcard"},
    "pyrage": {"sealing"},
    "cryptography": {"sealing", "db"},
    "zstandard": {"sync"},
    "holidays": {"services"},
    "PIL": {"services"},
}
LONGEST_FILE = 300
LONGEST_FUNCTION = 40


def imports(path: Path) -> Iterator[str]:
    """Yield the full names that a module imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            yield from (f"{module}.{alias.name}" for alias in node.names)


def wrong_arrows(package: Path) -> Iterator[str]:
    """Yield every import that goes where it may not."""
    for path in sorted(package.rglob("*.py")):
        room = path.relative_to(package).parts[0].removesuffix(".py")
        for name in imports(path):
            head, *rest = name.split(".")
            if head == "forum_desktop" and room != "__init__":
                target = rest[0] if rest else ""
                if target not in ALLOWED[room] | {"__version__"}:
                    yield f"{path.relative_to(package)} -> {name}"
            elif room not in OWNERS.get(head, {room}):
                yield f"{path.relative_to(package)} -> {name}"


def test_arrows_point_one_way() -> None:
    assert list(wrong_arrows(PACKAGE)) == []


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("records/opinion.py", "from forum_desktop.thai import digits"),
        ("thai/names.py", "import forum_desktop.records.opinion"),
        ("db/fold.py", "from forum_desktop.services import opinions"),
        ("db/fold.py", "from forum_desktop import sync"),
        ("documents/planted.py", "from forum_desktop.db.database import Database"),
        ("services/opinions.py", "def late():\n    from PySide6 import QtCore"),
        ("services/opinions.py", "if TYPE_CHECKING:\n    import PySide6.QtCore"),
        ("services/opinions.py", "import sqlalchemy.orm"),
        ("thai/names.py", "from forum_desktop.errors import Refusal"),
        ("records/opinion.py", "from forum_desktop import errors"),
        ("sync/merging.py", "import forum_desktop.services.opinions"),
        ("app.py", "from forum_desktop.db.database import Database"),
        ("ui/planted.py", "from forum_desktop.db import opinions"),
        ("cli.py", "from reportlab import pdfgen"),
        ("services/identity_card.py", "from smartcard import scard"),
        ("smartcard/reader.py", "from forum_desktop.db.database import Database"),
        ("ui/planted.py", "from forum_desktop.smartcard import reader"),
        ("services/complaints/parts.py", "import pyrage"),
        ("ui/planted.py", "from PIL import Image"),
        ("sealing/age.py", "from forum_desktop.db.database import Database"),
        ("documents/planted.py", "from forum_desktop import sealing"),
    ],
)
def test_a_planted_wrong_arrow_is_found(tmp_path: Path, place: str, line: str) -> None:
    target = tmp_path / place
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(line, encoding="utf-8")
    assert len(list(wrong_arrows(tmp_path))) == 1


def test_files_and_functions_stay_small() -> None:
    for path in (*PACKAGE.rglob("*.py"), *ROOT.glob("benchmarks/*.py"), ROOT / "start.py"):
        text = path.read_text(encoding="utf-8")
        assert len(text.splitlines()) <= LONGEST_FILE, path
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                assert length <= LONGEST_FUNCTION, f"{path}: {node.name}"


@pytest.mark.parametrize(
    "words",
    [
        ["--version"],
        ["check"],
        ["new", "--pack", "khon-kaen-2565"],
        ["import", "attendees", "people.csv"],
        ["hq", "report"],
    ],
)
def test_headless_commands_load_no_qt(tmp_path: Path, words: list[str]) -> None:
    script = (
        "import sys\n"
        "from forum_desktop.cli import main\n"
        "try:\n    main(sys.argv[1:])\n"
        "except SystemExit:\n    pass\n"
        "sys.exit('PySide6' in sys.modules)"
    )
    command = [sys.executable, "-c", script, *words, "--data-dir", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_the_first_page_loads_no_database_layer(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "import forum_desktop.ui.main_window\n"
        "from pathlib import Path\n"
        "from forum_desktop import services\n"
        f"services.start.glance(Path({str(tmp_path)!r}))\n"
        "sys.exit('sqlalchemy' in sys.modules or 'pypdfium2' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
