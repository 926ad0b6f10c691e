"""Which scene is next: the kinds of scenes, with the strategy or the words they need."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QPlainTextEdit, QPushButton

from forum_desktop import services
from forum_desktop.records.hall import HallScene
from forum_desktop.ui.controls import card, field, row, told

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.hall import HallView
    from forum_desktop.records.overview import ForumOverview
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.words import Words

SCENES = (
    HallScene.WELCOME,
    HallScene.STRATEGY,
    HallScene.STREAM,
    HallScene.COUNTS,
    HallScene.READ_BACK,
    HallScene.SPEAKER,
    HallScene.RANKING,
    HallScene.NOTICE,
)
_NOTICE_HEIGHT = 84
_LONGEST_NOTICE = 400


@dataclass(frozen=True)
class Wish:
    """A scene that the operator wants, and what it is about."""

    scene: HallScene
    strategy_id: "UUID | None" = None
    notice: str = ""

    def gather(self, desk: "Desk", forum_id: "UUID") -> "HallView | None":
        """Return the scene as the file has it now; None where there is nothing to show yet."""
        return _GATHER[self.scene](desk, forum_id, self)


def _strategy(desk: "Desk", forum_id: "UUID", wish: Wish) -> "HallView | None":
    return services.hall.show_strategy(desk, wish.strategy_id) if wish.strategy_id else None


def _read_back(desk: "Desk", forum_id: "UUID", wish: Wish) -> "HallView | None":
    asked = services.hall.read_back_asked(desk, forum_id)
    return services.hall.show_read_back(desk, asked) if asked else None


_GATHER: dict[HallScene, Callable[["Desk", "UUID", Wish], "HallView | None"]] = {
    HallScene.WELCOME: lambda desk, forum_id, _: services.hall.show_welcome(desk, forum_id),
    HallScene.STRATEGY: _strategy,
    HallScene.STREAM: lambda desk, forum_id, wish: services.hall.show_stream(
        desk, forum_id, wish.strategy_id
    ),
    HallScene.COUNTS: lambda desk, forum_id, _: services.hall.show_counts(desk, forum_id),
    HallScene.READ_BACK: _read_back,
    HallScene.SPEAKER: lambda desk, forum_id, _: services.hall.show_speaker(desk, forum_id),
    HallScene.RANKING: lambda desk, forum_id, _: services.hall.show_ranking(desk, forum_id),
    HallScene.NOTICE: lambda _desk, _forum_id, wish: (
        services.hall.show_notice(wish.notice) if wish.notice.strip() else None
    ),
}


class Choosing(QFrame):
    """The list of scenes at the left; digits choose."""

    def __init__(self, words: "Words", changed: Callable[[], object]) -> None:
        super().__init__()
        self._words, self._changed = words, changed
        self._group = QButtonGroup(self)
        self.buttons = {scene: self._button(scene, n) for n, scene in enumerate(SCENES, start=1)}
        self.strategy = QComboBox()
        self.notice = QPlainTextEdit()
        self.notice.setFixedHeight(_NOTICE_HEIGHT)
        self.notice.setTabChangesFocus(True)
        self._strategy_field = QFrame()
        self._strategy_field.setLayout(field(words, "hall.about", self.strategy))
        self._notice_field = QFrame()
        self._notice_field.setLayout(field(words, "hall.notice", self.notice))
        extras = (self._strategy_field, self._notice_field)
        head = told(words, "hall.scenes", "lead")
        self.setLayout(row(card(head, *self.buttons.values(), *extras, None, gap=6)))
        self.strategy.currentIndexChanged.connect(lambda _: changed())
        self.notice.textChanged.connect(changed)
        self._show_fields(HallScene.WELCOME)
        self.buttons[HallScene.WELCOME].setChecked(True)

    def show_plan(self, overview: "ForumOverview") -> None:
        """Offer the strategies of a forum, or all of them together."""
        self.strategy.blockSignals(True)
        self.strategy.clear()
        self.strategy.addItem(self._words("hall.all_strategies"), None)
        for item in overview.strategies:
            self.strategy.addItem(f"{item.number}  {item.short}", item.id)
        self.strategy.blockSignals(False)

    def choose(self, scene: HallScene) -> None:
        """Want another scene."""
        self.buttons[scene].setChecked(True)
        self._show_fields(scene)
        if scene is HallScene.STRATEGY and self.strategy.currentData() is None:
            self.strategy.setCurrentIndex(min(1, self.strategy.count() - 1))
        self._changed()

    def wish(self) -> Wish:
        """Return what the operator wants."""
        scene = next(scene for scene, made in self.buttons.items() if made.isChecked())
        return Wish(scene, self.strategy.currentData(), self.notice.toPlainText()[:_LONGEST_NOTICE])

    def _show_fields(self, scene: HallScene) -> None:
        self._strategy_field.setVisible(scene in {HallScene.STRATEGY, HallScene.STREAM})
        self._notice_field.setVisible(scene is HallScene.NOTICE)

    def _button(self, scene: HallScene, number: int) -> QPushButton:
        made = QPushButton()
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setProperty("look", "kind")
        self._words.tell(lambda text: made.setText(f"{number}   {text}"), f"hall.scene.{scene}")
        self._words.tell(made.setAccessibleName, f"hall.scene.{scene}")
        made.clicked.connect(lambda: self.choose(scene))
        self._group.addButton(made)
        return made
