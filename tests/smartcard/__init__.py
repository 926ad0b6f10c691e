"""Tests of the identity card."""
