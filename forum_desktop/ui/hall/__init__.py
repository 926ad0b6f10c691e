"""The hall's screen: what everybody sees, painted large, and never a name."""
