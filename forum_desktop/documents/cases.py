"""Complaints in the fields of other systems, without people and without words of sealed cases.

Open311: the service requests of GeoReport v2 (wiki.open311.org/GeoReport_v2). Traffy: columns
like those of the tickets that Thai cities publish. Moments are ISO 8601 with their offset.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable
from datetime import datetime, time
from types import MappingProxyType

from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.office_text import neutralised, xml_text
from forum_desktop.records.complaint import Complaint, ComplaintState
from forum_desktop.records.documents import RegisterContent
from forum_desktop.wording import Wording

Row = dict[str, str]

_WAITING = frozenset({ComplaintState.RECEIVED, ComplaintState.SCREENED})
_UNDER_WAY = frozenset({ComplaintState.SENT, ComplaintState.UNDER_WAY, ComplaintState.ASKED})


def render_cases(content: RegisterContent, system: str, ending: str) -> bytes:
    """Return the cases for a system ("open311" or "traffy") as ".csv" or ".json"."""
    phrases = Phrases(Wording("th"), content.pack)
    cases = sorted(content.complaints, key=lambda case: (case.lodged_at, case.reference))
    rows = [SYSTEMS[system](content, phrases, case) for case in cases if not case.is_sealed]
    if ending == ".json":
        text = json.dumps(rows, ensure_ascii=False, indent=1)
        return f"{text}\n".encode("utf-8", "backslashreplace")
    return _csv(COLUMNS[system], rows)


def _csv(columns: Iterable[str], rows: Iterable[Row]) -> bytes:
    target = io.StringIO(newline="")
    writer = csv.DictWriter(target, list(columns), lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: neutralised(xml_text(text)) for name, text in row.items()})
    return target.getvalue().encode("utf-8-sig")


def _open311(content: RegisterContent, phrases: Phrases, case: Complaint) -> Row:
    is_open = case.state in _WAITING | _UNDER_WAY
    return {
        "service_request_id": case.reference,
        "status": "open" if is_open else "closed",
        "status_notes": phrases.plain(f"register.state.{case.state}"),
        "service_name": _kind_name(content, case.kind),
        "service_code": case.kind,
        "description": case.subject,
        "agency_responsible": case.unit,
        "service_notice": "",
        "requested_datetime": _moment(case.lodged_at),
        "updated_datetime": _moment(case.updated_at or case.lodged_at),
        "expected_datetime": _moment(
            datetime.combine(case.due_on, time(23, 59, 59), case.lodged_at.tzinfo)
        ),
        "address": _address(content, case),
        "address_id": "",
        "zipcode": "",
        "lat": case.latitude,
        "long": case.longitude,
        "media_url": "",
    }


def _traffy(content: RegisterContent, phrases: Phrases, case: Complaint) -> Row:
    kinds = ",".join(_kind_name(content, code) for code in case.kinds)
    return {
        "ticket_id": case.reference,
        "type": f"{{{kinds}}}",
        "organization": case.unit,
        "comment": case.subject,
        "photo": "",
        "photo_after": "",
        "coords": f"{case.longitude},{case.latitude}" if case.latitude else "",
        "address": _address(content, case),
        "subdistrict": "",
        "district": "",
        "province": "",
        "timestamp": _moment(case.lodged_at),
        "state": _traffy_state(case.state),
        "star": "",
        "count_reopen": str(case.times_reopened),
        "last_activity": _moment(case.updated_at or case.lodged_at),
    }


def _traffy_state(state: ComplaintState) -> str:
    if state in _WAITING:
        return "start"
    return "inprogress" if state in _UNDER_WAY else "finish"


def _kind_name(content: RegisterContent, code: str) -> str:
    return next((kind.name for kind in content.pack.complaint_kinds if kind.code == code), code)


def _address(content: RegisterContent, case: Complaint) -> str:
    parts = (case.place, case.landmark, case.community, content.forum.municipality)
    return " ".join(part for part in parts if part)


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


SYSTEMS: MappingProxyType[str, Callable[[RegisterContent, Phrases, Complaint], Row]] = (
    MappingProxyType({"open311": _open311, "traffy": _traffy})
)
"""How a case is told to each system."""

COLUMNS = MappingProxyType(
    {
        "open311": (
            "service_request_id",
            "status",
            "status_notes",
            "service_name",
            "service_code",
            "description",
            "agency_responsible",
            "service_notice",
            "requested_datetime",
            "updated_datetime",
            "expected_datetime",
            "address",
            "address_id",
            "zipcode",
            "lat",
            "long",
            "media_url",
        ),
        "traffy": (
            "ticket_id",
            "type",
            "organization",
            "comment",
            "photo",
            "photo_after",
            "coords",
            "address",
            "subdistrict",
            "district",
            "province",
            "timestamp",
            "state",
            "star",
            "count_reopen",
            "last_activity",
        ),
    }
)
"""The columns of each system, in their order."""
