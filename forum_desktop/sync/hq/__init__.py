"""Headquarters: all forums of the year in one archive, in PostgreSQL or in a file."""
