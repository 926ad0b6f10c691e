"""PDF/A-1b by an independent validator, where one is named.

The environment variable PDFA_VALIDATOR holds a command that takes a file and exits with 0
for a valid one, such as Apache PDFBox Preflight (docs/decisions/0006-archive-grade.md).
"""

import os
import shlex
import subprocess
from pathlib import Path

import pytest

from forum_desktop.documents.minutes import lay_out
from forum_desktop.documents.pdf import Flavour
from forum_desktop.wording import Wording
from tests.documents.factory import make_content
from tests.documents.test_archive import drawn

VALIDATOR = os.environ.get("PDFA_VALIDATOR", "")


@pytest.mark.skipif(not VALIDATOR, reason="no PDFA_VALIDATOR is named")
def test_an_independent_validator_finds_nothing_wrong(tmp_path: Path) -> None:
    minutes = lay_out(make_content(), Wording("th")).pdf(Flavour.A_1B)
    for name, data in {"drawn": drawn(Flavour.A_1B), "minutes": minutes}.items():
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(data)
        done = subprocess.run([*shlex.split(VALIDATOR), path], capture_output=True, check=False)
        assert done.returncode == 0, done.stdout.decode()
