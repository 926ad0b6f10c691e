"""Everything on the hall's screen can be read from 30 metres, and nothing of a wording is lost."""

from datetime import UTC, date, datetime, time
from itertools import pairwise
from math import radians, tan
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from forum_desktop.records.assignment import AssignmentState, Promised, PromiseList
from forum_desktop.records.hall import (
    HallCounts,
    HallItem,
    HallLine,
    HallNotice,
    HallPromises,
    HallRanking,
    HallReadBack,
    HallSpeaker,
    HallStrategy,
    HallStream,
    HallView,
    HallWelcome,
    StrategyCount,
)
from forum_desktop.records.minutes import CountRow
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.records.priorities import RankingLine, RankingMethod, RankingTable
from forum_desktop.ui.display import load_word_list
from forum_desktop.ui.hall.canvas import HallCanvas
from forum_desktop.ui.hall.chalk import Chalk
from forum_desktop.ui.hall.scenes import read_back, rows
from forum_desktop.ui.hall.scenes.opinion import INDENT
from forum_desktop.ui.theme import dress, font
from forum_desktop.ui.words import Words
from forum_desktop.wording import Wording

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

LAST_ROW, PICTURE_HEIGHT = 30.0, 3.0
"""Metres: the last row is ten heights of the picture away."""
LEAST_ANGLE = 10 / 60
"""Degrees under which the body of a letter appears: twice what full sight needs."""
NOON = datetime(2027, 2, 11, 12, tzinfo=UTC)
LONG = "ขอให้เทศบาลซ่อมถนนและท่อระบายน้ำพร้อมไฟส่องสว่างในซอยที่มืดและเกิดอุบัติเหตุบ่อยครั้ง "
SIZES = ((1366, 768), (1920, 1080), (1280, 720), (1024, 768))


@pytest.fixture(autouse=True)
def _dressed(qapp: Any) -> None:
    dress(qapp)
    load_word_list()


@pytest.fixture(params=("th", "en"))
def words(request: pytest.FixtureRequest) -> Words:
    """Return the words of a language."""
    return Words(Wording(request.param))


def a_line(text: str, weight: int = 1) -> HallLine:
    """Return an opinion as the hall sees it."""
    return HallLine(
        opinion_id=uuid4(),
        reference="A-0041",
        strategy=3,
        code="3.2",
        kind=OpinionKind.SUGGESTION,
        text=text,
        on_behalf_of="ชุมชนตัวอย่างริมคลอง",
        weight=weight,
        said_at=NOON,
    )


def a_ranking(count: int, label: str) -> HallRanking:
    """Return a ranking of so many things."""
    lines = tuple(
        RankingLine(place=at + 1, label=f"{at} {label}", points=count - at) for at in range(count)
    )
    table = RankingTable(
        title=label,
        method=RankingMethod.DOTS,
        voters=1200,
        tie_rule=label,
        lines=lines,
        held_at=NOON,
        each=3,
    )
    return HallRanking(ranking_id=uuid4(), table=table)


def some_promises(count: int, text: str) -> HallPromises:
    """Return so many promises, in every state that they can be in."""
    states = [state for state in AssignmentState if state is not AssignmentState.WITHDRAWN]
    lines = tuple(
        Promised(
            reference=f"M-{at}",
            text=text,
            unit="กองช่าง",
            due_on=date(2027, 2, 1 + at) if at else None,
            said_on=date(2027, 1, 2),
            state=states[at % len(states)],
            outcome=text if at % 2 else "",
        )
        for at in range(count)
    )
    promises = PromiseList(lines=lines, from_complaints=count, complaints_answered=count // 2)
    return HallPromises(promises=promises, on=date(2027, 2, 4))


def scenes(text: str, count: int) -> list[HallView]:
    """Return every scene with texts of this length and so many things in it."""
    by_strategy = tuple(StrategyCount(n, text, n * 991) for n in range(count))
    sectors = tuple(CountRow(label=text, count=n) for n in range(count))
    return [
        HallWelcome(
            municipality=text,
            title=text,
            held_on=date(2027, 2, 11),
            starts_at=time(9),
            venue=text,
            items=tuple(HallItem(number=n, title=text, is_now=n == 2) for n in range(count)),
        ),
        HallStrategy(
            level="ยุทธศาสตร์",
            number=2,
            name=text,
            approach_level="แนวทางการพัฒนา",
            approaches=tuple((f"2.{n}", text) for n in range(count)),
            opinions=20_000,
        ),
        HallStream(lines=tuple(a_line(text, n) for n in range(count)), by_strategy=by_strategy),
        HallCounts(
            present=1500,
            opinions=20_000,
            projects=320,
            by_strategy=by_strategy,
            by_sector=sectors,
        ),
        HallReadBack(line=a_line(text), is_confirmed=count % 2 == 0),
        HallSpeaker(label=text, begun_at=NOON, seconds=754, following=(text,) * min(count, 5)),
        HallSpeaker(label="", begun_at=None, seconds=0, following=()),
        a_ranking(count, text),
        some_promises(count, text),
        HallNotice(text=text),
    ]


SCENES = [view for text in ("ขอไฟ", LONG, LONG * 12) for n in (0, 1, 9) for view in scenes(text, n)]


@pytest.mark.parametrize("view", SCENES, ids=lambda view: type(view).__name__)
def test_no_letter_is_smaller_than_the_last_row_can_read(
    view: HallView, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    used: list[QFont] = []
    face = Chalk.face

    def kept(chalk: Chalk, *args: Any, **facts: Any) -> "QFont":
        used.append(face(chalk, *args, **facts))
        return used[-1]

    monkeypatch.setattr(Chalk, "face", kept)
    canvas = HallCanvas(words)
    canvas.show_view(view)
    for part in range(canvas.count_parts()):
        canvas.show_view(view, part)
        canvas.count_parts()
    assert used
    high = min(body_share(one.pixelSize()) for one in used) * PICTURE_HEIGHT
    assert high >= LAST_ROW * tan(radians(LEAST_ANGLE))


def body_share(pixels: int) -> float:
    """Return how high a consonant's body stands, as a share of the picture."""
    # A thousand pixels: at a few dozen the system rounds the outline.
    body = QFontMetricsF(font(1000)).tightBoundingRect("ก").height() / 1000
    return body * pixels / 1080


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("view", SCENES[::2], ids=lambda view: type(view).__name__)
def test_every_scene_is_painted_in_its_place(
    view: HallView, size: tuple[int, int], qtbot: Any
) -> None:
    canvas = HallCanvas(Words(Wording("th")))
    qtbot.addWidget(canvas)
    canvas.resize(*size)
    canvas.show_view(view)
    picture = canvas.grab().toImage()
    assert (
        len({picture.pixel(x, y) for x in range(0, size[0], 7) for y in range(0, size[1], 7)}) > 2
    )
    if size == (1024, 768):
        assert picture.pixelColor(size[0] // 2, 2) == QColor("#05090d")


THAI = st.text(alphabet="กขคงจฉชซฌตถทนบปผฝพมยรลวสหอฮ ะาิีึืุู่้์เแโไ1234567890\n", min_size=1)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=THAI.filter(lambda t: t.strip()), times=st.integers(1, 60))
def test_a_wording_is_shown_whole_page_by_page(qapp: object, text: str, times: int) -> None:
    whole = text * times
    dot = QImage(1, 1, QImage.Format.Format_RGB32)
    painter = QPainter(dot)
    chalk = Chalk(painter, 1080)
    field = QRectF(0, 0, 1800, 700)
    pages = read_back._pages(chalk, field, whole)
    painter.end()
    shown = "".join("".join(page.split()) for page in pages).replace("\u200b", "")
    assert shown == "".join(whole.split())
    # A page under another line must not need more room than it has.
    wide = field.width() - chalk.unit * INDENT
    room = field.height() - chalk.line_height(0)
    assert all(chalk.set(page, wide, 0).height <= room + 1 for page in pages)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    texts=st.lists(st.tuples(THAI, st.integers(1, 9)).map(lambda t: t[0] * t[1]), min_size=1),
    high=st.integers(120, 900),
    under=st.floats(0, 1),
    least=st.integers(1, 3),
)
def test_rows_stand_apart_in_their_area_and_none_is_lost(
    qapp: object, texts: list[str], high: int, under: float, least: int
) -> None:
    dot = QImage(1, 1, QImage.Format.Format_RGB32)
    painter = QPainter(dot)
    area = QRectF(10, 20, 700, high)
    laid = rows.lay(
        Chalk(painter, 1080), area, texts, 600, largest=1.3, under=under, most=3, least=least
    )
    painter.end()
    assert [at for page in laid.pages for at, _ in page] == list(range(len(texts)))
    for page in laid.pages:
        places = [place for _, place in page]
        assert places[0].top() >= area.top()
        assert len(page) == 1 or places[-1].bottom() <= area.bottom() + 3
        for upper, lower in pairwise(places):
            assert upper.bottom() <= lower.top() + 0.01
