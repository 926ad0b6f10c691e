"""Tests of the exchange between laptops."""
