"""The parts around the sheets."""

from collections.abc import Iterator, Sequence

from forum_desktop.documents.house.label import Label
from forum_desktop.documents.office_package import (
    OFFICE_RELATIONS,
    Part,
    package_parts,
    relations,
)
from forum_desktop.documents.tables import DataTable
from forum_desktop.documents.xlsx.markup import element, escaped, root
from forum_desktop.documents.xlsx.sheets import area_of

_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def whole_package(
    tables: Sequence[DataTable], sheets: Sequence[bytes], styles: bytes, label: Label
) -> Iterator[tuple[str, bytes]]:
    """Yield all parts of the file."""
    parts = [
        Part("xl/workbook.xml", f"{_KIND}.sheet.main+xml", _workbook(tables)),
        Part("xl/styles.xml", f"{_KIND}.styles+xml", styles),
    ]
    parts += [
        Part(f"xl/worksheets/sheet{number}.xml", f"{_KIND}.worksheet+xml", sheet)
        for number, sheet in enumerate(sheets, start=1)
    ]
    yield from package_parts(parts, label)
    named = [("rIdStyles", "styles", "styles.xml")]
    named += [
        (f"rIdSheet{number}", "worksheet", f"worksheets/sheet{number}.xml")
        for number in range(1, len(sheets) + 1)
    ]
    yield (
        "xl/_rels/workbook.xml.rels",
        relations((mark, f"{OFFICE_RELATIONS}/{kind}", target) for mark, kind, target in named),
    )


def _workbook(tables: Sequence[DataTable]) -> bytes:
    """Return the list of sheets, and what is printed and filtered in each."""
    sheets = (
        f'<sheet name="{escaped(table.name)}" sheetId="{n}" r:id="rIdSheet{n}"/>'
        for n, table in enumerate(tables, start=1)
    )
    view = element("bookViews", element("workbookView", activeTab=0))
    names = (name for place, table in enumerate(tables) for name in _names(place, table))
    return root("workbook", view, element("sheets", *sheets), element("definedNames", *names))


def _names(place: int, table: DataTable) -> Iterator[str]:
    sheet = escaped(table.name.replace("'", "''"))
    first, last = (_fixed(cell) for cell in area_of(table).split(":"))
    filtered = f"'{sheet}'!{first}:{last}"
    yield element(
        "definedName", filtered, name="_xlnm._FilterDatabase", localSheetId=place, hidden=1
    )
    yield element("definedName", f"'{sheet}'!$1:$1", name="_xlnm.Print_Titles", localSheetId=place)


def _fixed(cell: str) -> str:
    """Return "$H$12" of "H12"."""
    letter = cell.rstrip("0123456789")
    return f"${letter}${cell.removeprefix(letter)}"
