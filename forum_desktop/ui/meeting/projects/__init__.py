"""The projects of the meeting."""
