"""Delegation that is followed up: orders, what came of them, what was promised."""
