"""Drawn matter: bars, boxes to tick, lines to write on, codes to scan; all of it vectors."""
