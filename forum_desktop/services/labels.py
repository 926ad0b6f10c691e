"""The sheets of labels that badges can be printed on: data in `resources/labels`."""

import tomllib
from functools import cache
from pathlib import Path

from forum_desktop.errors import Refusal
from forum_desktop.paths import resource
from forum_desktop.records.badges import LabelLayout, LabelUse


@cache
def list_layouts() -> tuple[LabelLayout, ...]:
    """Return the layouts that come with the app, the usual one first."""
    # The number before a file's name is its place in the list; the rest is the key.
    return tuple(_read(path) for path in sorted(resource("labels").glob("*.toml")))


def find_layout(key: str) -> LabelLayout:
    """Return a layout by its key, the first for an empty one.

    Raises Refusal("document.layout_unknown") where no layout has that key.
    """
    layouts = {layout.key: layout for layout in list_layouts()}
    if key and key not in layouts:
        raise Refusal("document.layout_unknown", name=key, known=", ".join(layouts))
    return layouts[key] if key else list_layouts()[0]


def _read(path: Path) -> LabelLayout:
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    key = path.stem.partition("-")[2]
    return LabelLayout(**values | {"key": key, "use": LabelUse(values["use"])})
