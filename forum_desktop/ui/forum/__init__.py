"""The forum page."""
