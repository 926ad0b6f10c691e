"""Everything about one person: her facts, presence, consents, entries, words and requests."""
