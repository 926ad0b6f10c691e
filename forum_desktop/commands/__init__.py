"""The headless commands, by noun. None of them loads Qt."""
