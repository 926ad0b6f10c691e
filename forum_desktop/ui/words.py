"""The sentences on screen, which change language without a restart."""

from collections.abc import Callable

from forum_desktop.errors import Refusal
from forum_desktop.wording import LanguageCode, Wording


class Words:
    """The current language, and everything on screen that must change with it."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self._shown: list[tuple[Callable[[str], object], str]] = []

    @property
    def language(self) -> LanguageCode:
        """The language on screen."""
        return self.wording.language

    def __call__(self, key: str, **details: object) -> str:
        """Return a sentence with its placeholders filled."""
        return self.wording(key, **details)

    def of(self, refusal: Refusal) -> str:
        """Return the sentence of a refusal."""
        return self.wording.of(refusal)

    def tell(self, show: Callable[[str], object], key: str) -> None:
        """Show the sentence of `key` by `show`, now and after each change of language."""
        show(self(key))
        self._shown.append((show, key))

    def change(self, wording: Wording) -> None:
        """Show everything in another language."""
        self.wording = wording
        for show, key in self._shown:
            show(self(key))
