"""What the running program keeps to itself: its files, its memory, and what libraries say."""

import os
import sys
import warnings

_OWN_FILES_ONLY = 0o077
_NO_CORE = 1
"""Bytes. Nothing fits into one; and a limit of 1, unlike 0, also keeps Linux from handing the
memory to a program that collects it (the kernel's fs/coredump.c, `limit == 1`)."""
_WITHOUT_DIALOG = 0x0001 | 0x0002
"""SEM_FAILCRITICALERRORS and SEM_NOGPFAULTERRORBOX of Windows' SetErrorMode: no error report."""


def keep_private() -> None:
    """Let every file and folder made from now on be the user's alone, and leave no memory behind.

    A file that a library writes for itself is meant too; on Windows the profile's own access
    list does the same. What a library warns of may hold a cell of a table, so it is not printed.
    """
    os.umask(_OWN_FILES_ONLY)
    _leave_no_core()
    if not sys.warnoptions:
        warnings.showwarning = _say_nothing


def _leave_no_core() -> None:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only there

        ctypes.windll.kernel32.SetErrorMode(_WITHOUT_DIALOG)
        return
    import resource  # noqa: PLC0415 - not on Windows

    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    bound = _NO_CORE if most == resource.RLIM_INFINITY else min(_NO_CORE, most)
    resource.setrlimit(resource.RLIMIT_CORE, (bound, bound))


def _say_nothing(*_told: object, **_more: object) -> None:
    """Print no warning: its text is a library's, made of what it read."""
