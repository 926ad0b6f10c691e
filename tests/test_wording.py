"""Every sentence exists in both languages, and every key that the code names exists."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

import pytest

from forum_desktop.errors import Refusal
from forum_desktop.wording import LANGUAGES, LanguageCode, Wording

KEY = re.compile(r"[a-z_]+(\.[a-z0-9_]+)+")
FILES = (".db", ".json", ".key", ".lock", ".log", ".pdf", ".qss", ".toml")
SPEAKERS = {"wording", "words", "say"}
"""What turns a key and its details into a sentence."""
THAI = re.compile("[ก-๛]")
PACKAGE = Path(__file__).resolve().parent.parent / "forum_desktop"


def sentences(language: LanguageCode) -> dict[str, str]:
    wording = Wording(language)
    return {key: wording(key) for key in wording.keys()}  # noqa: SIM118 - not a mapping


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def refusals() -> Iterator[tuple[Path, str, set[str]]]:
    """Yield every refusal that the code raises, with the names of its details."""
    for path, node in syntax():
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refusal":
            key = node.args[0]
            if isinstance(key, ast.Constant):
                yield path, str(key.value), {word.arg or "**" for word in node.keywords}


def syntax() -> Iterator[tuple[Path, ast.AST]]:
    """Yield every node of every module of the app."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            yield path, node


def is_key(node: ast.AST, topics: set[str]) -> TypeGuard[ast.Constant]:
    """Tell whether a literal is a key of the catalogue, by its form and its first word."""
    text = node.value if isinstance(node, ast.Constant) else None
    if not isinstance(text, str) or text.endswith(FILES):
        return False
    return bool(KEY.fullmatch(text)) and not text.endswith("_") and text.split(".")[0] in topics


def test_both_languages_say_the_same_things() -> None:
    thai, english = sentences("th"), sentences("en")
    assert thai.keys() == english.keys()
    for key, sentence in thai.items():
        assert placeholders(sentence) == placeholders(english[key]), key
        assert sentence.strip()
        assert english[key].strip()


def test_no_english_sentence_is_left_in_thai() -> None:
    left = [key for key, sentence in sentences("en").items() if THAI.search(sentence)]
    # Documents are Thai in every language; "ไทย" is how the language calls itself.
    assert [key for key in left if not key.startswith("minutes.") and "language" not in key] == []


def test_thai_sentences_are_thai() -> None:
    # Marks of numbering hold no word; "English" is how the language calls itself.
    left = [
        key
        for key, sentence in sentences("th").items()
        if re.search("[A-Za-z]", re.sub("{.*?}", "", sentence)) and not THAI.search(sentence)
    ]
    assert left == ["window.other_language"]


def test_every_key_that_the_code_names_has_its_sentence() -> None:
    thai = sentences("th")
    topics = {key.split(".")[0] for key in thai}
    named = [(path, node.value) for path, node in syntax() if is_key(node, topics)]
    assert len(named) > 100
    assert [(path, key) for path, key in named if key not in thai] == []


def test_every_sentence_is_given_what_its_placeholders_ask_for() -> None:
    thai = sentences("th")
    topics = {key.split(".")[0] for key in thai}
    calls = [(path, node) for path, node in syntax() if isinstance(node, ast.Call) and node.args]
    spoken = [(path, node, node.args[0]) for path, node in calls if callee(node) in SPEAKERS]
    for path, node, key in spoken:
        if is_key(key, topics):
            given = {word.arg or "**" for word in node.keywords}
            asked = placeholders(thai[str(ast.literal_eval(key))])
            assert "**" in given or asked <= given, f"{path}:{node.lineno}"


def callee(call: ast.Call) -> str:
    """Return the last name of what is called: `words` of `self._page.words(...)`."""
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    return str(name).lstrip("_")


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
