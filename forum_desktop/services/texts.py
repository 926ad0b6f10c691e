"""What typed text must be before it is kept."""

from forum_desktop.errors import Refusal
from forum_desktop.thai.cleaning import clean_line, clean_text, is_visible

LONGEST_TEXT = 20_000
LONGEST_LINE = 300


def long_text(text: str, *, needed: bool = False) -> str:
    """Return a cleaned text of many lines.

    Raises Refusal("text.empty") where it is needed and nothing readable is left, and
    Refusal("text.too_long") past 20,000 characters.
    """
    return _checked(clean_text(text), LONGEST_TEXT, needed=needed)


def line(text: str, *, needed: bool = False) -> str:
    """Return a cleaned text of one line; the same refusals, past 300 characters."""
    return _checked(clean_line(text), LONGEST_LINE, needed=needed)


def _checked(text: str, longest: int, *, needed: bool) -> str:
    if needed and not is_visible(text):
        raise Refusal("text.empty")
    if len(text) > longest:
        raise Refusal("text.too_long", length=len(text), longest=longest)
    return text
