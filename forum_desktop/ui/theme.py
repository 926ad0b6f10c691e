"""How the window looks: one table of tokens, a palette, a short style sheet, a Thai font.

The table is chosen when the window's code is loaded; another look begins with the next start.
"""

from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from forum_desktop.look import worn
from forum_desktop.paths import resource
from forum_desktop.ui.tokens import LIGHT, Tokens, tokens_of

FONT_FAMILY = "Forum Sans Thai"
_ON_BRIGHT = {"arrow": "chevron-down.svg", "tick": "check-on.svg"}
_ON_DARK = {"arrow": "chevron-down-on-dark.svg", "tick": "check-on-dark.svg"}
_FONT_FILES = ("ForumSansThai-Regular.ttf", "ForumSansThai-Bold.ttf")


TOKENS = tokens_of(worn())


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
    is_bright = tokens.surface == LIGHT.surface
    pictures = _ON_BRIGHT if is_bright else _ON_DARK
    paths = {name: f'"{resource("icons", file).as_posix()}"' for name, file in pictures.items()}
    names["smallest"] = tokens.small - 2
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
