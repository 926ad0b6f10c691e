"""Python without a network and without other folders: any call that would go out ends it."""

import ctypes
import os
import platform
import struct
import sys
from pathlib import Path

_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
_SOCKET = {"x86_64": 41, "aarch64": 198}
"""The number of socket(2), by machine (the kernel's unistd tables)."""
_WORLD = (2, 10)
"""AF_INET and AF_INET6; a socket to the screen or to another program of this laptop is none."""
_KILL, _ALLOW = 0x80000000, 0x7FFF0000
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
_NUMBER_AT, _FAMILY_AT = 0, 16
_EVENTS = ("socket.connect", "socket.getaddrinfo", "socket.gethostby", "socket.bind")

CAN_FORBID = sys.platform == "linux" and platform.machine() in _SOCKET


class WentOut(BaseException):
    """The program asked for the network or a foreign folder; no `except Exception` hides it."""


def stay_alone() -> None:
    """Let Python's own calls raise, and everybody's (libraries, children) end the process."""
    sys.addaudithook(_refuse)
    if CAN_FORBID:
        _forbid_sockets()


def write_only_into(folder: Path) -> None:
    """Let Python raise where it makes a file anywhere but in a folder (its own bytecode aside)."""

    def refuse(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_CREAT:
            path = os.fsdecode(arguments[0]) if isinstance(arguments[0], str | bytes) else ""
            if "__pycache__" not in path and not path.startswith(str(folder)):
                raise WentOut(path)

    sys.addaudithook(refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(_EVENTS) and not _is_local(arguments):
        raise WentOut(event)


def _is_local(arguments: tuple[object, ...]) -> bool:
    return getattr(arguments[0], "family", None) == 1  # AF_UNIX


def _forbid_sockets() -> None:
    """Lay a filter of the kernel on this process and all it starts (seccomp(2))."""
    lines = (
        (_LOAD, 0, 0, _NUMBER_AT),
        (_EQUAL, 0, 4, _SOCKET[platform.machine()]),
        (_LOAD, 0, 0, _FAMILY_AT),
        (_EQUAL, 1, 0, _WORLD[0]),
        (_EQUAL, 0, 1, _WORLD[1]),
        (_RETURN, 0, 0, _KILL),
        (_RETURN, 0, 0, _ALLOW),
    )
    code = b"".join(struct.pack("HBBI", *line) for line in lines)
    held = ctypes.create_string_buffer(code)
    program = struct.pack("HxxxxxxP", len(lines), ctypes.addressof(held))
    kernel = ctypes.CDLL(None, use_errno=True)
    if kernel.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) or kernel.prctl(_SECCOMP, _FILTER, program):
        raise OSError(ctypes.get_errno(), "the filter was refused")
