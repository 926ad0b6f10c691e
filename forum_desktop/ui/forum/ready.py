"""Ready for the hall? One light, and a line for each thing that was looked at."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QRadialGradient
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from forum_desktop.ui.controls import Text, button, card, column, row
from forum_desktop.ui.folding import ENTER
from forum_desktop.ui.icons import picture
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.records.preflight import Around, Finding, Preflight
    from forum_desktop.ui.words import Words

_SYMBOLS = {
    "green": "circle-check",
    "amber": "triangle-alert",
    "red": "x",
    "unknown": "info",
}
_LAMP, _SYMBOL, _NAME_WIDTH = 72, 20, 150


def color_of(light: str) -> str:
    """Return the colour of a light."""
    inks = {"green": TOKENS.good, "amber": TOKENS.warn, "red": TOKENS.bad}
    return inks.get(light, TOKENS.ink_soft)


class Lamp(QWidget):
    """One light; its sentence stands beside it, so that the colour is never alone."""

    def __init__(self) -> None:
        super().__init__()
        self._color = TOKENS.line_strong
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for a square."""
        return QSize(_LAMP, _LAMP)

    def show_light(self, light: str) -> None:
        """Shine in the colour of a light, or not at all."""
        ink = QColor(color_of(light) if light else TOKENS.line_strong)
        # Inks are dark enough to be read; a lamp of the same hue shines.
        self._color = QColor.fromHsvF(ink.hueF(), 0.75, 0.85).name() if light else ink.name()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lamp."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(_LAMP / 2, _LAMP / 2)
        shine = QRadialGradient(middle - QPointF(8, 10), _LAMP / 1.6)
        shine.setColorAt(0, QColor(self._color).lighter(135))
        shine.setColorAt(1, QColor(self._color))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shine)
        painter.drawEllipse(middle, _LAMP / 2 - 3, _LAMP / 2 - 3)
        painter.end()


class Ready(QFrame):
    """Shows the findings; Enter looks again, Escape goes back."""

    def __init__(
        self, words: "Words", look_again: Callable[[], object], leave: Callable[[], object]
    ) -> None:
        super().__init__()
        self._words, self._look_again, self._leave = words, look_again, leave
        self._found: Preflight | None = None
        self.lamp, self.verdict, self.more = Lamp(), Text("title", wraps=True), Text("soft")
        self.again_button = button(words, "preflight.again", look_again, look="primary")
        self.back_button = button(words, "preflight.back", leave)
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 8, 0)
        self._lines.setSpacing(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("keys", "here")
        words.tell(self.setAccessibleName, "preflight.open")
        self._lay_out()

    def begin(self) -> None:
        """Say that the laptop is being looked over."""
        self.verdict.say(self._words("preflight.looking"))
        self.more.say("")
        self.lamp.show_light("")
        self.show()
        self.setFocus()

    def show_found(self, found: "Preflight") -> None:
        """Show what was found, what must be put right first."""
        self._found = found
        self.lamp.show_light(found.light)
        self.verdict.say(self._words(f"preflight.light.{found.light}"))
        order = ("red", "amber", "green", "unknown")
        findings = sorted(found.findings, key=lambda one: order.index(one.light))
        good = sum(one.light == "green" for one in findings)
        self.more.say(self._words("preflight.counted", good=good, all=len(findings)))
        self._forget_lines()
        for finding in findings:
            self._lines.addWidget(self._line(finding))
        self._lines.addStretch(1)

    def said(self) -> tuple[str, ...]:
        """Return the lines as they stand there, the name of each thing before its sentence."""
        return tuple(text.said() for text in self.findChildren(Text) if text.property("finding"))

    def retranslate(self) -> None:
        """Say again what was found."""
        if self._found is not None:
            self.show_found(self._found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look again by Enter, go back by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in ENTER:
            self._look_again()
        else:
            super().keyPressEvent(event)

    def _line(self, finding: "Finding") -> QWidget:
        mark, name, told = QLabel(), Text("field"), Text("body", wraps=True)
        mark.setPixmap(picture(_SYMBOLS[finding.light], color_of(finding.light), _SYMBOL))
        mark.setAccessibleName(self._words(f"preflight.mark.{finding.light}"))
        name.say(self._words(f"preflight.{finding.what}"))
        name.setFixedWidth(_NAME_WIDTH)
        told.say(self._words(finding.key, **dict(finding.details)))
        told.setProperty("finding", True)
        line = QWidget()
        line.setProperty("look", "clear")
        within = row(mark, name, told, gap=10)
        within.setStretch(2, 1)
        within.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        within.setAlignment(name, Qt.AlignmentFlag.AlignTop)
        line.setLayout(within)
        return line

    def _forget_lines(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _lay_out(self) -> None:
        said = column(self.verdict, self.more, gap=2)
        head = row(self.lamp, said, gap=18)
        head.setStretch(1, 1)
        inside = QWidget()
        inside.setProperty("look", "clear")
        inside.setLayout(self._lines)
        rolling = QScrollArea()
        rolling.setWidgetResizable(True)
        rolling.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rolling.setWidget(inside)
        whole = card(
            head, rolling, row(self.again_button, self.back_button, None), gap=14, widest=1
        )
        self.setLayout(column(whole))


def seen_around() -> "Around":
    """Return the screens and printers that the window's system knows."""
    from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - 20 ms, only when asked

    from forum_desktop.records.preflight import Around  # noqa: PLC0415

    return Around(
        screens=len(QGuiApplication.screens()),
        printers=tuple(QPrinterInfo.availablePrinterNames()),
    )
