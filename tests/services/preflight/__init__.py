"""Whether a laptop is ready for the hall."""
