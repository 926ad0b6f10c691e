"""The card service for the tests beside it."""

from tests.smartcard.service import service

__all__ = ["service"]
