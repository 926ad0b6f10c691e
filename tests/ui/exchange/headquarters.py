"""A forum that comes to know headquarters, as its pack would have told it."""

import json
from dataclasses import replace
from uuid import UUID

from forum_desktop.records.headquarters import HqKeys
from forum_desktop.records.meeting import PackCopy
from forum_desktop.services.desk import Desk


def know_headquarters(desk: Desk, forum_id: UUID, keys: HqKeys) -> bool:
    """Put headquarters' keys into the forum's copy of its pack."""
    with desk.act() as act:
        (copy,) = act.all(PackCopy, forum_id=forum_id)
        told = json.loads(copy.content)
        told |= {"hq_recipient": keys.recipient, "hq_receipt_key": keys.receipt_key}
        act.put(replace(copy, content=json.dumps(told, ensure_ascii=False)))
    return True
