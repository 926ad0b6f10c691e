"""Which scene is next: the kinds of scenes at the left, and below what the scene is about."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from forum_desktop.records.hall import HallScene
from forum_desktop.ui.controls import Text, card, column, named, told
from forum_desktop.ui.fitting import FittingButton
from forum_desktop.ui.meeting.hall.wish import Option, Wish
from forum_desktop.ui.record_list import Line, RecordList

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.ui.words import Words

SCENES = (
    HallScene.WELCOME,
    HallScene.STRATEGY,
    HallScene.STREAM,
    HallScene.COUNTS,
    HallScene.READ_BACK,
    HallScene.SPEAKER,
    HallScene.RANKING,
    HallScene.PROMISES,
    HallScene.NOTICE,
)
_LONGEST_NOTICE = 400
_BADGE_WIDTH = 48


class Scenes(QFrame):
    """The kinds of scenes; Alt and a digit chooses."""

    def __init__(self, words: "Words", choose: Callable[[HallScene], object]) -> None:
        super().__init__()
        self._words, self._choose = words, choose
        self._group = QButtonGroup(self)
        self.buttons = {scene: self._button(scene, n) for n, scene in enumerate(SCENES, start=1)}
        head = told(words, "hall.scenes", "lead", wraps=True)
        self.setLayout(column(card(head, *self.buttons.values(), None, gap=6)))
        self.show_chosen(HallScene.WELCOME)

    def chosen(self) -> HallScene:
        """Return the scene that is wanted."""
        return next(scene for scene, made in self.buttons.items() if made.isChecked())

    def show_chosen(self, scene: HallScene) -> None:
        """Mark the scene that is wanted."""
        self.buttons[scene].setChecked(True)

    def _button(self, scene: HallScene, number: int) -> QPushButton:
        made = FittingButton()
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setProperty("look", "kind")
        self._words.tell(lambda text: made.setText(f"{number}   {text}"), f"hall.scene.{scene}")
        self._words.tell(made.setAccessibleName, f"hall.scene.{scene}")
        made.clicked.connect(lambda: self._choose(scene))
        self._group.addButton(made)
        return made


class About(QFrame):
    """What the scene is about: one of several things, or words that the operator types."""

    changed = Signal()

    def __init__(self, words: "Words") -> None:
        super().__init__()
        self._words = words
        self._scene = HallScene.WELCOME
        self._chosen: dict[HallScene, UUID | None] = {}
        self.list = RecordList(self.line_of, badge_width=_BADGE_WIDTH)
        self.notice = QPlainTextEdit()
        self._head, self._stack = Text("lead"), QStackedWidget()
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(lambda *_: self._list_moved())
        self.notice.textChanged.connect(self.changed.emit)
        self.show_scene(HallScene.WELCOME)

    def show_scene(self, scene: HallScene) -> None:
        """Ask what this scene is about; what there is comes with `show_options`."""
        self._scene = scene
        is_notice = scene is HallScene.NOTICE
        self._stack.setCurrentWidget(self.notice if is_notice else self.list)
        self._list_rows(())
        self.retranslate()

    def show_options(self, options: Sequence[Option], chosen: "UUID | None") -> None:
        """Offer these, the cursor on the one chosen."""
        if tuple(options) != self.list.records.rows():
            self._list_rows(options)
        at = next((at for at, option in enumerate(options) if option.about == chosen), -1)
        if at >= 0 and at != self.list.currentIndex().row():
            self._chosen[self._scene] = chosen
            self.list.choose(at)

    def wish(self) -> Wish:
        """Return what the operator wants."""
        words = self.notice.toPlainText()[:_LONGEST_NOTICE]
        return Wish(self._scene, self._chosen.get(self._scene), words)

    def prefer(self, scene: HallScene, about: "UUID | None") -> None:
        """Have a scene be about this when it is shown."""
        self._chosen[scene] = about

    def forget(self) -> None:
        """Begin with another forum."""
        self._chosen = {}
        self.notice.clear()
        self.show_scene(self._scene)

    def field(self) -> QWidget:
        """Return where the choosing or the typing goes on."""
        return self.notice if self._scene is HallScene.NOTICE else self.list

    def line_of(self, option: Option) -> Line:
        """Return how an option appears."""
        text = option.text if option.about else self._words("hall.all_strategies")
        return Line(text, option.under, option.sign, option.color)

    def retranslate(self) -> None:
        """Say again what the scene shows."""
        self._head.say(self._words(f"hall.about.{self._scene}"))
        self.list.set_hint(self._words(f"hall.hint.{self._scene}"))
        self.list.viewport().update()

    def _list_rows(self, options: Sequence[Option]) -> None:
        # New lines are no choice of the operator's.
        chooser = self.list.selectionModel()
        chooser.blockSignals(True)
        self.list.set_rows(options)
        chooser.blockSignals(False)

    def _list_moved(self) -> None:
        option: Option | None = self.list.chosen()
        if option is not None and self._chosen.get(self._scene) != option.about:
            self._chosen[self._scene] = option.about
            self.changed.emit()

    def _lay_out(self) -> None:
        named(self._words, "hall.list", self.list)
        named(self._words, "hall.notice", self.notice)
        self.notice.setTabChangesFocus(True)
        for made in (self.list, self.notice):
            self._stack.addWidget(made)
        self._stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.setLayout(column(card(self._head, self._stack, gap=6)))
