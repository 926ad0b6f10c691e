"""What the file tells of itself, twice and alike: in its facts and in XMP (ISO 19005, 6.7)."""

import re
from html import escape
from typing import Any

from reportlab.pdfbase import pdfdoc

from forum_desktop.documents.fonts.coverage import clean
from forum_desktop.documents.house.label import Label
from forum_desktop.documents.keywords import DocumentKeywords
from forum_desktop.documents.pdf.file import PdfFile

LANGUAGE = "th-TH"
PROGRAM = "Forum Desktop"

_NO_XML = re.compile("[\ufffe\uffff]")
"""The characters that cleaned text may hold and XML may not (XML 1.0, 2.2)."""

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{program}</pdf:Producer>
<pdf:Keywords>{keywords}</pdf:Keywords>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<pdfaid:part>{part}</pdfaid:part>
<pdfaid:conformance>{conformance}</pdfaid:conformance>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def describe(document: PdfFile, label: Label) -> None:
    """Add title, program and keywords. There are no dates: the same data give the same file."""
    keywords = str(DocumentKeywords.of(label))
    # Halves of characters, which no encoding can hold, do not belong in a title.
    title = _NO_XML.sub("", clean(label.title))
    facts = {"Title": title, "Creator": PROGRAM, "Producer": PROGRAM, "Keywords": keywords}
    strings = {key: pdfdoc.PDFString(fact) for key, fact in facts.items()}
    document.info = pdfdoc.PDFDictionary(strings)
    document.Catalog.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})
    document.Catalog.Metadata = _packet(document, title, keywords)


def _packet(document: PdfFile, title: str, keywords: str) -> Any:
    rules = document.flavour.value
    text = _PACKET.format(
        title=escape(title),
        keywords=escape(keywords),
        language=LANGUAGE,
        program=PROGRAM,
        part=rules.part,
        conformance=rules.conformance,
    )
    types = {"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")}
    # Not compressed, so that programs find it that know nothing of PDF.
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(types), text.encode())
