"""Pictures of the exchange page: places, what came, the board, conflicts, the venue pack."""

import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, cast

from forum_desktop import services
from forum_desktop.records.opinion import Opinion
from forum_desktop.records.people import Attendee
from forum_desktop.ui.exchange.conflicts.view import ConflictsView
from forum_desktop.ui.exchange.exchanging.view import ExchangeView
from forum_desktop.ui.exchange.venue.view import VenueView
from forum_desktop.ui.forum.page import ForumPage
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.viewed import ViewedPage
from forum_desktop.wording import Wording
from tests.ui.stages.camera import grab, settle, until

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.exchange import StickExchange
    from forum_desktop.services.desk import Desk

exchange = services.exchange
_CODE = "7TSG9-WWSJ4"
_NAMES = ("ลงทะเบียน 1", "โต๊ะยุทธศาสตร์ที่ 2", "โต๊ะรับเรื่องร้องเรียน")


def stage(window: MainWindow, folder: Path, name: str) -> None:
    """Grab each view of laptops working together."""
    assert window.overview is not None
    forum_id = window.overview.forum.id
    window.activateWindow()
    window.visit(PageName.EXCHANGE)
    page = cast("ViewedPage", window.current)

    def shot(what: str, seconds: float = 0.4) -> None:
        settle(seconds)
        grab(window, folder / f"{name}-6-exchange-{what}.png")

    with TemporaryDirectory() as place:
        _exchange(window, page, Path(place), shot, forum_id)
        _venue(page, Path(place), shot)
        page.show_view("laptop")
        _join(window, Path(place) / "venue.forumpack", shot)


def _exchange(
    window: MainWindow,
    page: ViewedPage,
    place: Path,
    shot: Callable[..., None],
    forum_id: "UUID",
) -> None:
    page.show_view("exchange")
    view = cast("ExchangeView", page.current_view)
    shot("a-begin")
    stick = place / "FORUM-STICK"
    stick.mkdir()
    done: list[object] = []
    page.look_up(lambda desk: _others(desk, forum_id, place, stick), done.append)
    until(lambda: bool(done))
    view.places.take(stick)
    until(lambda: view.places.chosen() is not None)
    view.reload()
    shot("b-ready")
    view.exchange()
    view.progress.setValue(40)
    shot("b-running", 0)
    until(lambda: not view.is_running)
    shot("c-done")
    done.clear()
    page.look_up(lambda desk: exchange.exchange_by(desk, forum_id, stick), done.append)
    until(lambda: bool(done))
    view.outcome.show_exchange(cast("StickExchange", done[0]), is_stick=True)
    shot("c-safe")
    shutil.move(stick, place / "elsewhere")
    view.places.look()
    until(lambda: (chosen := view.places.chosen()) is not None and not chosen.is_there)
    shot("d-pulled-out")
    page.show_view("conflicts")
    conflicts = cast("ConflictsView", page.current_view)
    until(lambda: conflicts.list.records.rowCount() > 1)
    shot("e-conflict")
    conflicts.list.choose(conflicts.list.records.rowCount() - 1)
    shot("f-pair")
    conflicts.decide(1)
    until(conflicts.undo_button.isEnabled)
    shot("g-decided")
    while conflicts.undo_button.isEnabled():
        conflicts.undo()
        settle(0.2)


def _venue(page: ViewedPage, place: Path, shot: Callable[..., None]) -> None:
    page.show_view("venue")
    view = cast("VenueView", page.current_view)
    until(lambda: view.list.records.rowCount() > 0)
    view.list.choose(3)
    shot("h-venue")
    view.make(place / "KK65.forumpack")
    until(view.pack.code.isVisible)
    until(view.pack.make_button.isEnabled)
    shot("i-code")


def _join(window: MainWindow, pack: Path, shot: Callable[..., None]) -> None:
    window.visit(PageName.FORUM)
    page = cast("ForumPage", window.current)
    page.joining.open_file(pack)
    until(page.joining.view.isVisible)
    page.joining.view.go_on()
    shot("k-join")
    page.joining.leave()


def _others(desk: "Desk", forum_id: "UUID", place: Path, stick: Path) -> bool:
    """Let three laptops join, say something, and leave it on the stick."""
    pack = place / "venue.forumpack"
    planned = exchange.planned_stations(desk, forum_id, Wording("th"))
    exchange.make_venue_pack(desk, forum_id, pack, planned, code=_CODE)
    for number, name in enumerate(_NAMES):
        with closing(services.desk.Desk.open(place / str(number), "tester", desk.clock)) as other:
            exchange.join_forum(other, pack, name, code=_CODE)
            if not number:
                _differ(other, forum_id, " (แก้ที่จุดลงทะเบียน)")
            exchange.exchange_by(other, forum_id, stick)
    _differ(desk, forum_id, " (แก้ที่เครื่องหลัก)")
    (stick / "TW70-E-0badbad0.forumbundle").write_bytes(b"forum-desktop bundle 1\n")
    return True


def _differ(desk: "Desk", forum_id: "UUID", more: str) -> None:
    """Rewrite an opinion, and enter somebody once more."""
    with desk.act() as act:
        opinion = act.all(Opinion, forum_id=forum_id)[0]
        person = next(one for one in act.all(Attendee, forum_id=forum_id) if one.community)
        act.put(replace(opinion, text=opinion.text + more))
        act.put(replace(person, id=act.new_id(), import_id=None, organisation="กลุ่มตัวอย่าง"))
