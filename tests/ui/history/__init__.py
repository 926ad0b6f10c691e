"""Histories, opened by one key wherever something is chosen."""
