"""Putting right who complains without showing it: only what is wrong is typed."""

from collections.abc import Mapping

from forum_desktop.ui.asking import PASSPHRASE, REASON, Asked

_FACTS = ("phone", "email", "address", "on_behalf_of", "acting_for_paper", "witness")
_EMPTIED = "-"
AMEND = (
    Asked("name", "complaint.name"),
    *(Asked(fact, f"case_register.identity.{fact}") for fact in _FACTS),
    REASON,
    PASSPHRASE,
)
"""What is asked; `amended` reads the answers."""


def amended(told: Mapping[str, str]) -> dict[str, str]:
    """Return the facts that were typed, under the names of a complainant; a dash empties one."""
    from forum_desktop.thai.names import split_full_name  # noqa: PLC0415 - loaded when needed

    typed = {fact: told[fact].strip() for fact in _FACTS if told[fact].strip()}
    changes = {fact: "" if text == _EMPTIED else text for fact, text in typed.items()}
    if told["name"].strip():
        name = split_full_name(told["name"])
        changes |= {"first_name": name.first_name, "last_name": name.last_name}
        if name.title:
            changes["title"] = name.title
    return changes
