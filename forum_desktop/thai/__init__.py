"""The Thai language: digits, calendar, word breaks, folding, titles and names."""
