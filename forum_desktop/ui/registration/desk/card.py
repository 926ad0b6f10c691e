"""The identity card at the desk: title and names, and nothing else of it."""

from typing import TYPE_CHECKING

from forum_desktop import services
from forum_desktop.thai.folding import fold_tight
from forum_desktop.thai.names import SplitName

if TYPE_CHECKING:
    from forum_desktop.records.people import Attendee, AttendeeRow, CardName
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.registration.desk.view import DeskView


class CardDesk:
    """Reads when asked: who is known is found, who is not stands in the form."""

    def __init__(self, view: "DeskView") -> None:
        self._view, self._page = view, view.page

    def look(self) -> None:
        """Show the button only where a card can be read."""
        button = self._view.side.card_button
        self._page.look_up(lambda _: services.identity_card.is_available(), button.setVisible)

    def read(self) -> None:
        """Read the card that lies in the reader."""
        if not self._view.side.card_button.isVisibleTo(self._view.side):
            return
        forum_id, session = self._page.forum_id, self._page.session

        def read_and_find(desk: "Desk") -> "tuple[CardName, tuple[AttendeeRow, ...]]":
            name = services.identity_card.read_card()
            typed = f"{name.first_name} {name.last_name}".strip()
            found = services.registration.find_attendees(desk, forum_id, typed, 2, session)
            return name, found

        self._page.look_up(read_and_find, lambda told: self._show(*told))

    def _show(self, name: "CardName", found: "tuple[AttendeeRow, ...]") -> None:
        # Whose name is only alike is not taken for her: Enter would check that one in.
        is_known = any(_is_named(row.attendee, name) for row in found)
        if is_known and self._view.is_at_list:
            self._view.box.setText(f"{name.first_name} {name.last_name}".strip())
            self._view.back()
        else:
            parts = SplitName(name.title, name.first_name, name.last_name)
            self._view.newcomer.begin_with(parts)


def _is_named(person: "Attendee", name: "CardName") -> bool:
    said, known = (fold_tight(f"{one.first_name}{one.last_name}") for one in (name, person))
    return said == known
