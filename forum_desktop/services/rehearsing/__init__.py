"""What a rehearsal needs: a clock that keeps the forum's day, and invented people and words."""
