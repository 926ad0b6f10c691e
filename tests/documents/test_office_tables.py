"""The tables hold all that the content has, once, and nothing an edition may not show."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.house.plan_order import in_plan_order
from forum_desktop.documents.tables import DataTable, tables_of
from forum_desktop.documents.tables.table import Term
from forum_desktop.records.documents import DocumentContent
from forum_desktop.records.minutes import Edition, MinutesSection
from forum_desktop.records.pack import ProjectColumn, ProjectForm
from forum_desktop.records.priorities import ProjectRow
from forum_desktop.wording import LANGUAGES, LanguageCode, Wording
from tests.documents.factory import make_opinion
from tests.documents.office_factory import (
    EVERY_CONTENT,
    make_project,
    office_attendees,
    office_minutes,
    office_opinions,
    office_pack,
    office_projects,
    office_register,
    office_sign_in,
    office_summary,
)

PLACES = st.sampled_from(
    [(None, ""), (1, ""), (1, "1.1"), (1, "1.3"), (2, "2.2"), (3, "3.1"), (2, "1.1"), (9, "")]
)
AMOUNTS = st.none() | st.integers(0, 10**9)
YEARS = st.none() | st.integers(2026, 2033)


def tables(content: DocumentContent, language: LanguageCode = "th") -> dict[str, DataTable]:
    made = tables_of(content, Phrases(Wording(language), content.pack))
    return {table.key: table for table in made}


def column(table: DataTable, key: str) -> list[object]:
    place = [made.key for made in table.columns].index(key)
    return [row[place] for row in table.rows]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("content", EVERY_CONTENT)
def test_every_row_fills_every_column_and_no_name_is_used_twice(
    content: DocumentContent, language: LanguageCode
) -> None:
    made = tables(content, language)
    assert made
    for table in made.values():
        keys = [item.key for item in table.columns]
        heads = [item.head for item in table.columns]
        assert len(set(keys)) == len(keys)
        assert len(set(heads)) == len(heads)
        assert all(len(row) == len(keys) for row in table.rows)
        assert table.name == table.name[:31]
    assert len({table.name for table in made.values()}) == len(made)


@settings(max_examples=40, deadline=None)
@given(st.lists(PLACES, max_size=12))
def test_opinions_stand_once_each_in_the_order_of_the_plan(
    places: list[tuple[int | None, str]],
) -> None:
    said = [make_opinion(str(n), strategy=s, approach=a) for n, (s, a) in enumerate(places)]
    content = office_opinions(*said)
    expected = [
        opinion.reference
        for chapter in in_plan_order(content.strategies, content.approaches, content.opinions)
        for opinion in chapter.items
    ]
    assert column(tables(content)["opinions"], "reference") == expected
    assert sorted(expected) == sorted(opinion.reference for opinion in content.opinions)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(AMOUNTS, YEARS), min_size=1, max_size=6),
    st.lists(st.integers(2027, 2031), max_size=4, unique=True),
    st.permutations(list(ProjectColumn)).flatmap(
        lambda order: st.integers(0, len(order)).map(lambda length: tuple(order[:length]))
    ),
)
def test_no_budget_is_lost_whatever_columns_the_form_has(
    amounts: list[tuple[int | None, int | None]],
    years: list[int],
    columns: tuple[ProjectColumn, ...],
) -> None:
    projects = [make_project(n, budget=b, year=y) for n, (b, y) in enumerate(amounts)]
    form = ProjectForm(years=tuple(years), columns=columns)
    content = replace(office_projects(*projects), pack=replace(office_pack(), projects=form))
    table = tables(content)["projects"]
    budgets = [item.key for item in table.columns if item.key.startswith("budget")]
    given_amounts = sorted(b for b, _ in amounts if b is not None)
    found = sorted(
        amount for key in budgets for amount in column(table, key) if isinstance(amount, int)
    )
    assert found == given_amounts
    for project in projects:
        assert _told(table, project) >= {project.objective, project.target, project.indicator}


def _told(table: DataTable, project: ProjectRow) -> set[object]:
    place = column(table, "reference").index(project.reference)
    return set(table.rows[place])


def test_budgets_stand_under_their_fiscal_year_in_the_buddhist_era() -> None:
    table = tables(office_projects())["projects"]
    heads = {item.key: item.head for item in table.columns}
    assert heads["budget_2028"] == "งบประมาณ ๒๕๗๑ (บาท)"
    assert column(table, "budget_2028") == [1_632_820, 1_632_820, None]
    assert column(table, "budget") == [None, None, 1_632_820]


def test_what_the_form_does_not_ask_for_follows_where_told() -> None:
    keys = [item.key for item in tables(office_projects())["projects"].columns]
    assert "place" not in keys
    told = tables(office_projects(make_project(place="ซอย 4", reason="น้ำท่วม", said_in="NP69-A-1")))
    keys = [item.key for item in told["projects"].columns]
    assert keys[-3:] == ["place", "reason", "said_in"]


def test_the_public_minutes_list_nobody_and_no_time_of_an_opinion() -> None:
    public = tables(office_minutes(edition=Edition.PUBLIC))
    internal = tables(office_minutes())
    assert "attendees" not in public
    assert len(internal["attendees"].rows) == 3
    assert "said_at" not in [item.key for item in public["opinions"].columns]
    assert "said_at" in [item.key for item in internal["opinions"].columns]


def test_an_attendee_who_strayed_into_public_content_is_in_no_table() -> None:
    strayed = replace(office_minutes(), edition=Edition.PUBLIC)
    assert "attendees" not in tables(strayed)
    for content in (office_attendees(), office_sign_in(), office_register()):
        (table,) = tables(replace(content, edition=Edition.PUBLIC)).values()
        assert table.rows == ()


@pytest.mark.parametrize(
    ("section", "key"),
    [
        (MinutesSection.PROJECTS, "projects"),
        (MinutesSection.RANKING, "rankings"),
        (MinutesSection.COMPLAINTS, "complaint_counts"),
        (MinutesSection.ATTENDEES, "attendees"),
    ],
)
def test_a_section_left_out_of_the_minutes_has_no_table(section: MinutesSection, key: str) -> None:
    content = office_minutes()
    assert key in tables(content)
    assert key not in tables(replace(content, sections=content.sections - {section}))


def test_answers_left_out_of_the_minutes_are_in_no_column() -> None:
    content = office_minutes()
    silent = replace(content, sections=content.sections - {MinutesSection.ANSWERS})
    assert "answer" not in [item.key for item in tables(silent)["opinions"].columns]


def test_the_register_tells_no_facts() -> None:
    (table,) = tables(office_register()).values()
    assert "ข้อเท็จจริงที่ห้ามพิมพ์" not in str(table.rows)
    assert column(table, "wanted") == ["ขอให้ซ่อม"] * 3


def test_the_figures_of_the_summary_are_those_of_its_content() -> None:
    content = office_summary()
    table = tables(content)["figures"]
    figures = dict(zip(map(str, column(table, "label")), column(table, "count"), strict=True))
    assert figures["ผู้มาร่วมประชุม (คน)"] == content.present
    assert figures["งบประมาณที่เสนอ (บาท)"] == content.project_budget
    assert figures["ไฟฟ้าสาธารณะ"] == 8


@pytest.mark.parametrize("edition", Edition)
def test_members_stand_with_whom_they_came_for_and_why_they_did_not(edition: Edition) -> None:
    table = tables(office_minutes(edition=edition))["members"]
    assert column(table, "number") == [1, 2, 3, 4, 5]
    presence = [item.code for item in column(table, "presence") if isinstance(item, Term)]
    assert presence == ["present"] * 4 + ["absent"]
    assert column(table, "stands_for")[2:] == [*("", "นายโอภาส  เพียงสมมติ ผู้อำนวยการสำนักช่าง", "")]
    assert column(table, "absence") == ["", "", "", "", "ติดราชการ"]


def test_resolutions_tell_the_votes() -> None:
    table = tables(office_minutes())["resolutions"]
    assert column(table, "item") == [1, 3, 4]
    assert column(table, "votes_for") == [None, None, 1034]
    assert column(table, "votes_abstained")[-1] == 3
