"""What the columns of a table are: by their heads, by what they hold, or as was chosen."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from forum_desktop.records.importing import ColumnSource, ImportColumn, ImportField, ImportKind
from forum_desktop.services.importing.heads import Heads
from forum_desktop.services.importing.names import is_title, read_full_name
from forum_desktop.services.importing.places import Places
from forum_desktop.services.importing.vocabulary import Vocabulary, head_key, words_for
from forum_desktop.thai.phones import read_phone

_SAMPLE = 200
_ENOUGH = 0.6
"""Of the cells looked at, how many must be of a kind for a column to be taken for it."""

_REPEATABLE = frozenset({ImportField.PHONE})
_NAME = (ImportField.FULL_NAME, ImportField.FIRST_NAME)

NEEDED: Mapping[ImportKind, tuple[tuple[ImportField, ...], ...]] = {
    ImportKind.ATTENDEES: (_NAME,),
    ImportKind.OPINIONS: (
        (ImportField.STRATEGY, ImportField.APPROACH),
        (ImportField.KIND,),
        (ImportField.TEXT,),
    ),
    ImportKind.COMPLAINTS: ((ImportField.SUBJECT,), (ImportField.FACTS,)),
}
"""The fields without which rows of a kind cannot be understood; one of each group is enough."""


def missing_fields(kind: ImportKind, columns: Sequence[ImportColumn]) -> tuple[ImportField, ...]:
    """Return the first field of each group that no column holds."""
    found = {column.field for column in columns}
    return tuple(group[0] for group in NEEDED[kind] if not found & set(group))


def given_columns(
    heads: Heads,
    fields: Sequence[ImportField | None],
    source: ColumnSource,
    words: Vocabulary,
) -> tuple[ImportColumn, ...]:
    """Return the columns as somebody chose them; what a forum may not keep stays out."""
    told = [*fields, *([None] * len(heads.texts))]
    return tuple(
        ImportColumn(index=index, head=head, source=ColumnSource.NEVER)
        if any(words.is_never(text) for text in heads.candidates[index])
        else ImportColumn(index=index, head=head, field=told[index], source=source)
        for index, head in enumerate(heads.texts)
    )


def guess_columns(
    kind: ImportKind, heads: Heads, words: Vocabulary, places: Places
) -> tuple[ImportColumn, ...]:
    """Return the columns by their heads, then by what the others hold."""
    columns = _by_heads(heads, words)
    if kind is ImportKind.ATTENDEES:
        columns = _by_names(heads, columns)
        columns = _by_content(heads, columns, places)
    return tuple(columns)


def _by_heads(heads: Heads, words: Vocabulary) -> list[ImportColumn]:
    taken: set[ImportField] = set()
    columns = []
    for index, texts in enumerate(heads.candidates):
        column = ImportColumn(index=index, head=heads.texts[index])
        if any(words.is_never(text) for text in texts):
            column = replace(column, source=ColumnSource.NEVER)
        else:
            field, source = _field_by_head(texts, words, taken)
            column = replace(column, field=field, source=source)
        taken |= {column.field} - _REPEATABLE if column.field else set()
        columns.append(column)
    return columns


def _field_by_head(
    texts: Sequence[str], words: Vocabulary, taken: set[ImportField]
) -> tuple[ImportField | None, ColumnSource]:
    for text in texts:
        field = words.field_of(text)
        if field is not None and field not in taken:
            return field, ColumnSource.HEAD
        if words.is_known(text):
            # Known as something to leave out, or a second column of the same.
            return None, ColumnSource.HEAD
    return None, ColumnSource.UNKNOWN


def _by_names(heads: Heads, columns: list[ImportColumn]) -> list[ImportColumn]:
    """Tell a whole name from a first name, and a merged head over title, name and surname."""
    fields = {column.field: column.index for column in columns if column.field}
    first = fields.get(ImportField.FULL_NAME, fields.get(ImportField.FIRST_NAME, -1))
    if first < 0 or ImportField.LAST_NAME in fields:
        return columns
    under = [first, *_headless(heads, first + 1)]
    for index, field in zip(under, _names_under(heads, under, fields), strict=False):
        columns[index] = replace(columns[index], field=field, source=ColumnSource.HEAD)
    return columns


def _headless(heads: Heads, start: int) -> Iterator[int]:
    for index in range(start, min(start + 2, len(heads.texts))):
        if heads.texts[index] or not any(_sample(heads, index)):
            return
        yield index


def _names_under(
    heads: Heads, under: Sequence[int], fields: Mapping[ImportField, int]
) -> tuple[ImportField, ...]:
    full, title = ImportField.FULL_NAME, ImportField.TITLE
    apart = (ImportField.FIRST_NAME, ImportField.LAST_NAME)
    begins = _share(heads, under[0], is_title) >= _ENOUGH and title not in fields
    if begins and len(under) > 1:
        return (title, *(apart if len(under) > 2 else (full,)))
    return apart if len(under) > 1 else (full,)


def _by_content(heads: Heads, columns: list[ImportColumn], places: Places) -> list[ImportColumn]:
    """Fill in what no head told, where most of a column's cells are of one kind."""
    told = [c for c in columns if c.field or c.source is not ColumnSource.UNKNOWN]
    taken = {column.field for column in told if column.field}
    if taken & set(_NAME):
        taken |= {*_NAME, ImportField.TITLE}
    for column in columns:
        if column in told:
            # A head such as "ประเภท" may mean the sector or the role.
            columns[column.index] = _corrected(heads, column, taken, places)
            continue
        field = next(
            (f for f, fits in _tests(places) if f not in taken and fits(heads, column)), None
        )
        if field is not None:
            taken.add(field)
            columns[column.index] = replace(column, field=field, source=ColumnSource.CONTENT)
    return columns


def _corrected(
    heads: Heads, column: ImportColumn, taken: set[ImportField], places: Places
) -> ImportColumn:
    is_role = _share(heads, column.index, _is_role) >= _ENOUGH
    is_sector = _share(heads, column.index, lambda text: places.sector(text).is_known) >= _ENOUGH
    sector, role = ImportField.SECTOR, ImportField.ROLE
    if column.field is sector and is_role and not is_sector and role not in taken:
        return replace(column, field=role)
    if column.field is role and is_sector and not is_role and sector not in taken:
        return replace(column, field=sector)
    return column


_Fits = Callable[[Heads, ImportColumn], bool]


def _tests(places: Places) -> Iterator[tuple[ImportField, _Fits]]:
    def mostly(test: Callable[[str], bool]) -> _Fits:
        return lambda heads, column: _share(heads, column.index, test) >= _ENOUGH

    yield ImportField.PHONE, mostly(lambda text: read_phone(text).is_sound)
    yield ImportField.COMMUNITY, mostly(lambda text: places.community(text).is_known)
    yield ImportField.SECTOR, mostly(lambda text: places.sector(text).is_known)
    yield ImportField.TITLE, mostly(is_title)
    yield ImportField.ROLE, mostly(_is_role)
    yield ImportField.FULL_NAME, mostly(_is_full_name)


def _is_role(text: str) -> bool:
    return head_key(text) in words_for("role")


def _is_full_name(text: str) -> bool:
    name = read_full_name(text)
    return bool(name.title and name.last_name)


def _share(heads: Heads, index: int, test: Callable[[str], bool]) -> float:
    cells = [cell for cell in _sample(heads, index) if cell]
    kinds = Counter(map(test, cells))
    return kinds[True] / len(cells) if cells else 0.0


def _sample(heads: Heads, index: int) -> Iterator[str]:
    return (line.cell(index) for line in islice(heads.body, _SAMPLE))
