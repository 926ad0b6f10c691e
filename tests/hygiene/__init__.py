"""What the program leaves behind, on the disk and elsewhere."""
