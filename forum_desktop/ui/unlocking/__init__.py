"""Before everything and in front of everything: the cover of a protected laptop."""
