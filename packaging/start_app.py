"""Where the installed app begins."""

import sys

from forum_desktop.cli import main

sys.exit(main())
