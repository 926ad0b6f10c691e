"""The command line: opens the window, or runs a headless command."""

import sys

from forum_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
