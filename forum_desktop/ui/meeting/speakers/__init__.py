"""The speakers of the meeting."""
