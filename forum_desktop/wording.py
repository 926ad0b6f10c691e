"""Every sentence a user sees, by key, in Thai (the source) and English."""

import json
from typing import Literal, get_args

from forum_desktop.errors import Refusal
from forum_desktop.paths import resource

LanguageCode = Literal["th", "en"]
LANGUAGES: tuple[LanguageCode, ...] = get_args(LanguageCode)


def next_language(language: LanguageCode) -> LanguageCode:
    """Return the language after another one; the first comes after the last."""
    return LANGUAGES[(LANGUAGES.index(language) + 1) % len(LANGUAGES)]


class Wording:
    """The sentences of one language: `wording("opinions.saved", number="A-12")`.

    A missing key raises KeyError: the tests hold both languages complete.
    """

    def __init__(self, language: LanguageCode = "th") -> None:
        self.language = language
        path = resource("i18n", f"{language}.json")
        self._sentences: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))

    def __call__(self, key: str, **details: object) -> str:
        """Return the sentence of a key, its placeholders filled."""
        sentence = self._sentences[key]
        return sentence.format(**details) if details else sentence

    def keys(self) -> frozenset[str]:
        """Return the keys of all sentences."""
        return frozenset(self._sentences)

    def of(self, refusal: Refusal) -> str:
        """Return the sentence that tells the user of a refusal."""
        return self(refusal.key, **refusal.details)
