"""The form of a person's facts: corrected in place, kept as a draft until saved."""

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLineEdit

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.ui.choice import TypedChoice
from forum_desktop.ui.controls import Text, button, restyle
from forum_desktop.ui.drafts import DraftKeeper
from forum_desktop.ui.news import Kind
from forum_desktop.ui.registration.person.facts import (
    MINOR,
    badge_of,
    facts_of,
    with_facts,
    yes,
)
from forum_desktop.ui.registration.person.form_layout import lay_out_form

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.pack import EventPack
    from forum_desktop.records.people import Attendee
    from forum_desktop.ui.page import Page

_LONGEST = 300
_DRAFT = "facts"
_PLACES = {"registration.title_doubled": "first_name", "registration.name_needed": "first_name"}


class FactsForm(QFrame):
    """Ctrl+Enter saves. What is typed and not saved comes back when she is shown again."""

    def __init__(self, page: "Page", saved: Callable[["Attendee"], object]) -> None:
        super().__init__()
        self.page, self._saved = page, saved
        self._base: Attendee | None = None
        self._pack: EventPack | None = None
        self._is_filling = False
        self.lines = {name: QLineEdit() for name in _LINES}
        self.choices = {name: TypedChoice() for name in _CHOICES}
        self.sector, self.minor = QComboBox(), QCheckBox()
        self.badge, self.remark = Text("lead"), Text("small", wraps=True)
        self.trouble = Text("body", wraps=True)
        self.save_button = button(
            page.words, "person.save", self.save, look="primary", symbol="pencil"
        )
        self.reset_button = button(page.words, "person.reset", self.reset, look="quiet")
        self.drafts = DraftKeeper(self, page.background, self._unsaved)
        lay_out_form(self)
        self._listen()

    def show_pack(self, pack: "EventPack") -> None:
        """Offer the sectors, communities and zones of a forum."""
        self._pack = pack
        self._is_filling = True
        self.choices["community"].offer(place.name for place in pack.communities)
        self.choices["zone"].offer(pack.zones)
        self.choices["on_behalf_of"].offer(place.name for place in pack.communities)
        self._offer_sectors(self.sector.currentData() or "")
        self._is_filling = False

    def show_person(self, attendee: "Attendee") -> None:
        """Show a person; what is typed of the same one and not saved stays."""
        is_other = self._base is None or self._base.id != attendee.id
        typed = {} if is_other else self.changes()
        self._base = attendee
        self._fill({**facts_of(attendee), **typed})
        self.badge.say(badge_of(attendee))
        if is_other:
            place = f"{attendee.forum_id}/person/{attendee.id}"
            self.drafts.move_to(place, lambda kept: self._restore(attendee.id, kept))

    def forget(self) -> bool:
        """Hand over what is typed and show nobody; tell whether something was not saved."""
        is_typed = bool(self.changes())
        self.drafts.keep_now()
        self._base = None
        self._fill({})
        self.badge.say("")
        return is_typed

    def retranslate(self) -> None:
        """Name the sectors in the current language."""
        if self._pack is not None:
            self.show_pack(self._pack)

    def changes(self) -> dict[str, str]:
        """Return the facts that differ from what is kept."""
        if self._base is None:
            return {}
        kept = facts_of(self._base)
        return {name: told for name, told in self.typed().items() if told.strip() != kept[name]}

    def typed(self) -> dict[str, str]:
        """Return every fact as it stands in the form."""
        told = {name: line.text() for name, line in self.lines.items()}
        told |= {name: choice.currentText() for name, choice in self.choices.items()}
        return {
            **told,
            "sector": self.sector.currentData() or "",
            MINOR: yes(self.minor.isChecked()),
        }

    def save(self) -> None:
        """Keep the corrected facts."""
        if self._base is None or not self.save_button.isEnabled():
            return
        corrected = with_facts(self._base, self.changes())
        self.save_button.setEnabled(False)
        self.page.act(
            self.drafts.cleared_after(
                lambda desk: services.registration.correct_attendee(desk, corrected)
            ),
            self._done,
            Kind.ATTENDEES,
            refused=self._refused,
            failed=self._show_state,
        )

    def reset(self) -> None:
        """Show again what is kept."""
        self.discard()
        self.lines["title"].setFocus()

    def discard(self) -> None:
        """Let go of what is typed, draft and all: nothing of an erased person stays."""
        if self._base is not None:
            self._fill(facts_of(self._base))
            self.drafts.keep()

    def _done(self, attendee: "Attendee") -> None:
        if self._base is not None and self._base.id == attendee.id:
            self._base = attendee
            self._fill(facts_of(attendee))
        self._saved(attendee)

    def _refused(self, refusal: Refusal) -> None:
        # What was typed is a draft again, and the sentence stands where the fault is.
        self.drafts.changed()
        self._show_state()
        self.page.message.hide()
        self.trouble.say(self.page.words.of(refusal))
        self.trouble.show()
        is_guardian = "guardian" in refusal.key
        self.lines["guardian" if is_guardian else _PLACES.get(refusal.key, "title")].setFocus()

    def _unsaved(self) -> dict[str, str]:
        changes = self.changes()
        return {_DRAFT: json.dumps(changes, ensure_ascii=False)} if changes else {}

    def _restore(self, attendee_id: "UUID", kept: Mapping[str, str]) -> None:
        if self._base is None or self._base.id != attendee_id or self.changes():
            return
        changes = json.loads(kept.get(_DRAFT, "{}"))
        self._fill({**facts_of(self._base), **changes})

    def _fill(self, facts: Mapping[str, str]) -> None:
        self._is_filling = True
        for name, line in self.lines.items():
            line.setText(facts.get(name, ""))
            line.setCursorPosition(0)
        for name, choice in self.choices.items():
            choice.setEditText(facts.get(name, ""))
        self._offer_sectors(facts.get("sector", ""))
        self.minor.setChecked(bool(facts.get(MINOR)))
        self._is_filling = False
        self._show_state()

    def _offer_sectors(self, code: str) -> None:
        self.sector.clear()
        self.sector.addItem(self.page.words("registration.sector_choose"), "")
        for sector in self._pack.sectors if self._pack else ():
            is_english = self.page.words.language == "en" and sector.english
            self.sector.addItem(sector.english if is_english else sector.name, sector.code)
        if self.sector.findData(code) < 0:
            self.sector.addItem(code, code)
        self.sector.setCurrentIndex(self.sector.findData(code))

    def _changed(self) -> None:
        if self._is_filling:
            return
        self.drafts.changed()
        self._show_state()

    def _community_changed(self, typed: str) -> None:
        known = self._pack.communities if self._pack else ()
        zone = next((p.zone for p in known if typed.strip() in {p.name, *p.aliases}), "")
        if zone and not self._is_filling:
            self.choices["zone"].setEditText(zone)

    def _show_state(self) -> None:
        is_typed = bool(self.changes())
        self.save_button.setEnabled(is_typed)
        self.reset_button.setEnabled(is_typed)
        self.lines["guardian"].setEnabled(self.minor.isChecked())
        self.trouble.hide()
        self.remark.say(self.page.words("person.unsaved" if is_typed else "person.saved_state"))
        restyle(self.remark, tone="warn" if is_typed else "")

    def _listen(self) -> None:
        for line in self.lines.values():
            line.setMaxLength(_LONGEST)
            line.textChanged.connect(lambda _: self._changed())
        for choice in self.choices.values():
            choice.editTextChanged.connect(lambda _: self._changed())
        self.choices["community"].editTextChanged.connect(self._community_changed)
        self.sector.currentIndexChanged.connect(lambda _: self._changed())
        self.minor.toggled.connect(lambda _: self._changed())


_LINES = ("title", "first_name", "last_name", "organisation", "position", "phone", "guardian")
_CHOICES = ("community", "zone", "on_behalf_of")
