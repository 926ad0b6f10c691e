"""What scenes share: the ground, the band at the head, and where the rest goes."""

from PySide6.QtCore import QRectF

from forum_desktop.ui.hall.chalk import Chalk
from forum_desktop.ui.theme import TOKENS

_BAND = 2.3


def draw_band(chalk: Chalk, area: QRectF, title: str, color: str = TOKENS.primary_deep) -> QRectF:
    """Draw the band with a title and return the area under it, inside its margins."""
    unit = chalk.unit
    band = QRectF(area.left(), area.top(), area.width(), unit * _BAND)
    chalk.fill(area, TOKENS.surface)
    chalk.fill(band, color)
    inner = band.adjusted(unit, unit * 0.2, -unit, -unit * 0.2)
    chalk.fit(
        inner,
        title,
        largest=1.25,
        smallest=0.72,
        bold=True,
        color=TOKENS.on_primary,
        centered=True,
    )
    return QRectF(
        area.left() + unit,
        band.bottom() + unit * 0.6,
        area.width() - 2 * unit,
        area.bottom() - band.bottom() - unit * 1.1,
    )
