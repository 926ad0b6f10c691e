"""What a forum does alone, in a process of its own: `lonely_child WORK FOLDER`."""

import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.hygiene.lonely import stay_alone, write_only_into


def hold(folder: Path) -> int:
    """Hold the reference forum and write every document."""
    from forum_desktop.cli import main  # noqa: PLC0415 - after the filter

    words = ["demo", "--out", str(folder / "out"), "--data-dir", str(folder / "data")]
    return main(words)


def look_after(folder: Path) -> int:
    """Check, back up and restore the file, and export single documents."""
    from forum_desktop.cli import main  # noqa: PLC0415 - after the filter

    here, copy = ["--data-dir", str(folder / "data")], str(folder / "copy.db")
    forum = hold(folder)
    exports = [
        ["export", kind, "--out", str(folder / f"{kind}.{ending}")]
        for kind, ending in (("minutes", "docx"), ("projects", "xlsx"), ("opinions", "json"))
    ]
    acts = (["check"], ["backup", "--out", copy], *exports, ["restore", copy], ["check"])
    return forum or max(main([*act, *here]) for act in acts)


def open_window(folder: Path) -> int:
    """Open the window on a held forum and visit every page."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    held = hold(folder)
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - after the filter
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from forum_desktop import app, services  # noqa: PLC0415
    from forum_desktop.ui.pages import PageName  # noqa: PLC0415
    from forum_desktop.wording import Wording  # noqa: PLC0415

    application = QApplication([])
    window = app.build(folder / "data", Wording("th"), application)
    (forum,) = services.start.glance(folder / "data")
    pages = iter(PageName)

    def visit() -> None:
        if window.overview is None:
            window.open_forum(forum.id)
        elif (page := next(pages, None)) is not None:
            window.visit(page)
        else:
            window.close()
            application.quit()

    window.show()
    turns = QTimer(interval=200)
    turns.timeout.connect(visit)
    turns.start()
    application.exec()
    return held


def write_elsewhere(_folder: Path) -> int:
    """Make a temporary file as a careless library does."""
    with tempfile.NamedTemporaryFile():
        return 0


def call_out(_folder: Path) -> int:
    """Ask for the network as Python does."""
    socket.create_connection(("127.0.0.1", 9), timeout=1)
    return 0


def call_out_natively(_folder: Path) -> int:
    """Ask for the network as a library does that Python knows nothing of."""
    import ctypes  # noqa: PLC0415

    ctypes.CDLL(None).socket(2, 1, 0)
    return 0


def call_out_by_another(_folder: Path) -> int:
    """Let another program ask for the network."""
    script = "import socket; socket.socket()"
    return subprocess.run([sys.executable, "-c", script], check=False).returncode


if __name__ == "__main__":
    stay_alone()
    write_only_into(Path(sys.argv[2]))
    sys.exit(globals()[sys.argv[1]](Path(sys.argv[2])))
