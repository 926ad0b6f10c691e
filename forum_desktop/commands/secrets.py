"""The passphrase of a command: from a file or the environment, never from its arguments.

Arguments of a running program can be read by everybody on the laptop.
"""

import os
from argparse import SUPPRESS, ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from forum_desktop.errors import Refusal
from forum_desktop.files import read_small

if TYPE_CHECKING:
    from forum_desktop.records.secret import Secret

PASSPHRASE_VARIABLE = "FORUM_PASSPHRASE"  # noqa: S105 - a name, not a secret
_MOST_BYTES = 4096


def add_secrets(command: ArgumentParser) -> None:
    """Take the words that name where a passphrase or a printed code lies."""
    command.add_argument("--passphrase-file", type=Path, default=SUPPRESS, metavar="FILE")
    command.add_argument("--code-file", type=Path, default=SUPPRESS, metavar="FILE")


def secret_of(arguments: Namespace) -> "Secret | None":
    """Return what the user told, or None; a file goes before the environment.

    The variable is taken out of the environment, so that no program we start inherits it.
    Raises Refusal("passphrase_file.not_found", ".not_readable", ".too_big" or ".empty").
    """
    # Here, as the window starts without it wherever nothing is protected.
    from forum_desktop.records.secret import Secret  # noqa: PLC0415

    told = os.environ.pop(PASSPHRASE_VARIABLE, None)
    if path := getattr(arguments, "code_file", None):
        return Secret(read_secret(path), is_code=True)
    if path := getattr(arguments, "passphrase_file", None):
        return Secret(read_secret(path))
    return Secret(told) if told else None


def read_secret(path: Path) -> str:
    """Return the first line of a file; raises as `secret_of`."""
    content = read_small(path, _MOST_BYTES, "passphrase_file")
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise Refusal("passphrase_file.not_readable", file=path.name, reason="UTF-8") from error
    if not lines or not lines[0].strip():
        raise Refusal("passphrase_file.empty", file=path.name)
    return lines[0]
