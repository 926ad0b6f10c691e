"""From the content of the minutes to the bytes of a Word document."""

from forum_desktop.documents.docx.contents import table_of_contents
from forum_desktop.documents.docx.markup import root, w
from forum_desktop.documents.docx.measures import page_of
from forum_desktop.documents.docx.numbering import Lists
from forum_desktop.documents.docx.pages import Head, header_parts, section
from forum_desktop.documents.docx.parts import fonts_part, settings_part, whole_package
from forum_desktop.documents.docx.story import beginning, story
from forum_desktop.documents.docx.styles import TYPEFACE, styles_part
from forum_desktop.documents.docx.writer import Writer
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.house.watching import IsCancelled, Progress, Watch
from forum_desktop.documents.minutes.shown import shown
from forum_desktop.documents.office_label import label_of
from forum_desktop.documents.office_package import pack
from forum_desktop.records.minutes import Edition, MinutesContent, MinutesStatus
from forum_desktop.wording import Wording


def render(
    content: MinutesContent,
    wording: Wording,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> bytes:
    """Return the minutes as an editable document; the same content gives the same bytes.

    They say what the PDF says, in the same order. Raises Cancelled soon after `cancelled`.
    """
    phrases, watch = Phrases(wording, content.pack), Watch(progress, cancelled)
    writer = Writer(phrases, page_of(content.pack.documents), Lists(phrases))
    label, told = label_of(content, phrases), shown(content)
    head = "".join(beginning(writer, told, label.title))
    blocks = story(writer, told, label.title, label.fingerprint)
    text = "".join(watch.over(blocks, _expected(told)))
    end = section(writer.page, phrases)
    contents = table_of_contents(writer, text)
    document = root("document", w("body", head, contents, text, end))
    parts = _parts(writer, content, has_contents=bool(contents))
    data = pack(whole_package(document, parts, label))
    watch.finish()
    return data


def _parts(writer: Writer, content: MinutesContent, *, has_contents: bool) -> dict[str, bytes]:
    typeface = content.pack.documents.typeface or TYPEFACE
    headers = header_parts(writer.page, writer.phrases, _head(writer, content), typeface)
    return headers | {
        "styles.xml": styles_part(typeface, writer.page.width),
        "numbering.xml": writer.lists.part(),
        "settings.xml": settings_part(has_contents=has_contents),
        "fontTable.xml": fonts_part(typeface),
    }


def _head(writer: Writer, content: MinutesContent) -> Head:
    """Return the marks of the edition and of what is not certified yet."""
    phrases, status = writer.phrases, content.texts.status
    is_internal = content.edition is Edition.INTERNAL
    left = phrases.say("internal_label") if is_internal else ""
    if status is MinutesStatus.CERTIFIED:
        return Head(left)
    is_checked = status is MinutesStatus.CHECKED
    right = phrases.say("checked_label" if is_checked else "draft_label")
    return Head(left, right, phrases.say("draft"))


def _expected(content: MinutesContent) -> int:
    """Return about how many paragraphs there will be."""
    return 60 + 2 * len(content.opinions)
