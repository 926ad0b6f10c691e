"""Tests, folder for folder like the package."""
