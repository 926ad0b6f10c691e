"""Forum Desktop: run a Thai municipal planning forum offline, from the door to the minutes."""

__version__ = "0.1.0"
