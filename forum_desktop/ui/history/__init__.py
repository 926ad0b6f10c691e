"""What was done to a thing, by one key, wherever it is chosen."""
