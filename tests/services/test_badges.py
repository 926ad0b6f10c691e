"""Whose badges are made: groups, order, blank ones, and a sheet that is known again."""

import json
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.badge import MARK, badge_code, read_badge
from forum_desktop.records.badges import (
    FOR_EVERYBODY,
    MOST_BLANKS,
    BadgeGroup,
    BadgeOrder,
    LabelUse,
)
from forum_desktop.records.documents import BadgesContent, DocumentKind, DocumentOrder
from forum_desktop.records.minutes import Edition
from forum_desktop.records.people import Attendee
from forum_desktop.records.verdict import Verdict
from forum_desktop.services.desk import Desk
from tests.factory import make_pack

PEOPLE = (
    ("นายข้าว ตัวอย่าง", "ตลาดเก่า"),
    ("นางแก้ว สมมติ", "ตลาดเก่า"),
    ("นายเก่ง สมมติ", "ริมน้ำ 1"),
)
PHONE = "0812345678"


@pytest.fixture
def forum_id(desk: Desk) -> UUID:
    forum = services.forums.create_forum(desk, make_pack())
    return services.forums.open_forum(desk, forum.id).id


@pytest.fixture
def people(desk: Desk, forum_id: UUID) -> tuple[Attendee, ...]:
    """Register PEOPLE, who come unannounced."""
    return tuple(
        services.registration.register_walk_in(
            desk, forum_id, full_name=name, sector="people", community=place, phone=PHONE
        ).attendee
        for name, place in PEOPLE
    )


def order(badges: BadgeOrder = FOR_EVERYBODY) -> DocumentOrder:
    return DocumentOrder(kind=DocumentKind.BADGES, edition=Edition.INTERNAL, badges=badges)


def composed(desk: Desk, forum_id: UUID, badges: BadgeOrder = FOR_EVERYBODY) -> BadgesContent:
    content = services.documents.compose_document(desk, forum_id, order(badges))
    assert isinstance(content, BadgesContent)
    return content


def given_names(content: BadgesContent) -> list[str]:
    return [badge.given for badge in content.badges]


def test_everybody_gets_one_badge_in_the_order_of_a_dictionary(
    desk: Desk, forum_id: UUID, people: tuple[Attendee, ...]
) -> None:
    content = composed(desk, forum_id)
    assert given_names(content) == ["นายเก่ง", "นางแก้ว", "นายข้าว", "นายตัวอย่าง", "นางสมมติ"]
    codes = {badge.given: badge.code for badge in content.badges}
    assert codes["นายข้าว"] == badge_code(people[0].id)
    assert all(read_badge(code) == code for code in codes.values())


@pytest.mark.parametrize(
    ("group", "of", "names"),
    [
        (BadgeGroup.MEMBERS, "", ["นายตัวอย่าง", "นางสมมติ"]),
        (BadgeGroup.ZONE, "เขต 1", ["นายเก่ง"]),
        (BadgeGroup.ZONE, "เขต 2", ["นางแก้ว", "นายข้าว"]),
        (BadgeGroup.COMMUNITY, "ตลาดเก่า", ["นางแก้ว", "นายข้าว"]),
    ],
)
@pytest.mark.usefixtures("people")
def test_a_group_gets_badges_of_its_own(
    desk: Desk, forum_id: UUID, group: BadgeGroup, of: str, names: list[str]
) -> None:
    assert given_names(composed(desk, forum_id, BadgeOrder(group=group, of=of))) == names


def test_those_of_one_import_get_badges(desk: Desk, forum_id: UUID, tmp_path: Path) -> None:
    path = tmp_path / "รายชื่อ.csv"
    path.write_text("ชื่อ-สกุล,ชุมชน\nนายมาใหม่ ทดลอง,ตลาดเก่า\n", encoding="utf-8")
    preview = services.imports.preview_attendees(desk, forum_id, path)
    run = services.imports.apply_attendees(desk, forum_id, preview)
    wanted = BadgeOrder(group=BadgeGroup.IMPORT, of=str(run.id))
    assert given_names(composed(desk, forum_id, wanted)) == ["นายมาใหม่"]
    found = services.badges.read_choices(desk, forum_id).groups
    (told,) = [item for item in found if item.group is BadgeGroup.IMPORT]
    assert (told.of, told.name, told.count) == (str(run.id), path.name, 1)


@pytest.mark.usefixtures("people")
def test_the_choices_tell_how_many_belong_to_each_group(desk: Desk, forum_id: UUID) -> None:
    choices = services.badges.read_choices(desk, forum_id)
    assert [(item.group, item.of, item.count) for item in choices.groups] == [
        (BadgeGroup.EVERYONE, "", 5),
        (BadgeGroup.MEMBERS, "", 2),
        (BadgeGroup.ZONE, "เขต 1", 1),
        (BadgeGroup.ZONE, "เขต 2", 2),
        (BadgeGroup.COMMUNITY, "ริมน้ำ 1", 1),
        (BadgeGroup.COMMUNITY, "ตลาดเก่า", 2),
    ]
    assert choices.layouts[0].use is LabelUse.BADGE
    for item in choices.groups:
        wanted = BadgeOrder(group=item.group, of=item.of)
        assert len(composed(desk, forum_id, wanted).badges) == item.count


def test_whoever_was_merged_or_withdrawn_gets_no_badge_of_her_own(
    desk: Desk, forum_id: UUID, people: tuple[Attendee, ...]
) -> None:
    services.registration.undo_check_in(desk, people[2].id, "ลงชื่อผิดคน")
    with desk.act() as act:
        act.put(replace(people[1], same_as=people[0].id))
        act.put(replace(people[2], withdrawn="ลงชื่อผิดคน"))
    assert given_names(composed(desk, forum_id)) == ["นายข้าว", "นายตัวอย่าง", "นางสมมติ"]


def test_a_blank_badge_that_was_given_is_found_by_its_scan_and_printed_again_with_its_code(
    desk: Desk, forum_id: UUID, people: tuple[Attendee, ...]
) -> None:
    wanted = BadgeOrder(group=BadgeGroup.BLANK, blank_count=2)
    code, other = (badge.code for badge in composed(desk, forum_id, wanted).badges)
    services.registration.give_badge(desk, people[0].id, code)
    found = services.registration.find_badge(desk, forum_id, MARK + code)
    assert found is not None
    assert found.attendee.id == people[0].id
    assert services.registration.find_badge(desk, forum_id, MARK + other) is None
    codes = {badge.given: badge.code for badge in composed(desk, forum_id).badges}
    assert codes["นายข้าว"] == code


def test_every_printed_badge_is_found_by_its_scan(
    desk: Desk, forum_id: UUID, people: tuple[Attendee, ...]
) -> None:
    for badge in composed(desk, forum_id).badges:
        row = services.registration.find_badge(desk, forum_id, MARK + badge.code)
        assert row is not None
        assert row.attendee.full_name.startswith(badge.given)


@pytest.mark.usefixtures("people")
def test_badges_bear_no_telephone_and_nothing_of_presence(desk: Desk, forum_id: UUID) -> None:
    told = repr(composed(desk, forum_id))
    assert "ตลาดเก่า" in told
    assert PHONE not in told
    assert "checked_in" not in told


def test_blank_badges_are_new_each_time_and_the_same_for_the_same_codes(
    desk: Desk, forum_id: UUID
) -> None:
    wanted = BadgeOrder(group=BadgeGroup.BLANK, blank_count=30)
    first, second = (composed(desk, forum_id, wanted) for _ in range(2))
    codes = [badge.code for badge in first.badges]
    assert len(set(codes)) == 30
    assert not set(codes) & {badge.code for badge in second.badges}
    again = composed(desk, forum_id, first.order)
    assert again == first
    make = services.documents.render_document
    assert make(desk, forum_id, order(first.order)) == make(desk, forum_id, order(first.order))


@pytest.mark.parametrize(
    ("badges", "key"),
    [
        (BadgeOrder(layout="nothing"), "layout_unknown"),
        (BadgeOrder(layout="label-24", skip=24), "label_skip"),
        (BadgeOrder(layout="tent", skip=1), "label_skip"),
        (BadgeOrder(skip=-1), "label_skip"),
        (BadgeOrder(group=BadgeGroup.BLANK), "blank_count"),
        (BadgeOrder(group=BadgeGroup.BLANK, blank_count=MOST_BLANKS + 1), "blank_count"),
        (BadgeOrder(group=BadgeGroup.BLANK, blank_count=-1), "blank_count"),
        (BadgeOrder(group=BadgeGroup.ZONE, of="เขต 9"), "group_unknown"),
        (BadgeOrder(group=BadgeGroup.COMMUNITY, of=""), "group_unknown"),
        (BadgeOrder(group=BadgeGroup.IMPORT, of="x"), "group_unknown"),
    ],
)
def test_what_cannot_be_printed_is_refused(
    desk: Desk, forum_id: UUID, badges: BadgeOrder, key: str
) -> None:
    with pytest.raises(Refusal, match=rf"document\.{key}"):
        composed(desk, forum_id, badges)


def test_a_known_place_without_anybody_gets_a_page_that_says_so(desk: Desk, forum_id: UUID) -> None:
    assert composed(desk, forum_id, BadgeOrder(group=BadgeGroup.ZONE, of="เขต 1")).badges == ()


@pytest.mark.parametrize(
    "badges",
    [
        BadgeOrder(group=BadgeGroup.MEMBERS, layout="tent"),
        BadgeOrder(group=BadgeGroup.ZONE, of="เขต 2", layout="label-24", skip=5),
        BadgeOrder(group=BadgeGroup.BLANK, blank_count=3),
    ],
)
def test_a_sheet_is_known_again_whatever_was_ordered(
    desk: Desk,
    forum_id: UUID,
    people: tuple[Attendee, ...],
    tmp_path: Path,
    badges: BadgeOrder,
) -> None:
    path = tmp_path / "badges.pdf"
    services.documents.export_document(desk, forum_id, order(badges), path)
    check = services.checking.check_document
    assert check(desk, path).verdict is Verdict.GENUINE
    path.write_bytes(path.read_bytes() + b"\n")
    assert check(desk, path).verdict is Verdict.ALTERED
    with desk.act() as act:
        for person in people:
            act.put(replace(person, withdrawn="ทดสอบ", zone="เขต 1"))
    assert check(desk, path).verdict in {Verdict.ALTERED, Verdict.OUTDATED}


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("", BadgeOrder()),
        ("members", BadgeOrder(group=BadgeGroup.MEMBERS)),
        ("zone:เขต 1", BadgeOrder(group=BadgeGroup.ZONE, of="เขต 1")),
        ("blank:25", BadgeOrder(group=BadgeGroup.BLANK, blank_count=25)),
    ],
)
def test_an_order_is_read_from_words(words: str, wanted: BadgeOrder) -> None:
    assert services.badges.order_of_words(words) == wanted


@pytest.mark.parametrize("words", ["nobody", "blank", "blank:many", ":x"])
def test_words_that_name_no_group_are_refused(words: str) -> None:
    with pytest.raises(Refusal, match="group_unknown"):
        services.badges.order_of_words(words)


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=80),
        st.recursive(
            st.none() | st.integers() | st.text(max_size=9), lambda x: st.lists(x, max_size=3)
        ).map(lambda facts: json.dumps(facts).encode()),
        st.fixed_dictionaries(
            {
                "group": st.sampled_from([*BadgeGroup, "x", 5]),
                "of": st.text(max_size=5),
                "layout": st.text(max_size=5),
                "skip": st.one_of(st.integers(), st.none()),
                "blank_count": st.integers(),
                "blanks": st.lists(st.one_of(st.text(max_size=12), st.integers()), max_size=3),
            }
        ).map(lambda facts: json.dumps(facts).encode()),
    )
)
def test_an_order_out_of_a_strange_file_holds_nothing_strange(content: bytes) -> None:
    made = services.badges.order_of_json(content)
    assert all(read_badge(code) == code for code in made.blanks)
