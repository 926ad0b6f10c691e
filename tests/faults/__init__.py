"""Faults done for real, a bounded number of each; `benchmarks.faults` does them in full."""
