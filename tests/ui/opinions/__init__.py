"""The opinions page."""
