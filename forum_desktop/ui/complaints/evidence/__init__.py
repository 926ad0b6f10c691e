"""Evidence in the window: added, listed with small pictures, seen large, saved as a copy."""
