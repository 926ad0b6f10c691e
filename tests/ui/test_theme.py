"""Legible on a bad screen: contrast of every pair of colours, and no Thai mark cut off."""

import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication

from forum_desktop.paths import resource
from forum_desktop.ui.icons import picture
from forum_desktop.ui.theme import FONT_FAMILY, TOKENS, dress, font, strategy_color

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


@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_stands_out(ink: str, ground: str) -> None:
    assert _contrast(getattr(TOKENS, ink), getattr(TOKENS, ground)) >= 4.5


@pytest.mark.parametrize("number", range(10))
def test_strategy_colours_carry_white_text_and_stand_on_white(number: int) -> None:
    assert _contrast(strategy_color(number), TOKENS.on_primary) >= 4.5


def test_edges_of_fields_are_seen() -> None:
    assert _contrast(TOKENS.line_strong, TOKENS.surface) >= 3


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
