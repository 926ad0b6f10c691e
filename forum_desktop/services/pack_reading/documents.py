"""The documents of a pack: how they look, and the columns of its project list."""

from typing import Any

from forum_desktop.records.pack import DocumentSettings, ProjectColumn, ProjectForm, Snippet
from forum_desktop.services.pack_reading.table import Table, refuse_repeated

_WIDEST_MARGIN = 6.0
"""Centimetres; a sheet of A4 is 21 wide."""
_MOST_YEARS = 6
"""More columns of money than this do not fit the width of a sheet."""
_USUAL = DocumentSettings()
_USUAL_FORM = ProjectForm()


def read_documents(table: Table) -> DocumentSettings:
    """Return how documents are written; what is not said stays as is usual."""
    sides = ("margin_left", "margin_right", "margin_top", "margin_bottom")
    table.allow("thai_digits", "era_word", "time_word", "typeface", "snippets", *sides)
    margins: dict[str, Any] = {
        side: table.number(side, 0.5, _WIDEST_MARGIN, getattr(_USUAL, side)) for side in sides
    }
    return DocumentSettings(
        thai_digits=table.flag("thai_digits", default=_USUAL.thai_digits),
        era_word=table.flag("era_word", default=_USUAL.era_word),
        time_word=table.text("time_word", _USUAL.time_word),
        typeface=table.text("typeface", ""),
        snippets=_snippets(table),
        **margins,
    )


def _snippets(table: Table) -> tuple[Snippet, ...]:
    tables = table.tables("snippets")
    for entry in tables:
        entry.allow("name", "text")
    snippets = tuple(Snippet(name=entry.text("name"), text=entry.text("text")) for entry in tables)
    refuse_repeated(tables, "name", [snippet.name for snippet in snippets])
    return snippets


def read_projects(table: Table) -> ProjectForm:
    """Return the shape of the project list; years are of the Common Era."""
    table.allow("name", "title", "years", "columns")
    return ProjectForm(
        name=table.text("name", _USUAL_FORM.name),
        title=table.text("title", _USUAL_FORM.title),
        years=_years(table),
        columns=_columns(table) if "columns" in table.values else _USUAL_FORM.columns,
    )


def _years(table: Table) -> tuple[int, ...]:
    years = tuple(table.years("years"))
    if len(years) > _MOST_YEARS:
        raise table.fault("out_of_range", "years", entry="years", lowest=0, highest=_MOST_YEARS)
    return years


def _columns(table: Table) -> tuple[ProjectColumn, ...]:
    words = table.texts("columns")
    for index, word in enumerate(words):
        if word not in tuple(ProjectColumn):
            known = ", ".join(ProjectColumn)
            path = (*table.path, "columns", index)
            details = {"entry": "columns", "word": word, "known": known}
            raise table.source.fault("unknown_choice", path, **details)
    return tuple(dict.fromkeys(map(ProjectColumn, words)))
