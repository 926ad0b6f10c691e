"""Tests of headquarters."""
