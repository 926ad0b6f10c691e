"""Whose badges are made, and on which label of which sheet they begin."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFrame, QLayout, QSizePolicy

from forum_desktop.records.badges import BadgeChoices, BadgeGroup, BadgeOrder
from forum_desktop.ui.controls import Text, column, field, row
from forum_desktop.ui.documents.count_field import CountField
from forum_desktop.ui.words import Words

if TYPE_CHECKING:
    from forum_desktop.records.badges import BadgeChoice, LabelLayout

_NAMED = (BadgeGroup.ZONE, BadgeGroup.COMMUNITY, BadgeGroup.IMPORT)
"""Groups of which there are several, to choose one by its name."""

_BLANKS = 50
"""Blank badges that are offered first."""


class BadgeForm(QFrame):
    """Always holds an order; groups that nobody belongs to are not shown."""

    def __init__(self, words: Words, changed: Callable[[], object]) -> None:
        super().__init__()
        self._words, self._changed = words, changed
        self._choices = BadgeChoices(groups=(), layouts=())
        self.whom, self.which, self.layouts = QComboBox(), QComboBox(), QComboBox()
        for box in (self.whom, self.which, self.layouts):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            box.activated.connect(lambda _: self._chosen())
        self.start, self.blanks = CountField(1), CountField(_BLANKS)
        for line in (self.start, self.blanks):
            line.textChanged.connect(lambda _: self._chosen())
        self.whom.activated.connect(lambda _: self._group_chosen())
        self._sum = Text("small", wraps=True)
        self._lay_out()

    def offer(self, choices: BadgeChoices) -> None:
        """Offer these groups and sheets; what was chosen stays where it still is."""
        self._choices = choices
        self.retranslate()

    def order(self) -> BadgeOrder:
        """Return what is chosen."""
        group = self._group()
        is_blank = group is BadgeGroup.BLANK
        return BadgeOrder(
            group=group,
            of=str(self.which.currentData() or "") if group in _NAMED else "",
            layout=str(self.layouts.currentData() or ""),
            skip=max(self.start.number() - 1, 0),
            blank_count=self.blanks.number() if is_blank else 0,
        )

    def choose(self, group: BadgeGroup, layout: str = "") -> None:
        """Choose a group and a sheet."""
        self.whom.setCurrentIndex(max(0, self.whom.findData(group)))
        self.layouts.setCurrentIndex(max(0, self.layouts.findData(layout)))
        self._group_chosen()
        self._chosen()

    def retranslate(self) -> None:
        """Name groups and sheets in the current language, once they are known."""
        if not self._layouts():
            return
        is_thai = self._words.language == "th"
        groups = dict.fromkeys(choice.group for choice in self._choices.groups)
        self._fill(self.whom, [(self._group_name(g), g) for g in (*groups, BadgeGroup.BLANK)])
        names = [(item.name if is_thai else item.english, item.key) for item in self._layouts()]
        self._fill(self.layouts, names)
        self._group_chosen()
        self._describe()

    def said_sum(self) -> str:
        """Return how many badges and sheets the order makes, as it is told."""
        return self._sum.said()

    def _layouts(self) -> "tuple[LabelLayout, ...]":
        return self._choices.layouts

    def _group(self) -> BadgeGroup:
        return BadgeGroup(self.whom.currentData() or BadgeGroup.EVERYONE)

    def _group_name(self, group: BadgeGroup) -> str:
        name = self._words(f"badge_order.group.{group}")
        if group in _NAMED or group is BadgeGroup.BLANK:
            return name
        return self._counted(name, self._count_of(group, ""))

    def _counted(self, name: str, count: int) -> str:
        return self._words("badge_order.counted", name=name, count=f"{count:,}")

    def _count_of(self, group: BadgeGroup, of: str) -> int:
        found = (choice for choice in self._choices.groups if choice.group is group)
        return next((choice.count for choice in found if choice.of == of), 0)

    def _group_chosen(self) -> None:
        group = self._group()
        named: list[BadgeChoice] = [item for item in self._choices.groups if item.group is group]
        if group in _NAMED:
            self._fill(self.which, [(self._counted(i.name, i.count), i.of) for i in named])
        self._which_field.setVisible(group in _NAMED)
        self._blank_field.setVisible(group is BadgeGroup.BLANK)

    def _fill(self, box: QComboBox, items: Iterable[tuple[str, str]]) -> None:
        """Offer names with what they stand for, and keep what was chosen."""
        chosen = box.currentData()
        box.clear()
        for name, meant in items:
            box.addItem(name, meant)
        box.setCurrentIndex(max(0, box.findData(chosen)))

    def _chosen(self) -> None:
        self._describe()
        self._changed()

    def _describe(self) -> None:
        """Tell how much paper to put in; nothing where no sheet is known yet."""
        order = self.order()
        layout = next((item for item in self._layouts() if item.key == order.layout), None)
        count = order.blank_count or self._count_of(order.group, order.of)
        if layout is None or not count:
            self._sum.say("" if layout is None else self._words("badge_order.none"))
            return
        sheets = -(-(order.skip + count) // layout.count)
        self._sum.say(self._words("badge_order.sum", badges=f"{count:,}", sheets=f"{sheets:,}"))

    def _lay_out(self) -> None:
        words = self._words
        self._which_field = _framed(field(words, "badge_order.which", self.which))
        self._blank_field = _framed(field(words, "badge_order.blank_count", self.blanks))
        whom = row(
            field(words, "badge_order.whom", self.whom), self._which_field, self._blank_field
        )
        paper = row(
            field(words, "badge_order.layout", self.layouts),
            field(words, "badge_order.skip", self.start),
        )
        for line in (whom, paper):
            line.setStretch(0, 3)
            line.setStretch(1, 2)
        whom.setStretch(2, 2)
        self.setLayout(column(whom, paper, self._sum, gap=6))


def _framed(layout: QLayout) -> QFrame:
    frame = QFrame()
    frame.setLayout(layout)
    return frame
