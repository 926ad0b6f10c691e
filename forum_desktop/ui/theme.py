"""How the window looks: one table of tokens, a palette, a short style sheet, a Thai font."""

from string import Template
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from forum_desktop.paths import resource

FONT_FAMILY = "Forum Sans Thai"
_FONT_FILES = ("ForumSansThai-Regular.ttf", "ForumSansThai-Bold.ttf")


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

TOKENS = LIGHT


def strategy_color(number: int) -> str:
    """Return the colour of the `number`-th strategy; 0 means not yet sorted."""
    if number < 1:
        return TOKENS.ink_soft
    return TOKENS.strategies[(number - 1) % len(TOKENS.strategies)]


def dress(application: QApplication) -> None:
    """Give the application the font and the palette."""
    for name in _FONT_FILES:
        QFontDatabase.addApplicationFont(str(resource("fonts", "screen", name)))
    application.setFont(font(TOKENS.body))
    application.setPalette(_palette(TOKENS))


def dress_widgets(application: QApplication) -> None:
    """Give the widgets their style sheet: once they all stand, not anew at each step."""
    application.setStyleSheet(style_sheet(TOKENS))


def font(pixels: int, *, bold: bool = False) -> QFont:
    """Return the screen font at a size in pixels."""
    made = QFont(FONT_FAMILY)
    made.setPixelSize(pixels)
    made.setBold(bold)
    return made


def style_sheet(tokens: Tokens) -> str:
    """Return the style sheet with the tokens filled in."""
    sheet = resource("style", "window.qss").read_text(encoding="utf-8")
    names = {name: value for name, value in tokens._asdict().items() if name != "strategies"}
    pictures = {"arrow": "chevron-down.svg", "tick": "check-on.svg"}
    paths = {name: f'"{resource("icons", file).as_posix()}"' for name, file in pictures.items()}
    return Template(sheet).substitute(names, **paths)


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    colors = {
        role.Window: tokens.canvas,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.sunken,
        role.Button: tokens.surface,
        role.WindowText: tokens.ink,
        role.Text: tokens.ink,
        role.ButtonText: tokens.ink,
        role.PlaceholderText: tokens.ink_soft,
        role.Highlight: tokens.primary,
        role.HighlightedText: tokens.on_primary,
        role.ToolTipBase: tokens.ink,
        role.ToolTipText: tokens.surface,
        role.Link: tokens.primary,
    }
    palette = QPalette()
    for part, color in colors.items():
        palette.setColor(part, QColor(color))
    palette.setColor(QPalette.ColorGroup.Disabled, role.ButtonText, QColor(tokens.line_strong))
    return palette
