"""Set a story with WeasyPrint: `python weasyprint_peer.py STORY.json OUT.pdf FONTS`."""

import html
import json
import sys
from pathlib import Path
from typing import Any

import weasyprint

HEAD = """<!DOCTYPE html><html lang="th"><meta charset="utf-8"><style>
@font-face {{ font-family: Sarabun; src: url({regular}); }}
@font-face {{ font-family: Sarabun; font-weight: bold; src: url({bold}); }}
@page {{ size: A4; margin: 2.5cm 2cm 2cm 3cm; @top-center {{ content: "- " counter(page) " -"; }} }}
body {{ font: 10.9pt/18pt Sarabun; text-align: justify; }}
p {{ margin: 0; text-indent: 2.5cm; }} td, th {{ border: 0.5pt solid; padding: 2pt 5pt; }}
table {{ border-collapse: collapse; width: 100%; }}
</style>"""


def markup(part: dict[str, Any]) -> str:
    """Return a part of the story as the engine reads it."""
    if part["kind"] == "table":
        head, *body = ["<tr>" + "".join(map(cell, row)) + "</tr>" for row in part["rows"]]
        return f"<table><thead>{head}</thead>{''.join(body)}</table>"
    name = {"title": "h1", "heading": "h2", "subheading": "h3"}.get(part["kind"], "p")
    return f"<{name}>{html.escape(part['text'])}</{name}>"


def cell(text: str) -> str:
    """Return a cell of a table."""
    return f"<td>{html.escape(text)}</td>"


story, out, fonts = (Path(word) for word in sys.argv[1:4])
faces = {name: (fonts / f"Sarabun-{name.title()}.ttf").as_uri() for name in ("regular", "bold")}
parts = json.loads(story.read_text(encoding="utf-8"))
weasyprint.HTML(string=HEAD.format(**faces) + "".join(map(markup, parts))).write_pdf(out)
