"""Every sentence exists in both languages, and every key that the code names exists."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from forum_desktop.errors import Refusal
from forum_desktop.wording import LANGUAGES, LanguageCode, Wording

PACKAGE = Path(__file__).resolve().parent.parent / "forum_desktop"


def sentences(language: LanguageCode) -> dict[str, str]:
    wording = Wording(language)
    return {key: wording(key) for key in wording.keys()}  # noqa: SIM118 - not a mapping


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def refusals() -> Iterator[tuple[Path, str, set[str]]]:
    """Yield every refusal that the code raises, with the names of its details."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refusal":
                key = node.args[0]
                if isinstance(key, ast.Constant):
                    yield path, str(key.value), {word.arg or "**" for word in node.keywords}


def test_both_languages_say_the_same_things() -> None:
    thai, english = sentences("th"), sentences("en")
    assert thai.keys() == english.keys()
    for key, sentence in thai.items():
        assert placeholders(sentence) == placeholders(english[key]), key
        assert sentence.strip()
        assert english[key].strip()


def test_no_english_sentence_is_left_in_thai() -> None:
    thai = re.compile("[ก-๛]")
    left = [key for key, sentence in sentences("en").items() if thai.search(sentence)]
    # Documents are Thai in every language; "ไทย" is how the language calls itself.
    assert [key for key in left if not key.startswith("minutes.") and "language" not in key] == []


def test_every_refusal_has_its_sentence() -> None:
    thai = sentences("th")
    found = list(refusals())
    assert len(found) > 20
    for path, key, details in found:
        assert key in thai, f"{path}: {key}"
        assert "**" in details or placeholders(thai[key]) <= details, f"{path}: {key}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_becomes_a_sentence(language: LanguageCode) -> None:
    said = Wording(language).of(Refusal("text.too_long", length=30_000, longest=20_000))
    assert "30000" in said
    assert "{" not in said
