"""Opinions, their bad inputs, and who said them."""

import unicodedata

import pytest

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.minutes import Edition
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.records.overview import ForumOverview
from forum_desktop.services.desk import Desk
from tests.documents.composing import minutes_of
from tests.factory import make_pack


@pytest.fixture
def overview(desk: Desk) -> ForumOverview:
    forum = services.forums.create_forum(desk, make_pack())
    return services.forums.read_overview(desk, forum.id)


def test_an_opinion_is_kept_under_its_strategy_and_numbered(
    desk: Desk, overview: ForumOverview
) -> None:
    strategy = overview.strategies[1]
    approach = overview.approaches_of(strategy.id)[1]
    for _ in range(2):
        opinion = services.opinions.capture_opinion(
            desk,
            overview.forum.id,
            text="ขอไฟส่องสว่างในซอย",
            kind=OpinionKind.NEED,
            approach_id=approach.id,
        )
    assert (opinion.reference, opinion.strategy_id) == ("A-0002", strategy.id)
    counts = services.forums.read_overview(desk, overview.forum.id).counts
    assert counts.by_strategy == ((strategy.id, 2),)


def test_an_approach_of_another_strategy_is_refused(desk: Desk, overview: ForumOverview) -> None:
    one, other = overview.strategies[:2]
    with pytest.raises(Refusal, match="approach_elsewhere"):
        services.opinions.capture_opinion(
            desk,
            overview.forum.id,
            text="คำ",
            kind=OpinionKind.NEED,
            strategy_id=one.id,
            approach_id=overview.approaches_of(other.id)[0].id,
        )


@pytest.mark.parametrize("text", ["", " \n\t", "\x00\x01", "\u200b\u2060\ufeff", "ก" * 20_001])
def test_an_empty_or_endless_text_is_refused(
    desk: Desk, overview: ForumOverview, text: str
) -> None:
    with pytest.raises(Refusal, match=r"text\."):
        services.opinions.capture_opinion(desk, overview.forum.id, text=text, kind=OpinionKind.NEED)
    assert services.opinions.recent_opinions(desk, overview.forum.id) == ()


@pytest.mark.parametrize(
    "text",
    [
        "ก" * 20_000,
        "😀 👨‍👩‍👧",
        "<b>&amp;",
        "שלום עולם",
        "\u0e49\u0e31",
        "นํ้า\x00",
        "'; DROP TABLE opinion",
    ],
)
def test_an_odd_text_is_kept_as_it_is(desk: Desk, overview: ForumOverview, text: str) -> None:
    services.opinions.capture_opinion(desk, overview.forum.id, text=text, kind=OpinionKind.NEED)
    (kept,) = services.opinions.recent_opinions(desk, overview.forum.id)
    assert kept.text == unicodedata.normalize("NFC", text.replace("\x00", ""))
    assert services.storage.check(desk).is_sound


def test_a_revised_opinion_keeps_its_number_and_a_withdrawn_one_leaves_the_list(
    desk: Desk, overview: ForumOverview
) -> None:
    made = services.opinions.capture_opinion(
        desk, overview.forum.id, text="คำถาม", kind=OpinionKind.NEED
    )
    revised = services.opinions.revise_opinion(
        desk,
        made.id,
        text="คำถามใหม่",
        kind=OpinionKind.QUESTION,
        strategy_id=overview.strategies[0].id,
        approach_id=None,
        answer="คำตอบ",
    )
    assert (revised.id, revised.reference, revised.answer) == (made.id, made.reference, "คำตอบ")
    services.opinions.withdraw_opinion(desk, made.id, "ผู้พูดขอถอน")
    assert services.opinions.recent_opinions(desk, overview.forum.id) == ()


def test_search_needs_every_word(desk: Desk, overview: ForumOverview) -> None:
    for text in ("ขอไฟส่องสว่าง", "ขอถนน", "100%"):
        services.opinions.capture_opinion(desk, overview.forum.id, text=text, kind=OpinionKind.NEED)
    found = services.opinions.recent_opinions(desk, overview.forum.id, typed="ขอ ถนน")
    assert [opinion.text for opinion in found] == ["ขอถนน"]
    found = services.opinions.recent_opinions(desk, overview.forum.id, typed="%")
    assert [opinion.text for opinion in found] == ["100%"]


@pytest.mark.parametrize(
    ("may_be_named", "printed"), [(False, "ผู้แทนชุมชนตลาดเก่า"), (True, "นายผู้พูด  ตัวอย่าง")]
)
def test_a_speaker_is_named_only_where_she_agreed(
    desk: Desk, overview: ForumOverview, may_be_named: bool, printed: str
) -> None:
    speaker = services.registration.register_walk_in(
        desk, overview.forum.id, full_name="นายผู้พูด ตัวอย่าง", sector="people"
    )
    services.opinions.capture_opinion(
        desk,
        overview.forum.id,
        text="ขอทางเท้า",
        kind=OpinionKind.NEED,
        on_behalf_of="ตลาดเก่า",
        speaker_id=speaker.attendee.id,
        may_be_named=may_be_named,
    )
    content = minutes_of(desk, overview.forum.id, Edition.PUBLIC)
    assert [item.attribution for item in content.opinions] == [printed]
    assert ("ผู้พูด" in repr(content)) == may_be_named
