"""The coach of a practice, and how a practice begins and ends."""
