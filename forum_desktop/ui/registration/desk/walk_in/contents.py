"""What stands in a walk-in form: as facts to save, and half typed as it is kept."""

from typing import TYPE_CHECKING

from forum_desktop.thai.names import SplitName
from forum_desktop.ui.registration.desk.walk_in.filled import WalkIn

if TYPE_CHECKING:
    from forum_desktop.ui.registration.desk.walk_in.form import WalkInForm

_NAME = ("title", "first_name", "last_name")


def filled(form: "WalkInForm") -> WalkIn:
    """Return what a form holds; a place that the pack knows is a community."""
    title, first, last = (line.text().strip() for line in form.names.lines())
    sector, place = form.sector.taken(), form.place.taken()
    is_community = place is not None and place.is_known
    where = place.value if place else ""
    return WalkIn(
        title=title,
        first_name=first,
        last_name=last,
        sector=sector.value if sector else "",
        community=where if is_community else "",
        organisation="" if is_community else where,
        is_minor=form.more.is_minor.isChecked(),
        badge=form.badge,
        consents=form.more.consents(),
        needs=form.more.needs(),
        **{name: line.text().strip() for name, line in form.more.lines().items()},
    )


def collect(form: "WalkInForm") -> dict[str, str]:
    """Return what is half typed."""
    sector = form.sector.taken()
    return {
        **dict(zip(_NAME, (line.text() for line in form.names.lines()), strict=True)),
        **{name: line.text() for name, line in form.more.lines().items()},
        "sector": sector.value if sector else "",
        "place": form.place.text(),
        "badge": form.badge,
        "is_minor": "1" if form.more.is_minor.isChecked() else "",
    }


def restore(form: "WalkInForm", kept: dict[str, str]) -> None:
    """Show what was half typed."""
    title, first, last = (kept.get(part, "") for part in _NAME)
    form.names.show_name(SplitName(title, first, last))
    form.sector.put(form.sector_of(kept.get("sector", "")))
    form.place.setText(kept.get("place", ""))
    form.place.point_at_typed()
    form.show_badge(kept.get("badge", ""))
    form.more.is_minor.setChecked(bool(kept.get("is_minor")))
    for name, line in form.more.lines().items():
        line.setText(kept.get(name, ""))
