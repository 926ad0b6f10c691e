"""The hall's screen and its operator."""
