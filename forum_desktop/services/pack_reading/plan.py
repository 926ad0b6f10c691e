"""The plan of a pack: its level names, strategies and approaches."""

from forum_desktop.records.pack import LevelNames, PackApproach, PackStrategy
from forum_desktop.services.pack_reading.table import Table, refuse_repeated

_LAST_KEY = 9
"""A strategy is chosen with one key of the keyboard, 1 to 9."""
_MOST_APPROACHES = 99
_USUAL = LevelNames()


def read_levels(table: Table) -> LevelNames:
    """Return what the two levels are called here."""
    table.allow("strategy", "approach", "strategy_english", "approach_english")
    return LevelNames(
        strategy=table.text("strategy", _USUAL.strategy),
        approach=table.text("approach", _USUAL.approach),
        strategy_english=table.text("strategy_english", _USUAL.strategy_english),
        approach_english=table.text("approach_english", _USUAL.approach_english),
    )


def read_strategies(top: Table) -> tuple[PackStrategy, ...]:
    """Return the strategies in the order of their numbers."""
    tables = top.tables("strategies", needed=True)
    strategies = [_strategy(table) for table in tables]
    refuse_repeated(tables, "number", [strategy.number for strategy in strategies])
    return tuple(sorted(strategies, key=lambda strategy: strategy.number))


def _strategy(table: Table) -> PackStrategy:
    table.allow("number", "name", "short", "approaches")
    return PackStrategy(
        number=_strategy_number(table),
        name=table.text("name"),
        short=table.text("short"),
        approaches=_approaches(table),
    )


def _strategy_number(table: Table) -> int:
    number = table.whole_number("number", 1, 2**31)
    if number > _LAST_KEY:
        raise table.fault("too_many_strategies", "number", number=number, last=_LAST_KEY)
    return number


def _approaches(strategy: Table) -> tuple[PackApproach, ...]:
    tables = strategy.tables("approaches")
    approaches = [_approach(table) for table in tables]
    refuse_repeated(tables, "number", [approach.number for approach in approaches])
    return tuple(sorted(approaches, key=lambda approach: approach.number))


def _approach(table: Table) -> PackApproach:
    table.allow("number", "text")
    number = table.whole_number("number", 1, _MOST_APPROACHES)
    return PackApproach(number=number, text=table.text("text"))
