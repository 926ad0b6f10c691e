"""One encrypted SQLite file a laptop: tables, queries and the operation log behind them."""
