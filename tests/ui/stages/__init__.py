"""Telling states of the views, for the gallery."""
