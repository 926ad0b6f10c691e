"""Tests of the archive at headquarters."""
