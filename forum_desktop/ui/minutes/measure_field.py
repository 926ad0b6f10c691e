"""A field for a length in centimetres, typed as people write it: 2.5, 2,5, ๒.๕."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from forum_desktop.thai.digits import to_arabic_digits


class MeasureField(QLineEdit):
    """Tells `changed` a new length when it is left; what is no length goes to `faulty`."""

    def __init__(self, changed: Callable[[float], object], faulty: Callable[[], object]) -> None:
        super().__init__()
        self._kept: float | None = None
        self._changed, self._faulty = changed, faulty
        self.setMaxLength(8)
        self.editingFinished.connect(self._finish)

    def show_length(self, length: float) -> None:
        """Show the length that is kept."""
        self._kept = length
        self.setText(f"{length:g}")

    def _finish(self) -> None:
        length = _length(self.text())
        if length is None:
            self._faulty()
        elif length != self._kept:
            self._kept = length
            self._changed(length)


def _length(typed: str) -> float | None:
    plain = to_arabic_digits(typed).strip().replace(",", ".")
    whole, _, part = plain.partition(".")
    is_number = (whole + part).isdecimal() and (whole + part).isascii()
    return float(plain) if is_number and whole else None
