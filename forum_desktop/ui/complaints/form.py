"""The complaint form: the case first, the person apart and only where the level asks."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from forum_desktop.records.complaint import ComplaintIntake, ComplaintLevel
from forum_desktop.thai.names import split_full_name
from forum_desktop.ui.choice import TypedChoice
from forum_desktop.ui.complaints.level import LevelChoice
from forum_desktop.ui.controls import column, field, row
from forum_desktop.ui.words import Words

if TYPE_CHECKING:
    from forum_desktop.records.pack import EventPack


class ComplaintForm(QFrame):
    """Holds one complaint until it is taken in."""

    def __init__(self, words: Words, changed: Callable[[], object]) -> None:
        super().__init__()
        self._words, self._changed = words, changed
        self._pack: EventPack | None = None
        self.level = LevelChoice(words, self._level_changed)
        self.kind, self.community = QComboBox(), TypedChoice()
        self.subject, self.place = QLineEdit(), QLineEdit()
        self.facts, self.wanted = QPlainTextEdit(), QPlainTextEdit()
        self.name, self.phone = QLineEdit(), QLineEdit()
        self.kind.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._person = QWidget()
        self._lay_out()
        self._listen()

    def show_pack(self, pack: "EventPack") -> None:
        """Offer the kinds and communities of a forum."""
        self._pack = pack
        self.community.offer(place.name for place in pack.communities)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the kinds in the current language."""
        self.level.retranslate()
        if self._pack is None:
            return
        chosen = self.kind.currentData()
        self.kind.clear()
        self.kind.addItem(self._words("complaint.kind_choose"), "")
        for kind in self._pack.complaint_kinds:
            is_english = self._words.language == "en" and kind.english
            self.kind.addItem(kind.english if is_english else kind.name, kind.code)
        self.kind.setCurrentIndex(max(0, self.kind.findData(chosen)))

    def intake(self) -> ComplaintIntake:
        """Return what the form holds; no name leaves it where the complaint is anonymous."""
        level = self.level.level()
        is_named = level is not ComplaintLevel.ANONYMOUS
        name = split_full_name(self.name.text() if is_named else "")
        return ComplaintIntake(
            kind=self.kind.currentData() or "",
            subject=self.subject.text(),
            facts=self.facts.toPlainText(),
            wanted=self.wanted.toPlainText(),
            community=self.community.currentText(),
            place=self.place.text(),
            level=level,
            title=name.title,
            first_name=name.first_name,
            last_name=name.last_name,
            phone=self.phone.text() if is_named else "",
        )

    def fields(self) -> dict[str, str]:
        """Return what is typed, for the draft; nothing typed is an empty draft."""
        typed = {name: line.text() for name, line in self._lines().items()}
        typed |= {name: box.toPlainText() for name, box in self._boxes().items()}
        typed["community"] = self.community.currentText()
        if any(value.strip() for value in typed.values()):
            typed["level"] = self.level.level().value
            typed["kind"] = self.kind.currentData() or ""
        return typed

    def fill(self, kept: Mapping[str, str]) -> None:
        """Put a draft back."""
        for name, line in self._lines().items():
            line.setText(kept.get(name, ""))
        for name, box in self._boxes().items():
            box.setPlainText(kept.get(name, ""))
        self.community.setEditText(kept.get("community", ""))
        self.kind.setCurrentIndex(max(0, self.kind.findData(kept.get("kind", ""))))
        self.level.choose(ComplaintLevel(kept.get("level", ComplaintLevel.OPEN)))
        self._person.setVisible(self.level.level() is not ComplaintLevel.ANONYMOUS)

    def _lines(self) -> dict[str, QLineEdit]:
        return {
            "subject": self.subject,
            "place": self.place,
            "name": self.name,
            "phone": self.phone,
        }

    def _boxes(self) -> dict[str, QPlainTextEdit]:
        return {"facts": self.facts, "wanted": self.wanted}

    def _level_changed(self) -> None:
        self._person.setVisible(self.level.level() is not ComplaintLevel.ANONYMOUS)
        self._changed()

    def _listen(self) -> None:
        for line in self._lines().values():
            line.setMaxLength(400)
            line.textChanged.connect(lambda _: self._changed())
        for box in self._boxes().values():
            box.setTabChangesFocus(True)
            box.textChanged.connect(self._changed)
        self.community.editTextChanged.connect(lambda _: self._changed())
        self.kind.activated.connect(lambda _: self._changed())

    def _lay_out(self) -> None:
        words = self._words
        person = row(
            field(words, "complaint.name", self.name), field(words, "complaint.phone", self.phone)
        )
        person.setStretch(0, 2)
        person.setStretch(1, 1)
        self._person.setLayout(person)
        place = row(
            field(words, "complaint.community", self.community),
            field(words, "complaint.place", self.place),
        )
        head = row(
            field(words, "complaint.kind", self.kind),
            field(words, "complaint.subject", self.subject),
        )
        for line in (place, head):
            line.setStretch(0, 1)
            line.setStretch(1, 1)
        for box in (self.facts, self.wanted):
            box.setMinimumHeight(48)
        facts = field(words, "complaint.facts", self.facts)
        wanted = field(words, "complaint.wanted", self.wanted)
        layout = column(self.level, head, facts, wanted, place, self._person, gap=6)
        layout.setStretch(2, 3)
        layout.setStretch(3, 2)
        self.setLayout(layout)
