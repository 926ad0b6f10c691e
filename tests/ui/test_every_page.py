"""What holds on every page, in both languages: names for screen readers, room for the words."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QSplitter,
    QWidget,
)
from pytestqt.qtbot import QtBot

from forum_desktop.records.badges import BadgeGroup
from forum_desktop.records.complaint import ComplaintLevel, ComplaintState
from forum_desktop.records.documents import DocumentFormat, DocumentKind
from forum_desktop.records.forum import ForumState
from forum_desktop.records.importing import ColumnSource, ImportState, RowDecision
from forum_desktop.records.minutes import Edition, MinutesSection, MinutesStatus
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.records.priorities import RankingMethod
from forum_desktop.services.ranking import CRITERIA
from forum_desktop.ui.controls import ElidedText
from forum_desktop.ui.forum.page import ForumPage
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.registration.importing.open_file import PERSON_FIELDS, Filter
from forum_desktop.wording import LANGUAGES, Wording
from tests.ui.keyboard import Typist
from tests.ui.minutes_desk import open_minutes

UI = Path(__file__).parents[2] / "forum_desktop" / "ui"
KEY = re.compile(r"[a-z_]+(\.[a-z_]*[a-z])+(?<!\.qss)")
FAMILIES: dict[str, list[str]] = {
    "page.": list(PageName),
    "opinion.kind.": list(OpinionKind),
    "complaint.level.": list(ComplaintLevel),
    "complaint.level_how.": list(ComplaintLevel),
    "complaint.state.": list(ComplaintState),
    "forum.state.": list(ForumState),
    "minutes.edition.": list(Edition),
    "minutes.edition_how.": list(Edition),
    "minutes.status.": list(MinutesStatus),
    "minutes.status_how.": [*MinutesStatus, "reopened"],
    "minutes.section.": list(MinutesSection),
    "minutes.certified_how.": ["same_meeting", "next_meeting", "circulated"],
    "minutes.margin_": ["left", "right", "top", "bottom"],
    "minutes.view.": ["texts", "format"],
    "minutes.digits.": ["thai", "arabic"],
    "minutes.time_word.": ["short", "long"],
    "minutes.": ["votes_for", "votes_against", "votes_abstained"],
    "documents.kind.": list(DocumentKind),
    "documents.holds.": list(DocumentKind),
    "documents.format.": list(DocumentFormat),
    "documents.readers.": [*Edition, DocumentKind.RECEIPT, DocumentKind.COMPLAINTS],
    "badge_order.group.": list(BadgeGroup),
    "importing_view.filter.": list(Filter),
    "importing_view.row.": [*RowDecision, "matched", "refused", "same"],
    "importing_view.decide.": [*RowDecision, "same"],
    "importing_view.source.": [*ColumnSource, "unused"],
    "importing_view.will_": ["add", "change", "leave"],
    "importing_view.was_": ["added", "changed", "rows"],
    "importing_view.how_": ["columns", "marks", "confirm"],
    "importing_view.out_": ["xlsx", "csv"],
    "importing.field.": list(PERSON_FIELDS),
    "importing.state.": list(ImportState),
    "hall.method.": list(RankingMethod),
    "ranking.sum.": list(RankingMethod),
    "ranking.keys.": list(RankingMethod),
    "ranking.criterion.": [*CRITERIA, "sum"],
    "count.": ["registered", "present", "opinions", "complaints"],
}

DOCUMENTS = {
    "documents": DocumentKind.CARDS,
    "receipt": DocumentKind.RECEIPT,
    "badges": DocumentKind.BADGES,
}
"""What is ordered in the panel of documents."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_used_is_in_the_catalogue(language: str) -> None:
    known = Wording(language).keys()  # type: ignore[arg-type]
    used = set(_literal_keys()) | {f"{h}{t}" for h, tails in FAMILIES.items() for t in tails}
    assert len(used) > 150
    assert used - known == set()


@pytest.mark.parametrize("name", PageName)
def test_every_control_has_a_name(typist: Typist, name: PageName) -> None:
    typist.visit(name)
    unnamed = [
        f"{type(control).__name__} in {type(control.parent()).__name__}"
        for control in _controls(typist.window)
        if not control.accessibleName().strip()
    ]
    assert unnamed == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PageName)
def test_nothing_is_cut_on_a_small_screen(typist: Typist, name: PageName, language: str) -> None:
    window = typist.window
    window.resize(1366, 768)
    if window.words.language != language:
        window.change_language()
    typist.visit(name)
    _settle(window)
    assert (window.width(), window.height()) == (1366, 768)
    cut = [control for control in _shown(window) if _is_cut(control, window)]
    assert [_told(control) for control in cut] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "unfold", ["phrases", "format", "documents", "receipt", "badges", "certify", "reopen"]
)
def test_what_unfolds_on_the_minutes_is_named_and_not_cut(
    typist: Typist, unfold: str, language: str
) -> None:
    window = typist.window
    window.resize(1366, 768)
    if window.words.language != language:
        window.change_language()
    page = open_minutes(typist)
    match unfold:
        case "phrases":
            page.editor.open_snippets()
        case "format":
            page.editor.show_view("format")
        case "documents" | "receipt" | "badges":
            page.open_documents()
            typist.until(page.export.form.is_ready)
            page.export.form.choose(DOCUMENTS[unfold])
        case "certify":
            page.status.ask_certify()
        case _:
            page.status.ask_reopen()
    _settle(window)
    assert [_told(control) for control in _shown(window) if _is_cut(control, window)] == []
    assert [c for c in _controls(window) if not c.accessibleName().strip()] == []


def test_nine_strategies_fit_and_answer(window_on: Callable[[], MainWindow], qtbot: QtBot) -> None:
    window = window_on()
    typist = Typist(window, qtbot)
    page = window.current
    assert isinstance(page, ForumPage)
    typist.until(page.new_forum.create_button.isEnabled)
    titles = [pack.key for pack in page.new_forum._packs]
    page.new_forum.choice.setCurrentIndex(titles.index("sample-eight-strategies"))
    page.new_forum.create_chosen()
    typist.until(lambda: window.overview is not None)
    typist.visit(PageName.OPINIONS)
    typist.type("8 ก")
    typist.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    typist.until(lambda: window.overview is not None and window.overview.counts.opinions == 1)
    assert window.overview is not None
    ids = {strategy.id: strategy.number for strategy in window.overview.strategies}
    assert [ids[i] for i, count in window.overview.counts.by_strategy if i and count] == [8]


def _literal_keys() -> Iterator[str]:
    heads = {key.split(".")[0] for key in Wording("en").keys()}  # noqa: SIM118 - not a dict
    for path in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                text = node.value
                if KEY.fullmatch(text) and text.split(".")[0] in heads:
                    yield text


def _settle(window: QWidget) -> None:
    # A change of words asks for a new layout, which asks its parents in turn.
    for _ in range(10):
        QApplication.processEvents()
    window.grab()


def _controls(window: QWidget) -> Iterator[QWidget]:
    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractScrollArea)
    for control in _shown(window):
        takes_keys = control.focusPolicy() != Qt.FocusPolicy.NoFocus
        if takes_keys and isinstance(control, kinds) and not isinstance(control, QScrollArea):
            yield control


def _shown(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.width() > 0:
            yield widget


def _is_cut(widget: QWidget, window: QWidget) -> bool:
    if isinstance(widget, ElidedText | QScrollBar | QSplitter):
        return False
    if not isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox):
        return False
    if isinstance(widget, QLabel) and widget.wordWrap():
        needed = widget.heightForWidth(widget.width())
        return widget.height() < needed or _is_outside(widget, window)
    if isinstance(widget, QLineEdit):
        return widget.height() < widget.fontMetrics().height() or _is_outside(widget, window)
    hint = widget.sizeHint()
    is_wide = isinstance(widget, QComboBox) or widget.width() >= hint.width()
    return not is_wide or widget.height() < hint.height() or _is_outside(widget, window)


def _is_outside(widget: QWidget, window: QWidget) -> bool:
    if any(isinstance(parent, QScrollArea) for parent in _parents(widget)):
        return False
    corner = widget.mapTo(window, widget.rect().bottomRight())
    return corner.x() >= window.width() or corner.y() >= window.height()


def _parents(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()


def _told(widget: QWidget) -> str:
    text = getattr(widget, "text", lambda: "")()
    return (
        f"{type(widget).__name__} {text!r} {widget.size().toTuple()} {widget.sizeHint().toTuple()}"
    )
