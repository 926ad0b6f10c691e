"""How the documents of this forum are written, and which parts the minutes have."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLayout, QSizePolicy

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.minutes import MinutesSection
from forum_desktop.ui.controls import Text, card, column, field, named, row, told
from forum_desktop.ui.either import Either
from forum_desktop.ui.minutes.measure_field import MeasureField
from forum_desktop.ui.news import Kind

if TYPE_CHECKING:
    from forum_desktop.records.minutes import DocumentChoices
    from forum_desktop.ui.page import Page

_SIDES = ("left", "right", "top", "bottom")
_TIME_WORDS = ("น.", "นาฬิกา")


class ChoicesPanel(QFrame):
    """Every change is kept at once, and the preview follows."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page = page
        self._choices: DocumentChoices | None = None
        self._typefaces: tuple[str, ...] | None = None
        words = page.words
        self.sections = {part: self._check(f"shows_{part}") for part in MinutesSection}
        for part, box in self.sections.items():
            words.tell(box.setText, f"minutes.section.{part}")
            named(words, f"minutes.section.{part}", box)
        self.digits = Either(words, "minutes.digits", ("thai", "arabic"), self._digits_chosen)
        self.era = self._check("era_word")
        words.tell(self.era.setText, "minutes.era_word")
        named(words, "minutes.era_word", self.era)
        self.time_word = Either(words, "minutes.time_word", ("short", "long"), self._time_chosen)
        self.margins = {side: self._margin(side) for side in _SIDES}
        self.typeface = QComboBox()
        self.typeface.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.typeface.activated.connect(
            lambda at: self._keep(typeface=self.typeface.itemData(at) or "")
        )
        self._lay_out()

    def reload(self) -> None:
        """Read what is chosen."""
        forum_id = self._page.forum_id
        self._page.look_up(
            lambda desk: services.documents.read_choices(desk, forum_id), self.show_choices
        )

    def read_typefaces(self) -> None:
        """Look which typefaces this laptop has; once, as fonts are slow to read."""
        if self._typefaces is None:
            self._typefaces = ()
            self._page.look_up(
                lambda _: services.documents.installed_typefaces(), self._show_typefaces
            )

    def show_choices(self, choices: "DocumentChoices") -> None:
        """Show what is chosen."""
        self._choices = choices
        for part, box in self.sections.items():
            box.setChecked(part in choices.sections)
        self.digits.choose("thai" if choices.thai_digits else "arabic")
        self.era.setChecked(choices.era_word)
        words = dict(zip(_TIME_WORDS, ("short", "long"), strict=True))
        self.time_word.choose(words.get(choices.time_word, ""))
        for side, line in self.margins.items():
            if not line.hasFocus():
                line.show_length(getattr(choices, f"margin_{side}"))
        self._offer_typefaces()

    def lock(self, *, is_locked: bool) -> None:
        """Let nothing be chosen, or all again."""
        self.setEnabled(not is_locked)

    def retranslate(self) -> None:
        """Name the bundled typeface again."""
        self._offer_typefaces()

    def _keep(self, **changes: Any) -> None:
        if self._choices is None:
            return
        self._choices = replace(self._choices, **changes)
        choices = self._choices
        self._page.act(
            lambda desk: services.documents.save_choices(desk, choices),
            lambda _: None,
            Kind.MINUTES,
            refused=self._refused,
            failed=self.reload,
        )

    def _refused(self, _refusal: Refusal) -> None:
        for line in self.margins.values():
            line.clearFocus()
        self.reload()

    def _digits_chosen(self, name: str) -> None:
        self._keep(thai_digits=name == "thai")

    def _time_chosen(self, name: str) -> None:
        self._keep(time_word=_TIME_WORDS[name == "long"])

    def _show_typefaces(self, found: tuple[str, ...]) -> None:
        self._typefaces = found
        self._offer_typefaces()

    def _offer_typefaces(self) -> None:
        words, chosen = self._page.words, self._choices.typeface if self._choices else ""
        self.typeface.clear()
        self.typeface.addItem(words("minutes.typeface_bundled"), "")
        for name in self._typefaces or ():
            self.typeface.addItem(name, name)
        if chosen and self.typeface.findData(chosen) < 0:
            self.typeface.addItem(words("minutes.typeface_absent", name=chosen), chosen)
        self.typeface.setCurrentIndex(max(0, self.typeface.findData(chosen)))

    def _check(self, name: str) -> QCheckBox:
        box = QCheckBox()
        box.clicked.connect(lambda is_on: self._keep(**{name: bool(is_on)}))
        return box

    def _margin(self, side: str) -> MeasureField:
        return MeasureField(
            lambda length: self._keep(**{f"margin_{side}": length}),
            lambda: self._page.say("minutes.margin_faulty", "warn"),
        )

    def _lay_out(self) -> None:
        words = self._page.words
        boxes = list(self.sections.values())
        halves = row(column(*boxes[:3], gap=2), column(*boxes[3:], gap=2))
        sections = card(
            told(words, "minutes.sections", "lead"),
            told(words, "minutes.sections_how", "small", wraps=True),
            halves,
            gap=6,
        )
        writing = card(
            told(words, "minutes.writing", "lead"),
            row(
                self._labelled("minutes.digits", self.digits),
                self._labelled("minutes.time_word", self.time_word),
            ),
            self.era,
            gap=8,
        )
        margins = row(*(field(words, f"minutes.margin_{s}", m) for s, m in self.margins.items()))
        paper = card(
            told(words, "minutes.paper", "lead"),
            margins,
            field(words, "minutes.typeface", self.typeface),
            told(words, "minutes.typeface_how", "small", wraps=True),
            gap=8,
        )
        self.setLayout(column(sections, writing, paper, None))

    def _labelled(self, key: str, either: Either) -> QLayout:
        label: Text = told(self._page.words, key, "field")
        return column(label, either, gap=2)
