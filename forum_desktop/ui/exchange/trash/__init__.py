"""What was withdrawn, and the way back."""
