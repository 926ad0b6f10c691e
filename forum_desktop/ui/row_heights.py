"""The heights of very many rows, in blocks: any row is found and changed at once."""

from collections.abc import Iterator

_BLOCK = 256


class RowHeights:
    """Heights in pixels. A row that nobody measured yet has the height that is guessed."""

    def __init__(self, guess: int) -> None:
        self._guess = guess
        # What is guessed is kept below zero.
        self._blocks: list[list[int]] = [[]]
        self._sums = [0]

    def __len__(self) -> int:
        return sum(map(len, self._blocks))

    def begin(self, count: int) -> None:
        """Hold this many rows, none measured."""
        self._set([-self._guess] * count)

    def forget(self) -> None:
        """Take every height for a guess, as after a change of width."""
        self._set([-abs(height) for block in self._blocks for height in block])

    def insert(self, row: int, count: int) -> None:
        """Hold more rows, from `row` on."""
        number, at = self._where(row)
        self._blocks[number][at:at] = [-self._guess] * count
        self._sums[number] += self._guess * count
        if len(self._blocks[number]) > 2 * _BLOCK:
            self._part(number)

    def remove(self, row: int) -> None:
        """Hold a row no more."""
        number, at = self._where(row)
        self._sums[number] -= abs(self._blocks[number].pop(at))

    def measure(self, row: int, height: int) -> int:
        """Set a height; return by how much it differs from the one before."""
        number, at = self._where(row)
        change = height - abs(self._blocks[number][at])
        self._blocks[number][at] = height
        self._sums[number] += change
        return change

    def guess_again(self, row: int) -> None:
        """Take the height of a row for a guess."""
        number, at = self._where(row)
        self._blocks[number][at] = -abs(self._blocks[number][at])

    def is_measured(self, row: int) -> bool:
        """Tell whether a row was measured."""
        number, at = self._where(row)
        return self._blocks[number][at] > 0

    def height(self, row: int) -> int:
        """Return the height of a row."""
        number, at = self._where(row)
        return abs(self._blocks[number][at])

    def top(self, row: int) -> int:
        """Return where a row begins, counted from the first; past the last: the whole height."""
        number, at = self._where(row)
        return sum(self._sums[:number]) + sum(map(abs, self._blocks[number][:at]))

    def total(self) -> int:
        """Return the height of all rows."""
        return sum(self._sums)

    def row_at(self, place: int) -> int:
        """Return the row over a place, or how many rows there are where the place is below."""
        row = 0
        for block, high in zip(self._blocks, self._sums, strict=True):
            if place < high:
                return row + _row_in(block, place)
            place -= high
            row += len(block)
        return row

    def _where(self, row: int) -> tuple[int, int]:
        for number, block in enumerate(self._blocks):
            if row < len(block):
                return number, row
            row -= len(block)
        last = len(self._blocks) - 1
        return last, len(self._blocks[last]) + row

    def _set(self, heights: list[int]) -> None:
        self._blocks = list(_blocks(heights)) or [[]]
        self._sums = [sum(map(abs, block)) for block in self._blocks]

    def _part(self, number: int) -> None:
        parts = list(_blocks(self._blocks[number]))
        self._blocks[number : number + 1] = parts
        self._sums[number : number + 1] = [sum(map(abs, part)) for part in parts]


def _blocks(heights: list[int]) -> Iterator[list[int]]:
    return (heights[at : at + _BLOCK] for at in range(0, len(heights), _BLOCK))


def _row_in(block: list[int], place: int) -> int:
    for row, height in enumerate(block):
        place -= abs(height)
        if place < 0:
            return row
    return len(block)
