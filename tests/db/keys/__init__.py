"""Tests of the keys of the file."""
