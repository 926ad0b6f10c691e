"""Every colour and size of the window, a table for each look."""

from typing import NamedTuple

from forum_desktop.look import Look, Theme


class Tokens(NamedTuple):
    """Every colour and size of the window; another theme is another table. Sizes in pixels."""

    canvas: str
    surface: str
    sunken: str
    line: str
    line_strong: str
    ink: str
    ink_soft: str
    primary: str
    primary_deep: str
    primary_soft: str
    on_primary: str
    sidebar: str
    sidebar_hover: str
    sidebar_active: str
    sidebar_ink: str
    sidebar_soft: str
    mark: str
    lit: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    strategies: tuple[str, ...]
    small: int = 14
    body: int = 16
    lead: int = 18
    title: int = 22
    display: int = 34
    radius: int = 8
    gap: int = 12
    margin: int = 20


LIGHT = Tokens(
    canvas="#f2f5f8",
    surface="#ffffff",
    sunken="#f7f9fb",
    line="#d9e0e8",
    line_strong="#8292a2",
    ink="#15232e",
    ink_soft="#4a5a69",
    primary="#0b5c8c",
    primary_deep="#084567",
    primary_soft="#e4f0f8",
    on_primary="#ffffff",
    sidebar="#10293b",
    sidebar_hover="#18384f",
    sidebar_active="#214a66",
    sidebar_ink="#e9f0f5",
    sidebar_soft="#a9bdcb",
    mark="#f3b33d",
    lit="#ffe7a3",
    good="#17663a",
    good_soft="#e2f3e8",
    warn="#7d4a00",
    warn_soft="#fdf1da",
    bad="#9d231b",
    bad_soft="#fbe9e7",
    strategies=(
        "#75389a",
        "#0b63ae",
        "#1b7140",
        "#a94700",
        "#525d69",
        "#9c2263",
        "#006b75",
        "#6a5800",
        "#3d48ad",
    ),
)

DARK = Tokens(
    canvas="#0f1720",
    surface="#17212c",
    sunken="#121b25",
    line="#2b3947",
    line_strong="#71859a",
    ink="#e8eef4",
    ink_soft="#aebccb",
    primary="#6cb8ec",
    primary_deep="#9dd0f4",
    primary_soft="#1a3448",
    on_primary="#06131d",
    sidebar="#0a1119",
    sidebar_hover="#132331",
    sidebar_active="#1a3347",
    sidebar_ink="#e9f0f5",
    sidebar_soft="#a9bdcb",
    mark="#f3b33d",
    lit="#5c4a10",
    good="#6fd49a",
    good_soft="#12301f",
    warn="#f0bd6b",
    warn_soft="#33260d",
    bad="#ff9d92",
    bad_soft="#3b1a17",
    strategies=(
        "#c79be6",
        "#7db8f0",
        "#7fcf9f",
        "#f0a06a",
        "#aab6c2",
        "#ef93c2",
        "#5fc5ce",
        "#cdb94f",
        "#a3abf2",
    ),
)

CONTRAST = Tokens(
    canvas="#000000",
    surface="#000000",
    sunken="#0d0d0d",
    line="#565656",
    line_strong="#ffffff",
    ink="#ffffff",
    ink_soft="#ffffff",
    primary="#ffe600",
    primary_deep="#fff27a",
    primary_soft="#2b2700",
    on_primary="#000000",
    sidebar="#000000",
    sidebar_hover="#333333",
    sidebar_active="#443f00",
    sidebar_ink="#ffffff",
    sidebar_soft="#ffffff",
    mark="#00e5ff",
    lit="#5c4a00",
    good="#5cff9d",
    good_soft="#00210f",
    warn="#ffcf5c",
    warn_soft="#2a1c00",
    bad="#ff9f96",
    bad_soft="#330806",
    strategies=(
        "#dcb6ff",
        "#8fd0ff",
        "#7dffb2",
        "#ffb27a",
        "#d9d9d9",
        "#ff9fd6",
        "#6ff2ff",
        "#ffe873",
        "#b9c0ff",
    ),
)

_TABLES = {Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.CONTRAST: CONTRAST}
_TEXTS = ("small", "body", "lead", "title", "display")


def tokens_of(look: Look) -> Tokens:
    """Return the table of a look, its texts as large as asked for."""
    table = _TABLES[look.theme]
    sizes = {name: round(getattr(table, name) * look.text / 100) for name in _TEXTS}
    return table._replace(**sizes)
