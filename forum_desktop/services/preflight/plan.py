"""What the forum brings: its plan, headquarters' key, its letters."""

from uuid import UUID

from forum_desktop import sealing
from forum_desktop.documents.fonts.face import load_face
from forum_desktop.errors import Refusal
from forum_desktop.records.pack import EventPack
from forum_desktop.records.plan import Approach, Strategy
from forum_desktop.records.preflight import Finding, Light
from forum_desktop.services.desk import Desk
from forum_desktop.services.forums import pack_of

_THAI = "กำปั้นน้ำใต้ญี่ปุ่น๑"
"""Marks above and below, and a digit: what a face without Thai has not."""


def find_pack(desk: Desk, forum_id: UUID | None) -> Finding:
    """Tell whether the forum is there with its strategies, approaches and sectors."""
    if forum_id is None:
        return Finding(what="pack", found="none", light=Light.RED)
    with desk.look() as look:
        strategies = look.all(Strategy, forum_id=forum_id)
        approaches = look.all(Approach, forum_id=forum_id)
        pack = pack_of(look, forum_id)
    details = (("strategies", len(strategies)), ("approaches", len(approaches)))
    bare = {one.id for one in strategies} - {one.strategy_id for one in approaches}
    if not strategies or not pack.sectors:
        return Finding(what="pack", found="empty", light=Light.RED, details=details)
    if bare:
        return Finding(what="pack", found="bare", light=Light.AMBER, details=details)
    return Finding(what="pack", found="whole", light=Light.GREEN, details=details)


def find_headquarters(desk: Desk, forum_id: UUID | None) -> Finding:
    """Tell whether headquarters' keys are in the pack and can be used."""
    if forum_id is None:
        return Finding(what="headquarters", found="none", light=Light.AMBER)
    with desk.look() as look:
        pack = pack_of(look, forum_id)
    return headquarters_of(pack)


def headquarters_of(pack: EventPack) -> Finding:
    """Tell of the keys that a pack names."""
    if not pack.hq_recipient:
        return Finding(what="headquarters", found="none", light=Light.AMBER)
    try:
        sealing.seal(b"", [pack.hq_recipient])
    except Refusal:
        return Finding(what="headquarters", found="wrong", light=Light.RED)
    if not pack.hq_receipt_key:
        return Finding(what="headquarters", found="no_receipts", light=Light.AMBER)
    return Finding(what="headquarters", found="there", light=Light.GREEN)


def find_fonts(desk: Desk, forum_id: UUID | None) -> Finding:
    """Tell whether documents can be written in Thai letters."""
    typeface = ""
    if forum_id is not None:
        with desk.look() as look:
            typeface = pack_of(look, forum_id).documents.typeface
    face = load_face(typeface)
    if face.missing(_THAI):
        return Finding(what="fonts", found="broken", light=Light.RED)
    if typeface and face is load_face():
        details = (("name", typeface),)
        return Finding(what="fonts", found="stand_in", light=Light.AMBER, details=details)
    return Finding(what="fonts", found="there", light=Light.GREEN)
