"""Journeys about one person."""
