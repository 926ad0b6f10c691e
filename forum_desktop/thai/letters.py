"""The Thai letters as labels, as in ข้อ ก and on pages before the first."""

_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
"""Without ฃ and ฅ, which are no longer written, and ฆ, as word processors number too."""


def letter_label(number: int) -> str:
    """Return ก for 1, ข for 2 and so on; past the last letter two of them, as กก."""
    rounds, place = divmod(number - 1, len(_LETTERS))
    return _LETTERS[place] * (rounds + 1)
