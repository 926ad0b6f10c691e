"""The package of an office file (ECMA-376 part 2): parts in a zip, without the clock."""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from forum_desktop.documents.house.label import Label
from forum_desktop.documents.keywords import DocumentKeywords
from forum_desktop.documents.office_text import xml_text

CORE_PROPERTIES = "docProps/core.xml"
XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_APP_PROPERTIES = "docProps/app.xml"
_PROGRAM = "Forum Desktop"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_APP_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest a zip can tell: every part of every file bears it."""

_UNIX = 3


@dataclass(frozen=True, slots=True)
class Part:
    """A named part and what it is."""

    name: str
    kind: str
    data: bytes


def package_parts(parts: Sequence[Part], label: Label) -> Iterator[tuple[str, bytes]]:
    """Yield the parts, the first the main one, with what every package needs around them."""
    yield "[Content_Types].xml", _content_types(parts)
    yield (
        "_rels/.rels",
        relations(
            (
                ("rIdMain", f"{OFFICE_RELATIONS}/officeDocument", parts[0].name),
                ("rIdCore", f"{_PACKAGE}/relationships/metadata/core-properties", CORE_PROPERTIES),
                ("rIdApp", f"{OFFICE_RELATIONS}/extended-properties", _APP_PROPERTIES),
            )
        ),
    )
    yield CORE_PROPERTIES, _core_properties(label)
    yield _APP_PROPERTIES, _app_properties()
    for part in parts:
        yield part.name, part.data


def relations(named: Iterable[tuple[str, str, str]]) -> bytes:
    """Return the part that names others: by identifier, kind and place."""
    inner = "".join(
        f'<Relationship Id="{mark}" Type="{kind}" Target="{target}"/>'
        for mark, kind, target in named
    )
    space = f'xmlns="{_PACKAGE}/relationships"'
    return f"{XML_HEAD}<Relationships {space}>{inner}</Relationships>".encode()


def pack(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the package of named parts; the same parts give the same bytes."""
    target = io.BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name, data in parts:
            info = ZipInfo(name, _FIRST_DAY)
            info.compress_type, info.create_system = ZIP_DEFLATED, _UNIX
            package.writestr(info, data)
    return target.getvalue()


def _content_types(parts: Sequence[Part]) -> bytes:
    known = [(part.name, part.kind) for part in parts]
    known.append((CORE_PROPERTIES, "application/vnd.openxmlformats-package.core-properties+xml"))
    known.append((_APP_PROPERTIES, f"{_OFFICE}.extended-properties+xml"))
    told = "".join(f'<Override PartName="/{n}" ContentType="{kind}"/>' for n, kind in known)
    relation_kind = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{XML_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{relation_kind}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{told}</Types>'
    ).encode()


def _core_properties(label: Label) -> bytes:
    """Return the part that tells the title and the keywords; no author, no dates."""
    keywords = DocumentKeywords.of(label)
    facts = (
        ("dc:title", label.title),
        ("dc:creator", _PROGRAM),
        ("dc:language", "th-TH"),
        ("cp:keywords", str(keywords)),
    )
    told = "".join(f"<{name}>{escape(xml_text(fact))}</{name}>" for name, fact in facts)
    spaces = (
        f'xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    return f"{XML_HEAD}<cp:coreProperties {spaces}>{told}</cp:coreProperties>".encode()


def _app_properties() -> bytes:
    program = f"<Application>{_PROGRAM}</Application>"
    return f'{XML_HEAD}<Properties xmlns="{_APP_SPACE}">{program}</Properties>'.encode()
