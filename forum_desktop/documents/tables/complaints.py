"""The table of complaints: the cases without the people and without the facts told."""

from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.tables.table import ColumnKind, DataTable, Field, Term, fill_numbered
from forum_desktop.records.complaint import Complaint
from forum_desktop.records.documents import RegisterContent
from forum_desktop.records.minutes import Edition


def complaints_table(content: RegisterContent, phrases: Phrases) -> DataTable:
    """Return the register in its order; a public edition lists no case."""
    cases = content.complaints if content.edition is Edition.INTERNAL else ()
    kinds = {kind.code: kind.name for kind in content.pack.complaint_kinds}

    def kind_of(case: Complaint) -> Term:
        return Term(case.kind, kinds.get(case.kind, case.kind))

    fields = (
        Field[Complaint]("reference", lambda case: case.reference, 16),
        Field[Complaint]("lodged_at", lambda case: case.lodged_at, 18, ColumnKind.MOMENT),
        Field[Complaint]("complaint_kind", kind_of, 18),
        Field[Complaint]("subject", lambda case: case.subject, 32),
        Field[Complaint]("wanted", lambda case: case.wanted, 32),
        Field[Complaint]("community", lambda case: case.community, 16),
        Field[Complaint]("place", lambda case: case.place, 20),
        Field[Complaint]("unit", lambda case: case.unit, 18),
        Field[Complaint]("due_on", lambda case: case.due_on, 14, ColumnKind.DATE),
        Field[Complaint]("level", lambda case: _word(phrases, "level", case.level), 16),
        Field[Complaint]("state", lambda case: _word(phrases, "state", case.state), 14),
    )
    return fill_numbered(phrases, "complaints", fields, cases)


def _word(phrases: Phrases, group: str, code: str) -> Term:
    return Term(str(code), phrases.say(f"register.{group}.{code}"))
