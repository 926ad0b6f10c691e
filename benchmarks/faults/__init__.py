"""Faults done for real: processes killed, power cut at every write, and what is left opened."""
