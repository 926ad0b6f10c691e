"""A language that nobody speaks: every sentence in brackets and 1.7 times as long as in Thai."""

from forum_desktop.wording import Wording

STRETCH = 1.7
_FILLING = " ยาวขึ้นอีก"


class Stretched(Wording):
    """Thai made longer: for languages nobody translated yet and sentences to be corrected.

    A bracket that is not seen tells that the end of a sentence is cut off.
    """

    def __init__(self) -> None:
        super().__init__("th")
        self._sentences = {key: longer(said) for key, said in self._sentences.items()}


def longer(said: str) -> str:
    """Return a sentence of 1.7 times its letters, in brackets."""
    missing = max(0, round(len(said) * STRETCH) - len(said) - 2)
    filling = (_FILLING * (1 + missing // len(_FILLING)))[:missing]
    return f"[{said}{filling.rstrip()}]"
