"""Set a story with Typst: `python typst_peer.py STORY.json OUT.pdf FONTS`."""

import json
import sys
from pathlib import Path
from typing import Any

import typst

HEAD = """#set page(paper: "a4", margin: (left: 3cm, right: 2cm, top: 2.5cm, bottom: 2cm),
  numbering: "- 1 -", number-align: center + top)
#set text(font: "Sarabun", size: 10.9pt, lang: "th")
#set par(justify: true, leading: 0.72em, first-line-indent: (amount: 2.5cm, all: true))
"""
SPECIAL = "\\#$*_`@<>=-+/[]~'\""


def escape(text: str) -> str:
    """Return text that means nothing to Typst."""
    return "".join(f"\\{c}" if c in SPECIAL else c for c in text.replace("\n", " "))


def markup(part: dict[str, Any]) -> str:
    """Return a part of the story as the engine reads it."""
    if part["kind"] == "table":
        return table(part["rows"])
    lead = {"title": "= ", "heading": "== ", "subheading": "=== "}.get(part["kind"], "")
    return lead + escape(part["text"])


def table(rows: list[list[str]]) -> str:
    """Return a table whose first row is its head."""
    head, *body = ["".join(f"[{escape(cell)}]," for cell in row) for row in rows]
    return f"#table(columns: {len(rows[0])}, table.header({head})\n,{''.join(body)})"


story, out, fonts = (Path(word) for word in sys.argv[1:4])
source = HEAD + "\n\n".join(markup(p) for p in json.loads(story.read_text(encoding="utf-8")))
written = out.with_suffix(".typ")
written.write_text(source, encoding="utf-8")
typst.compile(str(written), output=str(out), font_paths=[str(fonts)])
