"""The ranking of the meeting."""
