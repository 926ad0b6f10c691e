"""The page: its margins, its number at the head from the second on, and the mark of a draft."""

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from forum_desktop.documents.docx.markup import field, root, run, w
from forum_desktop.documents.docx.measures import NUMBER_DROP, PAGE_HEIGHT, PAGE_WIDTH, Page
from forum_desktop.documents.docx.styles import Style
from forum_desktop.documents.house.phrases import Phrases

_MARK = "\0"
_FIRST, _OTHERS = "rIdFirstHeader", "rIdHeader"

HEADERS = {_FIRST: "header1.xml", _OTHERS: "header2.xml"}
"""The parts of the headers by the identifiers under which the document names them."""


def section(page: Page, phrases: Phrases) -> str:
    """Return the properties of the only section; they close the body."""
    digits = "thaiNumbers" if phrases.digits("1") != "1" else "decimal"
    return w(
        "sectPr",
        f'<w:headerReference w:type="first" r:id="{_FIRST}"/>',
        f'<w:headerReference w:type="default" r:id="{_OTHERS}"/>',
        w("pgSz", w=PAGE_WIDTH, h=PAGE_HEIGHT),
        w(
            "pgMar",
            top=page.top,
            right=page.right,
            bottom=page.bottom,
            left=page.left,
            header=min(NUMBER_DROP, page.top),
            footer=min(NUMBER_DROP, page.bottom),
            gutter=0,
        ),
        w("pgNumType", fmt=digits),
        w("titlePg"),
    )


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the head of every page: left, right, and (of a draft) behind the text."""

    left: str = ""
    right: str = ""
    behind: str = ""


def header_parts(page: Page, phrases: Phrases, head: Head, typeface: str) -> dict[str, bytes]:
    """Return the header of the first page, which bears no number, and that of all others."""
    before, _, after = phrases.plain("page", number=_MARK).partition(_MARK)
    number = f"{run(before)}{field('PAGE', run(phrases.digits('2')))}{run(after)}"
    return {
        HEADERS[_FIRST]: _header(page, head, "", typeface),
        HEADERS[_OTHERS]: _header(page, head, number, typeface),
    }


def _header(page: Page, head: Head, number: str, typeface: str) -> bytes:
    """Return a header with the number in the middle."""
    tabs = w(
        "tabs",
        w("tab", val="center", pos=page.width // 2),
        w("tab", val="right", pos=page.width),
    )
    tab = "<w:r><w:tab/></w:r>"
    properties = w("pPr", w("pStyle", val=Style.HEADER), tabs)
    mark = _watermark(head.behind, typeface) if head.behind else ""
    return root("hdr", w("p", properties, mark, run(head.left), tab, number, tab, run(head.right)))


def _watermark(word: str, typeface: str) -> str:
    """Return the grey word behind the text, drawn as Word itself draws one (VML)."""
    place = (
        "position:absolute;margin-left:0;margin-top:0;width:260pt;height:150pt;rotation:300;"
        "z-index:-251658752;mso-position-horizontal:center;"
        "mso-position-horizontal-relative:page;mso-position-vertical:center;"
        "mso-position-vertical-relative:page"
    )
    letters = quoteattr(f'font-family:"{typeface}";font-size:1pt;font-weight:bold')
    shape = (
        f'<v:shape id="DraftMark" o:spid="_x0000_s2049" type="#_x0000_t136" style="{place}" '
        'o:allowincell="f" fillcolor="#ebebeb" stroked="f">'
        f"<v:textpath style={letters} string={quoteattr(word)}/></v:shape>"
    )
    return f"<w:r><w:rPr><w:noProof/></w:rPr><w:pict>{_TEXT_SHAPE}{shape}</w:pict></w:r>"


_TEXT_SHAPE = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
    '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
    '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>'
    '<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" '
    'o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
    '<v:textpath on="t" fitshape="t"/></v:shapetype>'
)
"""The shape of stretched text, number 136 of the format's own shapes."""
