"""Where pages lie, and that a place in a document is kept through zooms and newer versions."""

from hypothesis import given
from hypothesis import strategies as st

from forum_desktop.ui.minutes.places import Places

_SIZES = st.lists(st.sampled_from([(595.3, 841.9), (841.9, 595.3)]), min_size=1, max_size=12)
_ROOM = st.integers(200, 1500)
_ZOOM = st.sampled_from([0.5, 0.8, 1.0, 2.0])


@given(_SIZES, _ROOM, _ZOOM, st.floats(0, 1))
def test_a_place_is_found_again(
    sizes: list[tuple[float, float]], room: int, zoom: float, share: float
) -> None:
    places = Places.of(sizes, room, zoom)
    top = int(share * places.height)
    assert abs(places.top_of(places.spot(top)) - top) <= 1


@given(_SIZES, _SIZES, _ROOM, st.floats(0, 1))
def test_pages_added_behind_leave_the_place_alone(
    sizes: list[tuple[float, float]], more: list[tuple[float, float]], room: int, share: float
) -> None:
    narrow = [(595.3, 841.9)] * len(sizes)
    before = Places.of(narrow, room, 1.0)
    after = Places.of([*narrow, *((595.3, 841.9) for _ in more)], room, 1.0)
    top = int(share * before.height)
    assert after.top_of(before.spot(top)) == before.top_of(before.spot(top))


@given(_SIZES, _ROOM, _ROOM, _ZOOM, st.floats(0, 1))
def test_the_same_page_stays_in_front_at_another_size(
    sizes: list[tuple[float, float]], room: int, other: int, zoom: float, share: float
) -> None:
    first, second = Places.of(sizes, room, 1.0), Places.of(sizes, other, zoom)
    spot = first.spot(int(share * first.height))
    again = second.spot(second.top_of(spot))
    assert again.page == spot.page
    assert abs(again.share - spot.share) < 0.02


@given(_SIZES, _ROOM, _ZOOM)
def test_pages_lie_under_each_other_within_the_width(
    sizes: list[tuple[float, float]], room: int, zoom: float
) -> None:
    places = Places.of(sizes, room, zoom)
    tops = [place.top() for place in places.rectangles]
    assert tops == sorted(tops)
    for above, below in zip(places.rectangles, places.rectangles[1:], strict=False):
        assert above.bottom() < below.top()
    assert all(p.left() >= 0 and p.right() < places.width for p in places.rectangles)


def test_a_page_that_is_gone_is_the_last_one() -> None:
    long, short = Places.of([(595, 842)] * 9, 600, 1.0), Places.of([(595, 842)] * 2, 600, 1.0)
    spot = long.spot(long.beginning(7) + 200)
    assert short.spot(short.top_of(spot)).page == 1


def test_only_what_a_window_shows_is_seen() -> None:
    places = Places.of([(595, 842)] * 200, 600, 1.0)
    assert list(places.seen(places.beginning(99) + 40, 500)) == [99]
    assert len(list(places.seen(0, 2000))) == 3
