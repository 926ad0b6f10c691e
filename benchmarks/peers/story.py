"""The minutes as a plain story that any engine can set: headings, paragraphs, one table."""

from collections.abc import Iterator

from forum_desktop.records.minutes import MinutesContent, MinutesOpinion

Part = dict[str, object]


def story_of(content: MinutesContent) -> list[Part]:
    """Return the parts in the order of the document."""
    return [
        _part("title", content.forum.meeting_name),
        *(_part("text", item.title + " " + item.notes) for item in content.agenda),
        *_opinions(content),
        _part("heading", "บัญชีรายชื่อผู้เข้าร่วมประชุม"),
        {"kind": "table", "rows": _people(content)},
    ]


def _part(kind: str, text: str) -> Part:
    return {"kind": kind, "text": text}


def _opinions(content: MinutesContent) -> Iterator[Part]:
    for strategy in (*content.strategies, None):
        yield _part("heading", strategy.name if strategy else "ความคิดเห็นที่ยังไม่จัดกลุ่ม")
        for opinion in content.opinions:
            if opinion.strategy_id == (strategy.id if strategy else None):
                yield from _spoken(opinion)


def _spoken(opinion: MinutesOpinion) -> Iterator[Part]:
    yield _part("text", f"{opinion.reference} {opinion.attribution} {opinion.text}")
    if opinion.answer:
        yield _part("text", f"คำชี้แจง {opinion.answer}")


def _people(content: MinutesContent) -> list[list[str]]:
    return [
        [str(number), person.full_name, person.community or person.organisation]
        for number, person in enumerate((row.attendee for row in content.attendees), start=1)
    ]
