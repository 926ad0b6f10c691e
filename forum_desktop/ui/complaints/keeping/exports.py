"""The register and the cases for other systems, each as a file by one key."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from forum_desktop import services
from forum_desktop.records.documents import DocumentFormat, DocumentKind, DocumentOrder
from forum_desktop.records.minutes import Edition
from forum_desktop.ui.board import headed
from forum_desktop.ui.controls import column, told
from forum_desktop.ui.documents.export import Export
from forum_desktop.ui.key_buttons import Act, KeyButtons
from forum_desktop.ui.save_target import Target

if TYPE_CHECKING:
    from pathlib import Path

    from forum_desktop.ui.viewed import ViewedPage

_REGISTER = (DocumentFormat.PDF, DocumentFormat.XLSX)
_SYSTEMS = (("open311", "json"), ("open311", "csv"), ("traffy", "csv"), ("traffy", "json"))


class ExportsCard(QFrame):
    """None of the files names who complained, or tells a word of a sealed case."""

    def __init__(self, page: "ViewedPage") -> None:
        super().__init__()
        self._page = page
        self._target = Target(page)
        self._register = Export(page, lambda: None, lambda: None)
        made = [
            *(
                Act(f"keeping.export.register_{kind}", partial(self._export_register, kind))
                for kind in _REGISTER
            ),
            *(
                Act(f"keeping.export.{system}_{ending}", partial(self._export, system, ending))
                for system, ending in _SYSTEMS
            ),
        ]
        keys = {int(Qt.Key.Key_1) + at: act for at, act in enumerate(made)}
        self.acts = KeyButtons(page.words, keys, columns=3)
        how = told(page.words, "keeping.exports_how", "small", wraps=True)
        made_card = headed(page.words, "keeping.exports", "file-down", how, self.acts)
        self.setLayout(column(made_card))

    def retranslate(self) -> None:
        """Name the files in the current language."""
        self.acts.retranslate()

    def _export_register(self, kind: DocumentFormat) -> None:
        self._register.ask_and_export(
            DocumentOrder(kind=DocumentKind.COMPLAINTS, edition=Edition.INTERNAL, format=kind)
        )

    def _export(self, system: str, ending: str, _: bool = False) -> None:  # noqa: FBT001, FBT002
        target = self._target.ask(self._target.suggested(system, ending))
        if target is None:
            return
        forum_id, page = self._page.forum_id, self._page
        page.message.hide()
        page.look_up(
            lambda desk: services.complaint_papers.export_cases(desk, forum_id, system, target),
            self._exported,
        )

    def _exported(self, target: "Path") -> None:
        self._page.say("documents.exported", "good", name=target.name, path=target.parent)
