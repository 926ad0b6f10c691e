"""The acts, by noun: `services.opinions.capture_opinion(desk, ...)`.

The modules load when first used, because the database behind them takes longer to import
than the first page takes to appear (docs/decisions/0004).
"""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forum_desktop.services import agenda as agenda
    from forum_desktop.services import answering as answering
    from forum_desktop.services import arrivals as arrivals
    from forum_desktop.services import assignment_papers as assignment_papers
    from forum_desktop.services import assignments as assignments
    from forum_desktop.services import attendance as attendance
    from forum_desktop.services import auto_lock as auto_lock
    from forum_desktop.services import backups as backups
    from forum_desktop.services import badges as badges
    from forum_desktop.services import checking as checking
    from forum_desktop.services import complaint_desk as complaint_desk
    from forum_desktop.services import complaint_papers as complaint_papers
    from forum_desktop.services import complaints as complaints
    from forum_desktop.services import delegations as delegations
    from forum_desktop.services import desk as desk
    from forum_desktop.services import documents as documents
    from forum_desktop.services import drafts as drafts
    from forum_desktop.services import evidence as evidence
    from forum_desktop.services import exchange as exchange
    from forum_desktop.services import fault_reports as fault_reports
    from forum_desktop.services import figures as figures
    from forum_desktop.services import forums as forums
    from forum_desktop.services import hall as hall
    from forum_desktop.services import hard_faults as hard_faults
    from forum_desktop.services import headquarters as headquarters
    from forum_desktop.services import histories as histories
    from forum_desktop.services import identity_card as identity_card
    from forum_desktop.services import imports as imports
    from forum_desktop.services import licences as licences
    from forum_desktop.services import minutes as minutes
    from forum_desktop.services import moments as moments
    from forum_desktop.services import opinions as opinions
    from forum_desktop.services import packs as packs
    from forum_desktop.services import paper as paper
    from forum_desktop.services import practice as practice
    from forum_desktop.services import preflight as preflight
    from forum_desktop.services import priorities as priorities
    from forum_desktop.services import privacy as privacy
    from forum_desktop.services import protection as protection
    from forum_desktop.services import quick_cards as quick_cards
    from forum_desktop.services import ranking as ranking
    from forum_desktop.services import recovering as recovering
    from forum_desktop.services import recovery_slip as recovery_slip
    from forum_desktop.services import registration as registration
    from forum_desktop.services import rehearsal as rehearsal
    from forum_desktop.services import revising as revising
    from forum_desktop.services import screening as screening
    from forum_desktop.services import similar as similar
    from forum_desktop.services import speakers as speakers
    from forum_desktop.services import start as start
    from forum_desktop.services import storage as storage
    from forum_desktop.services import stream as stream
    from forum_desktop.services import supporting as supporting
    from forum_desktop.services import trash as trash
    from forum_desktop.services import twins as twins


def __getattr__(name: str) -> ModuleType:
    if name.startswith("_"):
        raise AttributeError(name)
    return import_module(f"{__name__}.{name}")
