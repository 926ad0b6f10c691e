"""Typing up signed sheets: one row after the other, checked in as from paper."""
