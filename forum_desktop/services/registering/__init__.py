"""What the acts of registration share: the facts of a person, sessions, and being present."""
