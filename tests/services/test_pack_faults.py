"""A pack of one's own: read as written, and every fault told with its file and line."""

from datetime import time
from pathlib import Path

import pytest

from forum_desktop.errors import Refusal
from forum_desktop.records.pack import (
    DocumentSettings,
    HealthScreening,
    MeetingSession,
    Need,
    Retention,
)
from forum_desktop.services import packs
from forum_desktop.services.pack_reading.lines import find_line
from forum_desktop.wording import Wording

PACK = """\
key = "test-town"
code = "TT70"
municipality = "เทศบาลทดสอบ"
[meeting]
title = "โครงการทดสอบ"
level = "ระดับเมือง"
name = "การประชาคม"
purpose = "เพื่อทดสอบ"
date = 2027-02-11
starts_at = "09.30"
venue = "ศาลาทดสอบ"
[plan]
fiscal_year = 2027
edition = "ฉบับทดสอบ"
[[strategies]]
number = 2
name = "สอง"
short = "ส"
approaches = [
  { number = 1, text = "สองหนึ่ง" },
  { number = 2, text = "สองสอง" },
]
[[strategies]]
number = 1
name = "หนึ่ง"
short = "น"
[registration]
sectors = [{ code = "public", name = "ประชาชน", expected = 20 }]
[[registration.sessions]]
code = "morning"
name = "ภาคเช้า"
starts_at = "09.00"
[[registration.sessions]]
code = "room"
name = "ห้องย่อย"
sectors = ["public"]
zones = ["เขต 1"]
[[registration.needs]]
code = "wheelchair"
name = "เก้าอี้รถเข็น"
[screening]
on = true
keep_days = 7
[retention]
speaker_days = 90
[communities]
names = [
  "ไม่มีเขต",
]
[[communities.zones]]
name = "เขต 1"
names = [
  "ริมน้ำ",
  { name = "ตลาด", aliases = ["ตลาดเก่า"], confirmed = true },
]
[[officers]]
role = "chair"
title = "นาย"
first_name = "ทดสอบ"
[[agenda]]
number = 1
kind = "inform"
title = "แจ้งให้ทราบ"
[complaints]
days = 15
kinds = [{ code = "other", name = "อื่น ๆ" }]
[documents]
margin_left = 2
"""
"""A small pack without a fault."""


@pytest.fixture
def write(tmp_path: Path) -> Path:
    return tmp_path / "ชุดทดสอบ.toml"


def test_a_small_pack_is_read_as_written(write: Path) -> None:
    write.write_text(PACK, encoding="utf-8")
    pack = packs.find_pack(str(write))
    assert [strategy.name for strategy in pack.strategies] == ["หนึ่ง", "สอง"]
    assert pack.starts_at == time(9, 30)
    assert [(c.name, c.zone, c.confirmed) for c in pack.communities] == [
        ("ไม่มีเขต", "", False),
        ("ริมน้ำ", "เขต 1", False),
        ("ตลาด", "เขต 1", True),
    ]
    assert pack.documents == DocumentSettings(margin_left=2.0)
    assert pack.sessions == (
        MeetingSession(code="morning", name="ภาคเช้า", starts_at=time(9)),
        MeetingSession(code="room", name="ห้องย่อย", sectors=("public",), zones=("เขต 1",)),
    )
    assert pack.needs == (Need(code="wheelchair", name="เก้าอี้รถเข็น"),)
    assert pack.screening == HealthScreening(is_on=True, keep_days=7)
    assert pack.retention == Retention(speaker_days=90)


def test_a_file_saved_by_windows_notepad_is_read(write: Path) -> None:
    write.write_bytes(b"\xef\xbb\xbf" + PACK.replace("\n", "\r\n").encode())
    assert packs.read_pack(write).key == "test-town"


FAULTS = [
    ("number = 1\nname = ", "number = 2 # here\nname = ", "repeated"),
    ('2, text = "สองสอง" },', '1, text = "สองสอง" }, # here', "repeated"),
    ("[complaints]", '[[agenda]]\nnumber = 1 # here\ntitle = "อีก"\n[complaints]', "repeated"),
    ("number = 1\nname = ", "number = 10 # here\nname = ", "too_many_strategies"),
    ("number = 1\nname = ", "number = 0 # here\nname = ", "out_of_range"),
    ("days = 15", "days = 0 # here", "out_of_range"),
    ("margin_left = 2", "margin_left = nan # here", "out_of_range"),
    ('role = "chair"', 'name = "ก" # here', "unknown_key_meant"),
    (
        '"chair"\ntitle = "นาย"\nfirst_name =',
        '"chair"\nfirst_name = "ก"\n[[officers]] # here\nlast_name =',
        "missing_key",
    ),
    ("[complaints]\ndays = 15", "[complaints] # here", "missing_key"),
    ('venue = "ศาลาทดสอบ"', 'venu = "ศาลา" # here', "unknown_key_meant"),
    ('venue = "ศาลาทดสอบ"', 'colour = "แดง" # here', "unknown_key"),
    ('venue = "ศาลาทดสอบ"', "venue = 5 # here", "not_text"),
    ('venue = "ศาลาทดสอบ"', 'venue = "  " # here', "empty_text"),
    ('"ริมน้ำ",', '"ริมน้ำ",\n  5, # here', "not_table"),
    ('["ตลาดเก่า"], confirmed = true },', "[5] }, # here", "not_text"),
    ("days = 15", 'days = "15" # here', "not_whole_number"),
    ("days = 15", "days = true # here", "not_whole_number"),
    ("margin_left = 2", 'margin_left = "2" # here', "not_number"),
    ("[documents]", "[documents]\nera_word = 1 # here", "not_flag"),
    ("date = 2027-02-11", 'date = "11 ก.พ. 70" # here', "bad_date"),
    ("date = 2027-02-11", "date = 2027-02-30 # here", "bad_date"),
    ("date = 2027-02-11", "date = 2027-02-11T09:00:00 # here", "bad_date"),
    ("date = 2027-02-11", "date = 2570-02-11 # here", "not_common_era"),
    ("fiscal_year = 2027", "fiscal_year = 2570 # here", "not_common_era"),
    ('starts_at = "09.30"', 'starts_at = "สาย" # here', "bad_time"),
    ('starts_at = "09.30"', 'starts_at = "25:00" # here', "bad_time"),
    ('role = "chair"', 'role = "king" # here', "unknown_choice"),
    ('kind = "inform"', 'kind = "sing" # here', "unknown_choice"),
    ('"ริมน้ำ",', '"ริมน้ำ",\n  "ริมน้ำ", # here', "repeated_community"),
    ('first_name = "ทดสอบ"', 'first_name = "นายทดสอบ" # here', "doubled_title"),
    ('key = "test-town"', 'key = "Test Town" # here', "bad_key"),
    ('code = "TT70"', 'code = "ทท70" # here', "bad_code"),
    ('venue = "ศาลาทดสอบ"', 'venue = "ศาลา # here', "bad_syntax"),
    ("days = 15", "days = 15\ndays = 16 # here", "bad_syntax"),
    ('[{ code = "other", name = "อื่น ๆ" }]', "[] # here", "empty_list"),
    ('[{ code = "other", name = "อื่น ๆ" }]', '"other" # here', "not_list"),
    ('[{ code = "other", name = "อื่น ๆ" }]', '[{ code = "other" }] # here', "missing_key"),
    ('code = "room"', 'code = "morning" # here', "repeated"),
    ('name = "ห้องย่อย"', 'name = "" # here', "empty_text"),
    ('name = "ห้องย่อย"', 'names = "ห้องย่อย" # here', "unknown_key_meant"),
    ('starts_at = "09.00"', 'starts_at = "เช้า" # here', "bad_time"),
    ('starts_at = "09.00"', "starts_at = 9 # here", "bad_time"),
    ('sectors = ["public"]', 'sectors = ["public", "nobody"] # here', "unknown_choice"),
    ('sectors = ["public"]', 'sectors = "public" # here', "not_list"),
    ('zones = ["เขต 1"]', 'zones = ["เขต 9"] # here', "unknown_choice"),
    ('zones = ["เขต 1"]', "zones = [1] # here", "not_text"),
    (
        'name = "เก้าอี้รถเข็น"',
        'name = "รถเข็น"\n[[registration.needs]]\ncode = "wheelchair" # here\nname = "อีก"',
        "repeated",
    ),
    ('name = "เก้าอี้รถเข็น"', "name = 5 # here", "not_text"),
    ('name = "เก้าอี้รถเข็น"', 'title = "รถเข็น" # here', "unknown_key"),
    ("on = true", 'on = "ใช่" # here', "not_flag"),
    ("on = true", "on = 1 # here", "not_flag"),
    ("keep_days = 7", "keep_days = -1 # here", "out_of_range"),
    ("keep_days = 7", "keep_days = 7.5 # here", "not_whole_number"),
    ("keep_days = 7", "keep_day = 7 # here", "unknown_key_meant"),
    ("speaker_days = 90", "speaker_days = -90 # here", "out_of_range"),
    ("speaker_days = 90", 'speaker_days = "90" # here', "not_whole_number"),
    ("speaker_days = 90", "attendee_days = 99999 # here", "out_of_range"),
    ("speaker_days = 90", "days = 90 # here", "unknown_key"),
    ("[screening]", "[[screening]] # here", "not_table"),
]
"""What stands in the small pack, what is written instead, and what is told of it."""


@pytest.mark.parametrize(("old", "new", "fault"), FAULTS)
def test_a_fault_is_told_with_its_file_and_line(
    write: Path, old: str, new: str, fault: str
) -> None:
    text = PACK.replace(old, new, 1)
    write.write_text(text, encoding="utf-8")
    refusal = refused(write)
    line = text[: text.index("# here")].count("\n") + 1
    assert (refusal.key, refusal.details["line"]) == (f"pack.{fault}", line)
    assert told(refusal, write.name, line)


def test_a_pack_without_strategies_is_refused(write: Path) -> None:
    start, end = PACK.index("[[strategies]]"), PACK.index("[registration]")
    write.write_text(PACK[:start] + PACK[end:], encoding="utf-8")
    assert refused(write).key == "pack.missing_key"
    write.write_text("strategies = []\n" + PACK[:start] + PACK[end:], encoding="utf-8")
    refusal = refused(write)
    assert (refusal.key, refusal.details["line"]) == ("pack.empty_list", 1)


def test_a_mistyped_key_is_told_with_the_one_meant(write: Path) -> None:
    write.write_text(PACK.replace("venue", "venu"), encoding="utf-8")
    assert told(refused(write), "venu", "venue")


def test_a_buddhist_year_is_told_with_the_common_one(write: Path) -> None:
    write.write_text(PACK.replace("fiscal_year = 2027", "fiscal_year = 2570"), encoding="utf-8")
    assert told(refused(write), "2570", "2027")


def test_a_file_in_another_encoding_is_refused_with_its_line(write: Path) -> None:
    write.write_bytes(b'key = "test-town"\n' + 'municipality = "เทศบาล"'.encode("cp874"))
    refusal = refused(write)
    assert (refusal.key, refusal.details["line"]) == ("pack.not_utf8", 2)
    assert told(refusal, write.name, 2, "UTF-8")


def test_a_missing_file_is_refused(write: Path) -> None:
    refusal = refused(write)
    assert refusal.key == "pack.not_found"
    assert told(refusal, write.name)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    refusal = refused(tmp_path)
    assert refusal.key == "pack.not_readable"
    assert told(refusal, tmp_path.name)


def test_a_file_over_two_megabytes_is_refused(write: Path) -> None:
    write.write_text(PACK + "#" * 2 * 1024 * 1024, encoding="utf-8")
    refusal = refused(write)
    assert refusal.key == "pack.too_big"
    assert told(refusal, write.name)


@pytest.mark.parametrize("value", ["[" * 100_000, "1" * 5_000])
def test_an_overgrown_file_is_refused(write: Path, value: str) -> None:
    write.write_text(f"key = {value}", encoding="utf-8")
    refusal = refused(write)
    assert refusal.key == "pack.overgrown"
    assert told(refusal, write.name)


@pytest.mark.parametrize("depth", range(100, 480, 20))
def test_deep_nesting_is_refused_with_its_line(write: Path, depth: int) -> None:
    write.write_text(f"# one\nkey = {'[' * depth}1{']' * depth}", encoding="utf-8")
    refusal = refused(write)
    assert (refusal.key, refusal.details.get("line", 2)) in {
        ("pack.not_text", 2),
        ("pack.overgrown", 2),
    }


TRICKY = '''\
# [[a]] is no header, nor is key = "1"
title = "# [[a]] \\" ]"  # [x]
"quoted key" = { in.side = [1, '}', """#"""] }
text = """
[[a]]
n = 1 \\""" """
[[a]]
n = 1
[a.b]
list = [ # one
  [2021-10-14 09:00:00, "x"], # two

  { deep = 1 }, { deep = 2 },
]
[[a]]
[[a.c]]
[[a.c]]
n = 3
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("quoted key", "in", "side", 2), 3),
        (("text",), 4),
        (("a", 0), 7),
        (("a", 0, "n"), 8),
        (("a", 0, "b", "list"), 10),
        (("a", 0, "b", "list", 0, 1), 11),
        (("a", 0, "b", "list", 2, "deep"), 13),
        (("a", 1), 15),
        (("a", 1, "c", 1, "n"), 18),
        (("a", 1, "c", 1, "absent"), 17),
        (("absent",), 1),
    ],
)
def test_lines_are_found_through_comments_and_strings(
    path: tuple[str | int, ...], line: int
) -> None:
    assert find_line(TRICKY, path) == line


def refused(path: Path) -> Refusal:
    with pytest.raises(Refusal) as caught:
        packs.read_pack(path)
    return caught.value


def told(refusal: Refusal, *facts: object) -> bool:
    sentences = [Wording("th").of(refusal), Wording("en").of(refusal)]
    return all(str(fact) in sentence for fact in facts for sentence in sentences)
