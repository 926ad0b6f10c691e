"""Who complains, as far as she wants it known: sealed the moment it is taken in."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from forum_desktop.records.complaint import ComplaintLevel
from forum_desktop.thai.names import split_full_name
from forum_desktop.ui.complaints.desk.step import Step
from forum_desktop.ui.complaints.level import LevelChoice
from forum_desktop.ui.controls import column, field, named, row

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words

_YES = "yes"


class PersonStep(Step):
    """No field asks for a number of an identity card: nobody needs it here."""

    def __init__(self, words: "Words", changed: Callable[[], object]) -> None:
        super().__init__(words, changed)
        self.level = LevelChoice(words, self._level_changed)
        self.is_sealed = named(words, "complaint.seal", QCheckBox())
        words.tell(self.is_sealed.setText, "complaint.seal")
        words.tell(self.is_sealed.setToolTip, "complaint.seal_how")
        self.is_sealed.clicked.connect(changed)
        self.name, self.phone, self.email = QLineEdit(), QLineEdit(), QLineEdit()
        self.address, self.behalf, self.witness = QLineEdit(), QLineEdit(), QLineEdit()
        self._person = QWidget()
        self._lay_out()
        self.watch(
            name=self.name,
            phone=self.phone,
            email=self.email,
            address=self.address,
            on_behalf_of=self.behalf,
            witness=self.witness,
        )

    def first(self) -> QWidget:
        """Begin with the name, or with the level where none is kept."""
        return self.name if self._is_named() else self.level

    def told(self) -> dict[str, Any]:
        """Return the person; nothing of her leaves the step where it is anonymous."""
        facts = super().told() if self._is_named() else {"witness": self.witness.text()}
        name = split_full_name(facts.pop("name", ""))
        return facts | {
            "level": self.level.level(),
            "is_sealed": True if self.is_sealed.isChecked() else None,
            "title": name.title,
            "first_name": name.first_name,
            "last_name": name.last_name,
        }

    def chosen(self) -> dict[str, str]:
        """Return what is chosen: kept with a draft, but no draft by itself."""
        sealed = _YES if self.is_sealed.isChecked() else ""
        return {"level": self.level.level().value, "is_sealed": sealed}

    def fill(self, kept: Mapping[str, str]) -> None:
        """Put a draft back."""
        super().fill(kept)
        self.is_sealed.setChecked(kept.get("is_sealed") == _YES)
        self.level.choose(ComplaintLevel(kept.get("level") or ComplaintLevel.OPEN))
        self._show_person()

    def retranslate(self) -> None:
        """Explain the chosen level in the current language."""
        self.level.retranslate()

    def _is_named(self) -> bool:
        return self.level.level() is not ComplaintLevel.ANONYMOUS

    def _level_changed(self) -> None:
        self._show_person()
        self.changed()

    def _show_person(self) -> None:
        self._person.setVisible(self._is_named())

    def _lay_out(self) -> None:
        words = self.words
        who = row(
            field(words, "complaint.name", self.name), field(words, "complaint.phone", self.phone)
        )
        reached = row(
            field(words, "complaint.address", self.address),
            field(words, "complaint.email", self.email),
        )
        for pair in (who, reached):
            pair.setStretch(0, 2)
            pair.setStretch(1, 1)
        behalf = field(words, "complaint.on_behalf_of", self.behalf)
        self._person.setLayout(column(who, reached, behalf, gap=8))
        self.setLayout(
            column(
                self.level,
                self._person,
                field(words, "complaint.witness", self.witness),
                self.is_sealed,
                None,
                gap=6,
            )
        )
