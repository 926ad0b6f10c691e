"""A view that stands in the place of what else is there, until it is left."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class StandIn:
    """Hides the others of its place while its view is shown, and gives the place back."""

    def __init__(self, place: QVBoxLayout, view: QWidget) -> None:
        self._place, self._view = place, view
        self._hidden: list[QWidget] = []
        view.hide()
        place.addWidget(view)

    def take_place(self) -> None:
        """Hide what is shown; the view is shown by whoever fills it."""
        for at in range(self._place.count()):
            item = self._place.itemAt(at)
            widget = item.widget() if item is not None else None
            if widget is not None and widget is not self._view and not widget.isHidden():
                widget.hide()
                self._hidden.append(widget)

    def give_back(self) -> None:
        """Show what was there before."""
        self._view.hide()
        for widget in self._hidden:
            widget.show()
        self._hidden = []
