"""Colours of series: seen against the ground, and apart from their neighbours by all eyes."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF

from forum_desktop.ui.figures.marks import pattern, series_color
from forum_desktop.ui.figures.seeing import EYES, contrast, seen_distance
from forum_desktop.ui.tokens import CONTRAST, DARK, LIGHT, Tokens

LOOKS = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
AT_A_GLANCE = 10.0
"""How far two colours lie apart that are told apart at a glance (CIE 1976)."""
MOST = 12


@pytest.mark.parametrize("tokens", LOOKS.values(), ids=LOOKS)
def test_every_series_is_seen_on_the_ground(tokens: Tokens) -> None:
    for number in range(-1, MOST + 1):
        assert contrast(series_color(number, tokens), tokens.surface) >= 3


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("tokens", LOOKS.values(), ids=LOOKS)
def test_neighbours_are_told_apart_by_all_eyes(tokens: Tokens, eyes: str) -> None:
    for one, other in [*pairwise(range(MOST + 1)), *((0, number) for number in range(2, MOST))]:
        colors = series_color(one, tokens), series_color(other, tokens)
        assert seen_distance(*colors, eyes) >= AT_A_GLANCE, (one, other, colors)


def test_neighbours_differ_in_their_pattern_too() -> None:
    area = QRectF(0, 0, 60, 40)
    for one, other in pairwise(range(1, MOST)):
        assert pattern(area, one, 8) != pattern(area, other, 8)


def test_no_line_of_a_pattern_leaves_its_area() -> None:
    area = QRectF(3, 5, 61, 17)
    for number in range(1, 5):
        for line in pattern(area, number, 7):
            for end in (line.p1(), line.p2()):
                assert area.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(end)


def test_what_red_and_green_blind_eyes_confuse_lies_near_for_them() -> None:
    assert seen_distance("#b05a00", "#6b7d00") > 3 * seen_distance("#b05a00", "#6b7d00", "no_green")
