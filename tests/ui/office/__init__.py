"""Headquarters in the window."""
