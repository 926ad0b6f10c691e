"""Tests of the complaint desk, by keys."""
