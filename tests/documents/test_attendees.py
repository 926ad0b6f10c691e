"""The list after the event."""

from dataclasses import replace

from forum_desktop.documents.attendees import render
from forum_desktop.records.documents import AttendeesContent
from forum_desktop.records.people import AttendeeRow
from forum_desktop.wording import Wording
from tests.documents.family import PEOPLE, make_attendee, make_attendees, present
from tests.documents.reading import pdfium_pages, pypdf_pages, running_text, squeezed


def read(content: AttendeesContent) -> str:
    return running_text(pypdf_pages(render(content, Wording())))


def test_counts_by_sector_and_zone_stand_before_the_names() -> None:
    text = read(make_attendees())
    parts = ("ทั้งสิ้น๔คน", "ภาคส่วน", "รวม๔", "เขต๑๒", "รวม๓รายชื่อผู้เข้าร่วมประชุม", "ปิ่น")
    places = [text.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


def test_everybody_stands_with_the_moment_of_check_in() -> None:
    text = read(make_attendees())
    assert "๑นางสาวปิ่นปู่ทองชุมชนศรีน้ำปั่น2ประชาชนทั่วไปเขต๑๐๘.๔๐น." in text
    assert "๔นายสมหวังธรรมรุ่งเรืองนายกเทศมนตรีเมืองน้ำปั่น๐๘.๔๓น." in text


def test_telephones_stay_out() -> None:
    assert "081" not in read(make_attendees())


def test_who_did_not_come_has_no_time_and_is_not_counted() -> None:
    never_here = AttendeeRow(attendee=PEOPLE[1], attendance=None)
    mistaken = present(PEOPLE[2])
    assert mistaken.attendance is not None
    undone = replace(mistaken, attendance=replace(mistaken.attendance, undone="ลงผิดคน"))
    text = read(make_attendees(present(PEOPLE[0]), never_here, undone))
    assert "ทั้งสิ้น๑คน" in text
    assert "เขต๑–" in text
    assert "เขต๒–" in text


def test_the_registrar_certifies_the_count() -> None:
    assert "จำนวน๔คน(ลงชื่อ)" in read(make_attendees())


def test_without_zones_there_is_no_column_of_them() -> None:
    content = make_attendees()
    text = read(replace(content, pack=replace(content.pack, communities=())))
    assert "เขต" not in text.replace("เขต๑", "")


def test_nobody_came() -> None:
    content = replace(make_attendees(), people=(), by_sector=(), by_zone=())
    assert "ทั้งสิ้น๐คน" in read(content)


def test_many_people_stand_once_each() -> None:
    people = [make_attendee(f"ชื่อ{n}ก", f"สกุล{n}ข") for n in range(300)]
    document = render(make_attendees(*map(present, people)), Wording())
    for extract in (pypdf_pages, pdfium_pages):
        text = squeezed("".join(extract(document)))
        assert all(text.count(squeezed(person.full_name)) == 1 for person in people)
