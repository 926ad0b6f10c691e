"""The operator's control: choose a scene, look at it, show it; freeze, blank, go on."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from forum_desktop.records.hall import HallScene
from forum_desktop.ui.controls import Text, button, card, column, restyle, row, told
from forum_desktop.ui.drafts import DraftKeeper
from forum_desktop.ui.hall.canvas import HallCanvas
from forum_desktop.ui.hall.program import Program
from forum_desktop.ui.keys import ALT, NONE
from forum_desktop.ui.meeting.hall.choosing import SCENES, About, Scenes
from forum_desktop.ui.meeting.hall.minding import Minding
from forum_desktop.ui.meeting.hall.screen_bar import ScreenBar
from forum_desktop.ui.rereading import Rereading
from forum_desktop.ui.viewed import View, ViewedPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from forum_desktop.ui.meeting.hall.wish import Gathered, Gathering

_SIDE_WIDTH = 236
_NEWEST_FIRST = {HallScene.READ_BACK, HallScene.RANKING}
_TICK = 1000
"""Milliseconds after which a speaker's time is shown anew."""


class HallControl(View):
    """Scenes at the left; what comes next, and what the hall sees, beside each other."""

    def __init__(self, page: ViewedPage) -> None:
        super().__init__(page)
        self.minding: Minding | None = None
        self._takes_next = False
        self._rereading = Rereading(self._read)
        self.preview, self.live = HallCanvas(self.words), HallCanvas(self.words)
        self._state = Text("lead")
        self.scenes, self.about = Scenes(self.words, self.choose), About(self.words)
        self.bar = ScreenBar(page)
        self.take_button = button(self.words, "hall.take", self.take, look="primary")
        self.freeze_button = button(self.words, "hall.freeze", self.freeze)
        self.blank_button = button(self.words, "hall.blank", self.blank, symbol="eye-off")
        self.drafts = DraftKeeper(self, page.background, self._fields)
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK)
        self._clock.timeout.connect(self._tick)
        self._connect()
        self._bind_keys()
        self._lay_out()
        self._show_state()

    def forum_opened(self) -> None:
        """Forget the last forum's scenes: the hall's screen goes black."""
        self.minding = Minding(self.page.forum_id, self.overview.strategies)
        self._takes_next = False
        self.about.forget()
        self.drafts.move_to(f"{self.page.forum_id}/hall/notice", self._restore)
        self.bar.find_screen()
        self._show()
        self.prepare()

    def arrive(self) -> None:
        """Come with the cursor on what the scene is about."""
        self.about.field().setFocus()
        self.prepare()

    def leave(self) -> None:
        """Hand over the words typed for the hall."""
        self.drafts.keep_now()

    def reload(self) -> None:
        """Gather the scenes again: the one prepared, and the one on air."""
        self._rereading.again()

    def retranslate(self) -> None:
        """Say the scenes again."""
        for canvas in (self.preview, self.live):
            canvas.update()
        self.about.retranslate()
        self.bar.retranslate()
        self._show_state()

    def choose(self, scene: HallScene) -> None:
        """Want another scene; of wordings and rankings the newest."""
        if scene in _NEWEST_FIRST:
            self.about.prefer(scene, None)
        self._want(scene)
        self.about.field().setFocus()

    def prepare(self) -> None:
        """Gather what the operator wants and show it in the preview alone."""
        if self.minding is not None:
            self.minding.prepared = None
        self.reload()

    def take(self) -> None:
        """Show the hall what is prepared; what is still being gathered, once it is there."""
        if self.minding is None:
            return
        self._takes_next = self.minding.prepared is None
        if self._takes_next:
            return
        if self.minding.take():
            self.page.message.hide()
            self._show()
        else:
            self.page.say("hall.nothing_prepared", "warn")

    def freeze(self) -> None:
        """Hold the hall's picture, or let it follow again."""
        if self.minding is not None:
            self.minding.program.freeze()
            self._show()
            self.reload()

    def blank(self) -> None:
        """Make the hall's screen black, or show the picture again."""
        if self.minding is not None:
            self.minding.program.blank()
            self._show()

    def turn(self, step: int) -> None:
        """Show the hall another page of a scene that is too long for one."""
        if self.minding is not None:
            program = self.minding.program
            program.turn_to(program.part + step, self.live.count_parts())
            self._show()

    def _want(self, scene: HallScene) -> None:
        self.scenes.show_chosen(scene)
        self.about.show_scene(scene)
        self.prepare()

    def _read(self) -> None:
        if self.minding is None:
            self._rereading.ended()
            return
        job = self.minding.job(self.about.wish() if self.isVisible() else None)
        self.page.look_up(
            job,
            lambda found: self._gathered(job, found),
            refused=lambda _: self._not_gathered(),
            failed=self._not_gathered,
        )

    def _gathered(self, job: "Gathering", found: "Gathered") -> None:
        minding = self.minding
        if minding is not None and job.forum_id == self.page.forum_id:
            minding.keep_up(job, found)
            # By now the operator may want something else.
            if found.wish is not None and job.wish == self.about.wish():
                self.about.show_options(found.options, found.wish.about)
                minding.prepare(found)
            asked = minding.hear(found.asked)
            if asked is not None:
                self.about.prefer(asked.scene, asked.about)
                self._want(asked.scene)
            self._show()
        self._rereading.ended()
        if self._takes_next and minding is not None and minding.prepared is not None:
            self.take()

    def _not_gathered(self) -> None:
        self._takes_next = False
        self._rereading.ended()

    def _tick(self) -> None:
        """Let a speaker's time run; no other scene changes by itself."""
        wanted = {self.about.wish().scene if self.isVisible() else None}
        if self.minding is not None and self.minding.on_air is not None:
            wanted.add(self.minding.on_air.scene)
        if HallScene.SPEAKER in wanted:
            self.reload()

    def _show(self) -> None:
        if self.minding is not None:
            program = self.minding.program
            self.preview.show_view(program.prepared)
            for screen in (self.live, self.bar):
                screen.show_view(program.on_air, program.part)
        self._show_state()

    def _show_state(self) -> None:
        state = self.minding.state() if self.minding else "off"
        self._state.say(self.words(f"hall.state.{state}"))
        restyle(self._state, tone="good" if state == "live" else "warn")
        program = self.minding.program if self.minding else Program()
        _name(self.freeze_button, self.words(f"hall.{'un' if program.is_frozen else ''}freeze"))
        _name(self.blank_button, self.words(f"hall.{'un' if program.is_blank else ''}blank"))

    def _wish_changed(self) -> None:
        self.drafts.changed()
        self.prepare()

    def _fields(self) -> dict[str, str]:
        words = self.about.notice.toPlainText()
        return {"notice": words} if words.strip() else {}

    def _restore(self, kept: dict[str, str]) -> None:
        if not self.about.notice.toPlainText():
            self.about.notice.setPlainText(kept.get("notice", ""))

    def _connect(self) -> None:
        self.about.changed.connect(self._wish_changed)
        self.about.list.activated.connect(lambda _: self.take())
        self._clock.start()

    def _bind_keys(self) -> None:
        for number, scene in enumerate(SCENES, start=1):
            self.shortcuts[ALT, Qt.Key.Key_0 + number] = self._chooser(scene)
        self.shortcuts[NONE, Qt.Key.Key_F9] = self.take
        self.shortcuts[NONE, Qt.Key.Key_F10] = self.freeze
        self.shortcuts[NONE, Qt.Key.Key_F11] = self.blank
        self.shortcuts[NONE, Qt.Key.Key_PageDown] = lambda: self.turn(+1)
        self.shortcuts[NONE, Qt.Key.Key_PageUp] = lambda: self.turn(-1)
        self.shortcuts.update(self.bar.shortcuts)

    def _chooser(self, scene: HallScene) -> Callable[[], object]:
        return lambda: self.choose(scene)

    def _lay_out(self) -> None:
        self.scenes.setFixedWidth(_SIDE_WIDTH)
        words = self.words
        pictures = row(
            card(told(words, "hall.coming", "lead"), self.preview, gap=8),
            card(row(told(words, "hall.seen", "lead"), None, self._state), self.live, gap=8),
        )
        for at in range(2):
            pictures.setStretch(at, 1)
        acts = row(self.take_button, self.freeze_button, self.blank_button, self.bar, gap=8)
        acts.setStretch(3, 1)
        foot = row(
            told(words, "hall.turn", "small"), None, told(words, "hall.public_only", "small")
        )
        right = column(pictures, acts, self.about, foot, gap=8)
        right.setStretch(2, 1)
        body = row(self.scenes, right)
        body.setStretch(1, 1)
        self.setLayout(body)


def _name(made: "QPushButton", text: str) -> None:
    made.setText(text if made.icon().isNull() else f" {text}")
    made.setAccessibleName(text)
