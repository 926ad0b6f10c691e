"""Bringing lists of people in from the files that offices keep."""
