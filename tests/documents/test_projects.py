"""The project list in the shape of the plan edition's form."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop.documents.projects import render
from forum_desktop.documents.projects.budgets import BudgetYears
from forum_desktop.records.documents import ProjectsContent
from forum_desktop.records.pack import ProjectColumn, ProjectForm
from forum_desktop.records.priorities import ProjectRow
from forum_desktop.wording import Wording
from tests.documents.family import YEARS, make_project, make_projects
from tests.documents.reading import pdfium_pages, pypdf_pages, running_text, squeezed


def read(content: ProjectsContent) -> str:
    return running_text(pypdf_pages(render(content, Wording())))


def test_the_form_begins_with_its_name_titles_and_where_it_comes_from() -> None:
    first = squeezed(pypdf_pages(render(make_projects(), Wording()))[0])
    assert first.startswith(
        "แบบผ.02รายละเอียดโครงการพัฒนาแผนพัฒนาท้องถิ่นพ.ศ.๒๕๗๑-๒๕๗๕เทศบาลเมืองน้ำปั่น"
        "โครงการที่ประชาชนเสนอในประชาคมระดับเมือง"
    )


def test_name_and_title_are_those_of_the_pack() -> None:
    form = ProjectForm(name="แบบ พ.9", title="บัญชีโครงการ", years=(2028,))
    pages = pypdf_pages(render(make_projects(form=form), Wording()))
    assert all("แบบ พ.9" in page for page in pages)
    assert "บัญชีโครงการ" in pages[0]
    assert "ผ.02" not in "".join(pages)


def test_years_are_told_where_the_edition_does_not() -> None:
    content = make_projects()
    plain = replace(content, pack=replace(content.pack, plan_edition="ฉบับแรก"))
    assert "ฉบับแรก(พ.ศ.๒๕๗๑-๒๕๗๕)" in read(plain)


def test_a_budget_stands_under_its_year_and_a_dash_where_there_is_none() -> None:
    text = read(make_projects(make_project(budget=1_632_820, year=2029)))
    assert "-๑,๖๓๒,๘๒๐---จำนวนครัวเรือน" in text
    assert "ยังไม่ระบุปี" not in text


def test_a_budget_of_no_year_has_a_column_of_its_own() -> None:
    text = read(make_projects(make_project(budget=900_000)))
    assert "พ.ศ.๒๕๗๕ยังไม่ระบุปี" in text
    assert "-----๙๐๐,๐๐๐จำนวนครัวเรือน" in text


def test_a_year_outside_the_form_is_not_lost() -> None:
    text = read(make_projects(make_project(budget=5, year=2027)))
    assert "พ.ศ.๒๕๗๐พ.ศ.๒๕๗๑" in text


def test_a_year_without_a_budget_says_so() -> None:
    assert "ไม่ระบุ----จำนวนครัวเรือน" in read(make_projects(make_project(year=2028)))


def test_a_form_without_years_has_one_column() -> None:
    text = read(make_projects(make_project(budget=7_500, year=2030), form=ProjectForm()))
    assert text.count("พ.ศ.๒๕๗๑") == 1  # in the name of the edition
    assert "๗,๕๐๐(พ.ศ.๒๕๗๓)" in text


def test_a_form_without_money_counts_projects_only() -> None:
    form = ProjectForm(years=YEARS, columns=(ProjectColumn.PLACE, ProjectColumn.REASON))
    text = read(make_projects(form=form))
    assert "สถานที่ดำเนินการเหตุผลความจำเป็น" in text
    assert "งบประมาณ" not in text
    assert "รวมจำนวนโครงการ๕โครงการ" in text


@pytest.mark.parametrize("column", [c for c in ProjectColumn if c is not ProjectColumn.BUDGETS])
def test_every_column_can_stand_alone(column: ProjectColumn) -> None:
    project = make_project()
    text = read(make_projects(project, form=ProjectForm(columns=(column,))))
    assert squeezed(str(getattr(project, column))) in text


budgets = st.one_of(st.none(), st.integers(0, 10**12))
years = st.one_of(st.none(), st.integers(2026, 2034))


@st.composite
def project_lists(draw: st.DrawFn) -> list[ProjectRow]:
    facts = draw(st.lists(st.tuples(budgets, years, st.sampled_from([None, 1, 2])), max_size=12))
    return [
        make_project(number=n, strategy=strategy, approach="", budget=budget, year=year)
        for n, (budget, year, strategy) in enumerate(facts, start=1)
    ]


@given(project_lists(), st.sampled_from([(), YEARS]))
@settings(max_examples=60, deadline=None)
def test_sums_of_the_years_are_the_sum_of_the_budgets(
    projects: list[ProjectRow], form_years: tuple[int, ...]
) -> None:
    columns = BudgetYears.of(ProjectForm(years=form_years), projects)
    assert sum(columns.sums(projects)) == sum(project.budget or 0 for project in projects)
    assert sum(columns.counts(projects)) <= len(projects)


@given(project_lists())
@settings(max_examples=12, deadline=None)
def test_every_project_stands_once_and_the_sums_add_up(projects: list[ProjectRow]) -> None:
    content = replace(make_projects(), projects=tuple(projects))
    document = render(content, Wording())
    total = sum(project.budget or 0 for project in projects)
    for extract in (pypdf_pages, pdfium_pages):
        text = squeezed("".join(extract(document))).translate(_ARABIC)
        assert all(text.count(f"({project.reference})") == 1 for project in projects)
        assert f"รวมงบประมาณ{total:,}บาท" in text
        assert f"รวมจำนวนโครงการ{len(projects)}โครงการ" in text


_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def test_strategies_without_projects_say_so() -> None:
    text = read(replace(make_projects(), projects=()))
    assert text.count("ไม่มีโครงการที่เสนอ") == 3
    assert "รวมงบประมาณ๐บาท" in text


def test_odd_words_are_printed_whole() -> None:
    project = replace(make_project("ฮ" * 10_000), reference="", objective="<b>&</b> {x}")
    text = read(make_projects(project))
    assert "<b>&</b>{x}" in text
    assert text.count("ฮ") == 10_000
