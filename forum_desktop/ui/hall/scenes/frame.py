"""What scenes share: the ground, the band at the head, and where the rest goes."""

from PySide6.QtCore import QRectF

from forum_desktop.ui.hall.chalk import SMALLEST, Chalk
from forum_desktop.ui.pen import CENTER
from forum_desktop.ui.theme import TOKENS

_BAND, _TALL_BAND = 2.2, 2.9
_SIGN = 2.8
"""Room at the right of the band for which page of how many is shown."""


def draw_band(chalk: Chalk, area: QRectF, title: str, color: str = TOKENS.primary_deep) -> QRectF:
    """Draw the band with a title and return the area under it, inside its margins."""
    unit = chalk.unit
    wide = area.width() - unit * (2 + _SIGN)
    is_long = chalk.set(title, wide, 1, bold=True).lines > 1
    high = unit * (_TALL_BAND if is_long else _BAND)
    band = QRectF(area.left(), area.top(), area.width(), high)
    chalk.fill(area, TOKENS.surface)
    chalk.fill(band, color)
    inner = QRectF(band.left() + unit, band.top() + unit * 0.1, wide, high - unit * 0.2)
    chalk.fit(inner, title, largest=1.3, bold=True, color=TOKENS.on_primary, centered=True)
    return QRectF(
        area.left() + unit,
        band.bottom() + unit * 0.5,
        area.width() - 2 * unit,
        area.bottom() - band.bottom() - unit * 0.9,
    )


def draw_part(chalk: Chalk, area: QRectF) -> None:
    """Say at the upper right which page is shown, where there are several."""
    if chalk.parts == 1:
        return
    unit = chalk.unit
    wide, high = unit * (_SIGN - 0.4), unit * 1.4
    sign = QRectF(area.right() - wide - unit * 0.6, area.top() + unit * 0.4, wide, high)
    chalk.box(sign, TOKENS.surface)
    said = f"{min(chalk.part + 1, chalk.parts)}/{chalk.parts}"
    chalk.write(sign, said, size=SMALLEST, bold=True, color=TOKENS.primary_deep, side=CENTER)
