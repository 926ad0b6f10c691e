"""A forum as it stood at a moment."""
