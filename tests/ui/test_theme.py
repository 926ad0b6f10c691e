"""Legible on a bad screen: contrast of every pair of colours, and no Thai mark cut off."""

import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication

from forum_desktop.look import Look, Theme
from forum_desktop.paths import resource
from forum_desktop.ui.icons import picture
from forum_desktop.ui.theme import FONT_FAMILY, TOKENS, dress, font
from forum_desktop.ui.tokens import tokens_of

PAIRS = (
    ("ink", "canvas"),
    ("ink", "surface"),
    ("ink_soft", "canvas"),
    ("ink_soft", "surface"),
    ("ink_soft", "sunken"),
    ("ink_soft", "line"),
    ("primary", "surface"),
    ("primary_deep", "primary_soft"),
    ("on_primary", "primary"),
    ("on_primary", "primary_deep"),
    ("sidebar_ink", "sidebar"),
    ("sidebar_ink", "sidebar_active"),
    ("sidebar_soft", "sidebar"),
    ("sidebar_soft", "sidebar_active"),
    ("good", "good_soft"),
    ("good", "surface"),
    ("warn", "warn_soft"),
    ("bad", "bad_soft"),
    ("bad", "surface"),
)


LOOKS = {theme: tokens_of(Look(theme)) for theme in Theme}


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_stands_out(theme: Theme, ink: str, ground: str) -> None:
    tokens = LOOKS[theme]
    least = 7 if theme is Theme.CONTRAST else 4.5
    assert _contrast(getattr(tokens, ink), getattr(tokens, ground)) >= least


@pytest.mark.parametrize("theme", Theme)
def test_strategy_colours_carry_text_and_stand_on_the_surface(theme: Theme) -> None:
    tokens = LOOKS[theme]
    for color in tokens.strategies:
        assert _contrast(color, tokens.on_primary) >= 4.5
        assert _contrast(color, tokens.surface) >= 4.5


@pytest.mark.parametrize("theme", Theme)
def test_edges_of_fields_are_seen(theme: Theme) -> None:
    assert _contrast(LOOKS[theme].line_strong, LOOKS[theme].surface) >= 3


def test_larger_texts_are_larger() -> None:
    usual, larger = tokens_of(Look()), tokens_of(Look(text=130))
    assert (usual.body, larger.body) == (16, 21)
    assert larger.canvas == usual.canvas


@pytest.mark.parametrize("is_bold", [False, True])
@pytest.mark.parametrize("pixels", [TOKENS.small, TOKENS.body, TOKENS.title, TOKENS.display])
@pytest.mark.parametrize("text", ["ปี่", "ปั๊ม", "กิ๊ก", "ญู", "ฐู", "ฎู", "ฏู", "น้ำ", "Ágj"])
def test_no_mark_is_cut(qapp: QApplication, text: str, pixels: int, *, is_bold: bool) -> None:
    dress(qapp)
    using = font(pixels, bold=is_bold)
    assert QFontInfo(using).family() == FONT_FAMILY
    metrics = QFontMetrics(using)
    ink = _ink_rows(text, pixels, is_bold=is_bold)
    assert ink.start >= 0
    assert ink.stop <= metrics.height()


def test_icons_take_the_colour_asked_for(qapp: QApplication) -> None:
    image = picture("check-on", "#ff0000").toImage()
    assert not image.isNull()
    image = picture("landmark", "#ff0000").toImage()
    seen = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert seen == {"#ff0000"}


def test_licences_lie_beside_what_they_cover() -> None:
    assert "SIL Open Font License" in resource("fonts", "screen", "OFL.txt").read_text("utf-8")
    assert "ISC License" in resource("icons", "LICENSE.txt").read_text("utf-8")


def _ink_rows(text: str, pixels: int, *, is_bold: bool) -> range:
    """Return the rows with ink, counted from the top of the line."""
    room = 3 * pixels
    image = QImage(12 * pixels, 2 * room, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    using = font(pixels, bold=is_bold)
    painter.setFont(using)
    painter.drawText(pixels, room, text)
    painter.end()
    dark = [y for y in range(image.height()) if _has_ink(image, y)]
    top = room - QFontMetrics(using).ascent()
    return range(dark[0] - top, dark[-1] + 1 - top)


def _has_ink(image: QImage, row: int) -> bool:
    # Faint grey is the smoothing of an edge, not a stroke.
    return any(image.pixelColor(x, row).lightness() < 160 for x in range(image.width()))


def _contrast(first: str, second: str) -> float:
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    parts = QColor(color).getRgbF()[:3]  # type: ignore[index]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)
