"""How the fields of a person's facts stand: a few rows, each of what belongs together."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout

from forum_desktop.ui.controls import Text, card, column, field, named, row, told

if TYPE_CHECKING:
    from forum_desktop.ui.registration.person.form import FactsForm

_TITLE_WIDTH = 96
_ZONE_WIDTH = 130


def lay_out_form(form: "FactsForm") -> None:
    """Put the fields of a form into its card."""
    words, trouble = form.page.words, form.trouble
    trouble.setProperty("tone", "bad")
    trouble.hide()
    save = row(form.save_button, form.reset_button, None, gap=4)
    sign = Text("small")
    sign.say("Alt+1")
    head = row(
        told(words, "person.facts", "lead"),
        sign,
        None,
        told(words, "person.badge", "small"),
        form.badge,
    )
    made = card(head, *_rows(form), trouble, form.remark, save, gap=7)
    body = column(made)
    form.setLayout(body)


def _rows(form: "FactsForm") -> tuple[QLayout, ...]:
    form.lines["title"].setFixedWidth(_TITLE_WIDTH)
    form.choices["zone"].setMinimumWidth(_ZONE_WIDTH)
    form.sector.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return (
        _shared(_field(form, "title"), _field(form, "first_name"), _field(form, "last_name")),
        _shared(_field(form, "sector"), _field(form, "position")),
        _shared(_field(form, "community"), _field(form, "zone")),
        _shared(_field(form, "organisation"), _field(form, "phone")),
        _field(form, "on_behalf_of"),
        _guardian(form),
    )


def _guardian(form: "FactsForm") -> QHBoxLayout:
    words = form.page.words
    words.tell(form.minor.setText, "person.fact.is_minor")
    named(words, "person.fact.is_minor", form.minor)
    under = column(None, form.minor, gap=0)
    return _shared(under, _field(form, "guardian"))


def _field(form: "FactsForm", name: str) -> QVBoxLayout:
    controls = {**form.lines, **form.choices, "sector": form.sector}
    return field(form.page.words, f"person.fact.{name}", controls[name])


def _shared(*fields: QVBoxLayout) -> QHBoxLayout:
    line = row(*fields, gap=10)
    for at in range(len(fields)):
        line.setStretch(at, 1)
    if len(fields) > 2:
        line.setStretch(0, 0)
    return line
