"""How figures are painted, and shown as tables: a picture and its numbers."""
