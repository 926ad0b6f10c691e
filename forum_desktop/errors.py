"""Errors of the world, each a sentence for the user; everything else is a fault of ours."""


class Refusal(Exception):
    """The world said no: a bad file, a full disk, an empty text.

    `key` names a sentence of the wording catalogue (`resources/i18n`), which says what
    happened, what is safe and what to do; `details` fill its placeholders.
    """

    def __init__(self, key: str, **details: object) -> None:
        super().__init__(key, details)
        self.key = key
        self.details = details

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value}" for name, value in self.details.items())
        return f"{self.key} ({facts})" if facts else self.key


class Cancelled(Exception):
    """The user asked for the running work to stop; nothing was changed."""
