"""The packs that come with the app, and what is refused in a pack of one's own."""

import json
import re
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum_desktop.errors import Refusal
from forum_desktop.paths import resource
from forum_desktop.records.pack import (
    NEEDS,
    SESSIONS,
    DocumentSettings,
    EventPack,
    HealthScreening,
    MeetingSession,
    Need,
    OfficerRole,
    Retention,
)
from forum_desktop.services import packs
from forum_desktop.services.pack_reading.lines import find_line
from forum_desktop.wording import Wording

STRATEGIES = {
    "การพัฒนาสังคมและคุณภาพชีวิต": (
        "สร้างสังคมเอื้ออาทรและการลดความเหลื่อมล้ำในสังคม",
        "พัฒนาด้านสาธารณสุข (Healthy City) และส่งเสริมคุณภาพชีวิตทุกช่วงวัย",
        "พัฒนาคุณภาพการศึกษาและการเรียนรู้ตลอดช่วงวัยเพื่อทันต่อการเปลี่ยนแปลง",
        "ส่งเสริม สนับสนุน และยกระดับกิจกรรมศาสนา ศิลปะ วัฒนธรรม ประเพณี กีฬา นันทนาการ และเทศกาลต่าง ๆ",
        "จัดระเบียบชุมชน สังคม และการรักษาความสงบเรียบร้อย",
        "สร้างการมีส่วนร่วมและความเข้มแข็งของภาคประชาชนและภาคีเครือข่าย",
    ),
    "พัฒนาโครงสร้างพื้นฐานและระบบบริการสาธารณะ": (
        "พัฒนาโครงสร้างพื้นฐานด้านคมนาคมขนส่งและระบบ Logistic",
        "พัฒนาโครงสร้างพื้นฐานด้านสาธารณูปโภค สาธารณูปการ และการบริการสาธารณะ",
    ),
    "พัฒนาและรักษาคุณภาพสิ่งแวดล้อม": (
        "พัฒนาและรักษาคุณภาพสิ่งแวดล้อมให้อยู่ในระดับมาตรฐานสากล",
        "พัฒนาเมืองขอนแก่นให้เป็นเมืองมหานครสีเขียว (Green City)",
    ),
    "พัฒนาเพื่อเพิ่มศักยภาพด้านเศรษฐกิจ": (
        "ส่งเสริม สนับสนุน และยกระดับกิจกรรมเศรษฐกิจเชิงสร้างสรรค์เพื่อรองรับ MICE CITY",
        "ส่งเสริมให้เกิดการยกระดับขีดความสามารถในการแข่งขันและการเข้าถึงแหล่งทุนของวิสาหกิจชุมชนและผู้ประกอบการ",
        "ส่งเสริมและพัฒนาย่านเศรษฐกิจสร้างสรรค์",
    ),
    "พัฒนาองค์กรให้เป็นเลิศด้านการบริหารจัดการท้องถิ่น": (
        "พัฒนาศักยภาพและยกระดับทรัพยากรบุคคลให้มีสมรรถนะสูง",
        "ส่งเสริมและสนับสนุนการใช้เทคโนโลยีและนวัตกรรมเพื่อเพิ่มประสิทธิภาพการบริหารและการบริการ",
        "พัฒนาองค์กรเทศบาลนครขอนแก่น ให้เป็นองค์กรธรรมาภิบาล",
    ),
}
"""The reference forum's plan as it was read out, word for word."""

EXAMPLE = re.compile(r"# (\[\[registration\.\w+\]\]|\[(screening|retention)\]|[a-z_]+ = )")
"""A line of an example that stands as a comment in the reference pack."""


def khon_kaen() -> EventPack:
    return packs.find_pack("khon-kaen-2565")


def test_the_reference_plan_is_word_for_word() -> None:
    plan = {
        strategy.name: tuple(approach.text for approach in strategy.approaches)
        for strategy in khon_kaen().strategies
    }
    assert plan == STRATEGIES
    assert list(plan) == list(STRATEGIES)


def test_the_reference_plan_is_numbered_in_order() -> None:
    strategies = khon_kaen().strategies
    assert [strategy.number for strategy in strategies] == [1, 2, 3, 4, 5]
    numbers = [[approach.number for approach in strategy.approaches] for strategy in strategies]
    assert numbers == [[1, 2, 3, 4, 5, 6], [1, 2], [1, 2], [1, 2, 3], [1, 2, 3]]


def test_the_reference_communities_are_95_in_four_zones_and_unconfirmed() -> None:
    pack = khon_kaen()
    counts = [sum(place.zone == zone for place in pack.communities) for zone in pack.zones]
    assert pack.zones == ("เขต 1", "เขต 2", "เขต 3", "เขต 4")
    assert counts == [17, 28, 31, 19]
    assert len({place.name for place in pack.communities}) == 95
    assert not any(place.confirmed for place in pack.communities)
    aliases = {place.name: place.aliases for place in pack.communities}
    assert aliases["เมืองเก่า 4"] == ("หนองแวงเมืองเก่า 4",)
    assert aliases["ธารทิพย์"] == ("ซอยธารทิพย์",)


def test_the_reference_event_is_as_reported_and_spelled_right() -> None:
    pack = khon_kaen()
    assert (pack.held_on, pack.starts_at, pack.fiscal_year) == (date(2021, 10, 14), time(9), 2022)
    assert pack.title == (
        "โครงการอบรมเชิงปฏิบัติการเพื่อจัดทำแผนพัฒนาเทศบาลอย่างมีส่วนร่วม "
        "ประจำปีงบประมาณ พ.ศ. 2565 การประชาคมระดับนคร"
    )
    assert pack.venue == "โรงแรมอวานี ขอนแก่น โฮเทล แอนด์ คอนเวนชั่น เซ็นเตอร์"
    assert pack.vision == "พัฒนาเมืองสู่สากล สร้างสังคมแห่งความสุข"
    assert [(o.role, o.title, o.first_name, o.last_name) for o in pack.officers] == [
        (OfficerRole.CHAIR, "นาย", "ธีระศักดิ์", "ฑีฆายุพันธุ์"),
        (OfficerRole.MEMBER, "นาย", "มนตรี", "สิงหปุณณภัทร"),
    ]
    assert [item.number for item in pack.agenda] == [1, 2, 3, 4, 5]
    assert pack.complaint_days == 15
    assert all(sector.expected is None for sector in pack.sectors)


def test_every_shipped_pack_loads_under_its_own_key() -> None:
    shipped = packs.list_packs()
    assert [pack.key for pack in shipped] == sorted(
        path.stem for path in resource("packs").glob("*.toml")
    )
    assert {len(pack.strategies) for pack in shipped} == {4, 5, 8}
    assert len({pack.code for pack in shipped}) == len(shipped)


def test_another_municipality_names_its_levels_and_needs_no_zones() -> None:
    pack = packs.find_pack("sample-four-issues")
    assert (pack.levels.strategy, pack.levels.approach) == ("ประเด็นการพัฒนา", "กลยุทธ์")
    assert pack.zones == ()
    assert len(pack.communities) == 8


def test_a_day_in_parts_has_a_session_each_and_a_room_for_one_sector() -> None:
    pack = packs.find_pack("sample-four-issues")
    told = [(item.code, item.starts_at, item.sectors, item.zones) for item in pack.sessions]
    assert told == [
        ("morning", time(9), (), ()),
        ("afternoon", time(13, 30), (), ()),
        ("youth-room", time(10, 30), ("youth",), ()),
    ]
    assert pack.sessions[0].starts_at == pack.starts_at
    assert [need.code for need in pack.needs] == ["wheelchair", "sign-language", "child-care"]
    assert not pack.screening.is_on


def test_a_pack_turns_screening_on_and_keeps_data_for_days_of_its_own() -> None:
    pack = packs.find_pack("sample-eight-strategies")
    assert (pack.screening.is_on, pack.screening.keep_days) == (True, 14)
    assert (pack.retention.speaker_days, pack.retention.attendee_days) == (180, 1825)
    assert [need.code for need in pack.needs] == ["wheelchair", "reading", "hearing", "ride"]
    assert pack.sessions == SESSIONS


def test_the_reference_forum_has_one_session_and_no_screening() -> None:
    pack = khon_kaen()
    assert (pack.sessions, pack.needs) == (SESSIONS, NEEDS)
    assert (pack.screening, pack.retention) == (HealthScreening(), Retention())


@pytest.mark.parametrize("pack", packs.list_packs(), ids=lambda pack: pack.key)
def test_what_a_pack_names_is_named_in_both_languages(pack: EventPack) -> None:
    named: list[MeetingSession | Need | HealthScreening] = [*pack.sessions, *pack.needs]
    assert all(item.name and item.english for item in [*named, pack.screening])


def test_the_draft_notice_tells_all_that_the_law_asks_for() -> None:
    (notice,) = [item for item in khon_kaen().notices if item.key == "privacy"]
    for fact in (
        *("ผู้ควบคุมข้อมูลส่วนบุคคล", "ชื่อ-สกุล", "หมายเลขโทรศัพท์", "ลายมือชื่อ", "ความคิดเห็น"),
        *("จัดทำรายงานการประชุม", "มาตรา 24 (4) และ (6)", "หน่วยงานที่เกี่ยวข้อง", "ภาพและเสียง"),
        *("เข้าถึง แก้ไข ลบ ระงับ หรือคัดค้าน", "เจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคล"),
    ):
        assert fact in notice.text
    # The years, the legal basis, where to turn to and the officer are the municipality's.
    assert notice.text.count("[รอยืนยัน: ") == 4


def test_the_examples_in_the_reference_pack_can_be_used_as_they_stand(tmp_path: Path) -> None:
    lines = resource("packs", "khon-kaen-2565.toml").read_text(encoding="utf-8").splitlines()
    shown = [line.removeprefix("# ") if EXAMPLE.match(line) else line for line in lines]
    path = tmp_path / "own.toml"
    path.write_text("\n".join(shown), encoding="utf-8")
    pack = packs.read_pack(path)
    assert [item.code for item in pack.sessions] == ["morning", "afternoon", "group-zone-1"]
    assert pack.sessions[-1].zones == ("เขต 1",)
    assert [need.code for need in pack.needs] == ["wheelchair"]
    assert (pack.screening.is_on, pack.retention) == (True, Retention())


def test_an_unknown_name_is_refused_with_those_known() -> None:
    with pytest.raises(Refusal) as caught:
        packs.find_pack("nowhere")
    assert caught.value.key == "pack.unknown"
    assert "khon-kaen-2565" in Wording("en").of(caught.value)


def test_the_lines_of_a_whole_pack_hold_what_they_are_said_to_hold() -> None:
    text = resource("packs", "khon-kaen-2565.toml").read_text(encoding="utf-8")
    lines = text.split("\n")
    for strategy in range(5):
        path = ("strategies", strategy, "approaches", 1, "text")
        wanted = list(STRATEGIES.values())[strategy][1]
        assert wanted in lines[find_line(text, path) - 1]
    assert "ตลาดต้นตาล" in lines[find_line(text, ("communities", "zones", 3, "names", 18)) - 1]


margins = st.floats(allow_nan=False, allow_infinity=False)
settings = st.builds(
    DocumentSettings,
    margin_left=margins,
    margin_right=margins,
    margin_top=margins,
    margin_bottom=margins,
)


sessions = st.builds(MeetingSession, starts_at=..., sectors=..., zones=...)


@given(
    st.builds(
        EventPack,
        documents=settings,
        screening=st.builds(HealthScreening, is_on=..., name=..., keep_days=...),
        retention=st.builds(Retention, speaker_days=..., attendee_days=...),
        sessions=st.lists(sessions).map(tuple),
        needs=st.lists(st.builds(Need, english=...)).map(tuple),
    )
)
def test_a_copy_comes_back_as_it_was(pack: EventPack) -> None:
    content = packs.to_json(pack)
    assert packs.from_json(content) == pack
    assert packs.to_json(packs.from_json(content)) == content


def test_a_copy_has_one_spelling() -> None:
    content = packs.to_json(khon_kaen())
    assert "เทศบาลนครขอนแก่น" in content
    assert content == json.dumps(
        json.loads(content), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


def test_a_copy_of_an_older_app_without_a_desk_is_read() -> None:
    facts = json.loads(packs.to_json(packs.find_pack("sample-eight-strategies")))
    for name in ("sessions", "needs", "screening", "retention"):
        del facts[name]
    pack = packs.from_json(json.dumps(facts))
    assert (pack.sessions, pack.needs) == (SESSIONS, NEEDS)
    assert (pack.screening, pack.retention) == (HealthScreening(), Retention())


@pytest.mark.parametrize("key", ["sample-four-issues", "sample-eight-strategies"])
def test_a_copy_keeps_sessions_needs_screening_and_retention(key: str) -> None:
    pack = packs.find_pack(key)
    assert packs.from_json(packs.to_json(pack)) == pack


def test_a_copy_of_a_newer_app_is_read() -> None:
    pack = khon_kaen()
    facts = json.loads(packs.to_json(pack)) | {"invented_later": [1]}
    assert packs.from_json(json.dumps(facts)) == pack


@pytest.mark.parametrize(
    "facts",
    [
        {"fiscal_year": "2022"},
        {"sectors": 5},
        {"levels": []},
        {"held_on": 1},
        {"sessions": {}},
        {"sessions": [{"code": "a", "name": "b", "starts_at": 9}]},
        {"screening": {"is_on": "yes"}},
        {"retention": {"speaker_days": None}},
    ],
)
def test_a_damaged_copy_is_refused(facts: dict[str, object]) -> None:
    content = json.dumps(json.loads(packs.to_json(khon_kaen())) | facts)
    with pytest.raises(Refusal, match="copy_damaged"):
        packs.from_json(content)


@pytest.mark.parametrize("content", ["", "[]", "{}", "5", "[" * 100_000])
def test_what_is_no_copy_is_refused(content: str) -> None:
    with pytest.raises(Refusal, match="copy_damaged"):
        packs.from_json(content)


def test_a_copy_keeps_what_was_edited() -> None:
    pack = replace(khon_kaen(), venue="ที่ใหม่")
    assert packs.from_json(packs.to_json(pack)).venue == "ที่ใหม่"


def test_a_pack_may_say_how_long_its_items_should_take() -> None:
    by_key = {pack.key: pack for pack in packs.list_packs()}
    timed = by_key["sample-eight-strategies"]
    assert [item.minutes for item in timed.agenda] == [15, 5, 30, 90, 20, 10]
    assert packs.from_json(packs.to_json(timed)).agenda == timed.agenda
    untimed = by_key["sample-four-issues"]
    assert {item.minutes for item in untimed.agenda} == {None}
