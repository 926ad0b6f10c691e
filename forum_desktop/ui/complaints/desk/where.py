"""Where it is, what is wanted and from which unit."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from forum_desktop.ui.choice import TypedChoice
from forum_desktop.ui.complaints.desk.step import Step
from forum_desktop.ui.controls import column, field, row, told
from forum_desktop.ui.id_warning import IdWarning

if TYPE_CHECKING:
    from forum_desktop.records.pack import EventPack
    from forum_desktop.ui.words import Words


class WhereStep(Step):
    """Words are enough: no map is needed; coordinates only where somebody has them."""

    def __init__(self, words: "Words", changed: Callable[[], object]) -> None:
        super().__init__(words, changed)
        self.id_warning = IdWarning(words)
        self.changed = self.id_warning.before(changed, self.typed)
        self.community, self.unit = TypedChoice(), TypedChoice()
        self.place, self.landmark, self.wanted = QLineEdit(), QLineEdit(), QPlainTextEdit()
        self.latitude, self.longitude = QLineEdit(), QLineEdit()
        self._lay_out()
        self.watch(
            community=self.community,
            place=self.place,
            landmark=self.landmark,
            latitude=self.latitude,
            longitude=self.longitude,
            wanted=self.wanted,
            unit=self.unit,
        )

    def show_pack(self, pack: "EventPack") -> None:
        """Offer communities and units."""
        self.community.offer(place.name for place in pack.communities)
        self.unit.offer(dict.fromkeys(kind.unit for kind in pack.complaint_kinds if kind.unit))

    def _lay_out(self) -> None:
        words = self.words
        where = row(
            field(words, "complaint.community", self.community),
            field(words, "complaint.where", self.place),
        )
        point = row(
            field(words, "complaint.landmark", self.landmark),
            field(words, "complaint.latitude", self.latitude),
            field(words, "complaint.longitude", self.longitude),
        )
        for pair, shares in ((where, (1, 1)), (point, (2, 1, 1))):
            for at, share in enumerate(shares):
                pair.setStretch(at, share)
        body = column(
            where,
            point,
            field(words, "complaint.wanted", self.wanted),
            self.id_warning,
            field(words, "complaint.unit_wanted", self.unit),
            told(words, "complaint.unit_how", "small", wraps=True),
            gap=8,
        )
        body.setStretch(2, 1)
        self.setLayout(body)
