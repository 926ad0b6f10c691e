"""Official words of the documents, which are Thai in every language of the app."""

from functools import cache

from forum_desktop.wording import Wording


def official(key: str, **details: object) -> str:
    """Return the word `document.word.<key>` in Thai."""
    return _thai()(f"document.word.{key}", **details)


@cache
def _thai() -> Wording:
    return Wording("th")
