"""The evidence of a case: listed, added by dialog or dropping, seen large, saved, withdrawn."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit, QWidget

from forum_desktop import services
from forum_desktop.ui.background import Ends
from forum_desktop.ui.complaints.evidence.adding import Adding, dropped_files
from forum_desktop.ui.complaints.evidence.large import LargePicture, picture_of
from forum_desktop.ui.complaints.evidence.shelf import Piece, Shelf, read_pieces
from forum_desktop.ui.complaints.evidence.telling import kind_of
from forum_desktop.ui.complaints.evidence.why import Why, WhyFields
from forum_desktop.ui.complaints.register.panel import Panel
from forum_desktop.ui.controls import Text, button, column, field, named, row, told
from forum_desktop.ui.news import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from forum_desktop.ui.complaints.register.card import CaseCard


class EvidencePanel(Panel):
    """With the cursor in the list, one key does one thing to the piece in hand."""

    def __init__(self, card: "CaseCard") -> None:
        super().__init__(card)
        self._shown_of: UUID | None = None
        self._folder = Path.home()
        self.shelf = named(self.words, "evidence_view.list", Shelf(self.words))
        self.adding = Adding(self.page)
        self.large = LargePicture(self.page)
        self.why, self.reason, self._withdrawing = WhyFields(self.page), QLineEdit(), QFrame()
        self._count, self._none = Text("soft"), told(self.words, "evidence_view.none", wraps=True)
        self._lay_out()
        self._connect()
        self.watch(reason=self.reason)
        self.setAcceptDrops(True)

    def begin(self) -> None:
        """Show what there is of the case in hand."""
        assert self.card.case is not None
        self.forget()
        needs_passphrase = self.card.case.needs_passphrase
        self.why.ask(is_sealed=self.complaint.is_sealed, needs_passphrase=needs_passphrase)
        self.read_again()

    def first(self) -> QWidget:
        """Begin in the list."""
        return self.shelf

    def keep(self) -> None:
        """Withdraw the piece in hand, where its reason is being typed."""
        if self._withdrawing.isVisible():
            self.withdraw()

    def forget(self) -> None:
        """Show nothing more of the case, hold no passphrase."""
        self._shown_of = None
        self.shelf.show_pieces(())
        self.large.forget()
        self.adding.clear()
        self._withdrawing.hide()
        self.why.forget()
        self.reason.clear()

    def put_back(self, kept: "Mapping[str, str]") -> None:
        """Show the reason that was half typed."""
        super().put_back(kept)
        self._withdrawing.setVisible(bool(self.reason.text()))

    def retranslate(self) -> None:
        """Say again what each piece is."""
        self.adding.retranslate()
        self._show_pieces(self.shelf.pieces)

    def read_again(self) -> None:
        """Read what there is now."""
        wanted = self._shown_of = self.complaint.id

        def show(pieces: tuple[Piece, ...]) -> None:
            if self._shown_of == wanted:
                self._show_pieces(pieces)

        self.page.look_up(lambda desk: read_pieces(desk, wanted), show)

    def choose_files(self) -> None:
        """Ask which files to add."""
        self.adding.choose(self.complaint.id)

    def add(self, paths: tuple[Path, ...]) -> None:
        """Add files."""
        self.adding.add(self.complaint.id, paths)

    def see(self) -> None:
        """Show a photo large; other kinds are saved and opened elsewhere."""
        piece = self.shelf.chosen()
        if piece is None:
            return
        if kind_of(piece.evidence) not in {"photo", "sealed"}:
            self.page.say("evidence_view.only_photos", "warn")
            return
        why = self.why.answer(piece)
        if why is not None:
            self._look_at(piece, why)

    def save(self) -> None:
        """Ask where to, then write a copy of the piece in hand."""
        piece = self.shelf.chosen()
        why = self.why.answer(piece) if piece is not None else None
        if piece is None or why is None:
            return
        evidence_id = piece.evidence.id
        self.page.look_up(
            lambda desk: services.evidence.suggested_name(desk, evidence_id),
            lambda name: self._ask_where(evidence_id, name, why),
        )

    def ask_to_withdraw(self) -> None:
        """Ask why the piece in hand is withdrawn."""
        piece = self.shelf.chosen()
        if piece is None or piece.evidence.withdrawn_at is not None:
            self.page.say("evidence.is_withdrawn" if piece else "evidence_view.none_chosen", "warn")
            return
        self.adding.clear()
        self._withdrawing.show()
        self.reason.setFocus()

    def withdraw(self) -> None:
        """Withdraw the piece in hand; it is kept, and told to be withdrawn."""
        piece, reason = self.shelf.chosen(), self.reason.text()
        if piece is None:
            return
        if not reason.strip():
            self.page.say("evidence_view.reason_first", "warn")
            return
        evidence_id = piece.evidence.id
        self.page.act(
            self.card.drafts.cleared_after(
                lambda desk: services.evidence.withdraw_evidence(desk, evidence_id, reason)
            ),
            lambda _: self._withdrawn(),
            Kind.COMPLAINTS,
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this laptop and its sticks."""
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what is dropped."""
        event.acceptProposedAction()
        self.add(dropped_files(event.mimeData()))

    def _look_at(self, piece: Piece, why: Why) -> None:
        evidence_id, asked_of, at = piece.evidence.id, self.complaint.id, self.shelf.currentRow()
        is_sealed = piece.evidence.is_sealed

        def show(image: QImage) -> None:
            self.card.read_again()
            if self._shown_of != asked_of or not self.isVisible():
                return
            if image.isNull():
                self.page.say("evidence_view.only_photos", "warn")
            else:
                number = f"{self.complaint.reference}  {at + 1}"
                self.large.show_picture(image, number, is_sealed=is_sealed)

        self.page.look_up(
            lambda desk: picture_of(
                services.evidence.open_evidence(desk, evidence_id, **why._asdict())
            ),
            show,
            refused=lambda _: self._again(),
        )

    def _step(self, step: int) -> None:
        """Go to the next photo; a sealed one is opened by itself, for its own reason."""
        at = self.shelf.currentRow() + step
        while 0 <= at < len(self.shelf.pieces):
            if kind_of(self.shelf.pieces[at].evidence) == "photo":
                self.shelf.setCurrentRow(at)
                self.see()
                return
            at += step

    def _again(self) -> None:
        self.card.read_again()
        phrase = self.why.passphrase
        (phrase if phrase.isVisible() else self.shelf).setFocus()

    def _ask_where(self, evidence_id: "UUID", name: str, why: Why) -> None:
        title = self.words("evidence_view.save_as")
        path, _ = QFileDialog.getSaveFileName(self.page, title, str(self._folder / name))
        if path:
            self._folder = Path(path).parent
            self.save_to(evidence_id, Path(path), why)

    def save_to(self, evidence_id: "UUID", target: Path, why: Why) -> None:
        """Write a copy; what was there stays until the new one is whole."""

        def written(path: Path) -> None:
            self.card.read_again()
            self.page.say("documents.exported", "good", name=path.name, path=path.parent)

        self.page.background.run_long(
            lambda desk, _: services.evidence.save_evidence(
                desk, evidence_id, target, **why._asdict()
            ),
            Ends(done=written, refused=self.page.show_refusal),
        )

    def _withdrawn(self) -> None:
        self._withdrawing.hide()
        self.reason.clear()
        self.typed.begin()
        self.shelf.setFocus()
        self.page.say("evidence_view.is_withdrawn_now", "good")
        self._ended()

    def _ended(self) -> None:
        if self._shown_of is not None:
            self.read_again()

    def _show_pieces(self, pieces: tuple[Piece, ...]) -> None:
        self.shelf.show_pieces(pieces)
        standing = sum(piece.evidence.withdrawn_at is None for piece in pieces)
        most = services.evidence.MOST_OF_A_COMPLAINT if self._shown_of else 0
        said = self.words("evidence_view.count", count=standing, most=most)
        self._count.say(said if most else "")
        self._none.setVisible(not pieces)

    def _take(self, key: int) -> bool:
        act = self._acts.get(key)
        if act is not None:
            act()
        return act is not None

    def _connect(self) -> None:
        self._acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_A: self.choose_files,
            Qt.Key.Key_Return: self.see,
            Qt.Key.Key_Enter: self.see,
            Qt.Key.Key_S: self.save,
            Qt.Key.Key_W: self.ask_to_withdraw,
            Qt.Key.Key_Delete: self.ask_to_withdraw,
        }
        self.shelf.acts = self._take
        self.shelf.itemDoubleClicked.connect(lambda _: self.see())
        self.reason.returnPressed.connect(self.withdraw)
        self.why.answered.connect(self.see)
        self.adding.ended.connect(self._ended)
        self.large.left.connect(self.shelf.setFocus)
        self.large.stepped.connect(self._step)

    def _lay_out(self) -> None:
        words = self.words
        self.reason.setMaxLength(300)
        withdraw = button(words, "evidence_view.withdraw_keep", self.withdraw, look="primary")
        why = row(field(words, "evidence_view.reason", self.reason), gap=8)
        self._withdrawing.setLayout(column(why, row(withdraw, None), gap=6))
        head = row(told(words, "evidence_view.title", "lead"), None, self._count)
        body = column(
            head, self.why, self._none, self.shelf, self.adding, self._withdrawing, self._foot()
        )
        body.setSpacing(6)
        body.setStretch(3, 1)
        self.setLayout(body)

    def _foot(self) -> QFrame:
        words = self.words
        add = button(words, "evidence_view.add", self.choose_files, look="primary")
        others = (
            button(words, "evidence_view.see", self.see),
            button(words, "evidence_view.save", self.save),
            button(words, "evidence_view.withdraw", self.ask_to_withdraw),
            button(words, "case_register.back", self.card.close_task, look="quiet"),
        )
        foot = QFrame()
        foot.setLayout(
            column(
                row(add, *others, None, gap=6),
                told(words, "evidence_view.drop", "small", wraps=True),
                gap=4,
            )
        )
        return foot
