"""The agenda of the meeting."""
