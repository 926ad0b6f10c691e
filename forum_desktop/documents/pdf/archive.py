"""What an archive asks for beside the pages: what colours mean, and the data attached."""

from reportlab.pdfbase import pdfdoc

from forum_desktop.documents.pdf.file import PdfFile
from forum_desktop.documents.pdf.srgb import srgb_profile

ATTACHMENT = "data.json"
_CONDITION = "sRGB IEC61966-2.1"


def add_output_intent(document: PdfFile) -> None:
    """Tell that colours are meant as sRGB (ISO 19005-2, 6.2.3)."""
    profile = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"N": 3}), srgb_profile())
    profile.filters = [pdfdoc.PDFZCompress]
    intent = {
        "Type": pdfdoc.PDFName("OutputIntent"),
        "S": pdfdoc.PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": pdfdoc.PDFString(_CONDITION),
        "Info": pdfdoc.PDFString(_CONDITION),
        "DestOutputProfile": document.Reference(profile),
    }
    document.Catalog.OutputIntents = pdfdoc.PDFArray([pdfdoc.PDFDictionary(intent)])


def attach(document: PdfFile, data: bytes) -> None:
    """Attach the data the document was made of, as JSON (ISO 19005-3, 6.8)."""
    kind = {
        "Type": pdfdoc.PDFName("EmbeddedFile"),
        "Subtype": "/application#2Fjson",
        "Params": pdfdoc.PDFDictionary({"Size": len(data)}),
    }
    file = pdfdoc.PDFStream(pdfdoc.PDFDictionary(kind), data)
    file.filters = [pdfdoc.PDFZCompress]
    embedded = document.Reference(file)
    name = pdfdoc.PDFString(ATTACHMENT)
    specification = {
        "Type": pdfdoc.PDFName("Filespec"),
        "F": name,
        "UF": name,
        "AFRelationship": pdfdoc.PDFName("Data"),
        "EF": pdfdoc.PDFDictionary({"F": embedded, "UF": embedded}),
    }
    reference = document.Reference(pdfdoc.PDFDictionary(specification))
    names = pdfdoc.PDFDictionary({"Names": pdfdoc.PDFArray([name, reference])})
    document.Catalog.Names = pdfdoc.PDFDictionary({"EmbeddedFiles": names})
    document.Catalog.AF = pdfdoc.PDFArray([reference])
