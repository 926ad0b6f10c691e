"""The card service for the tests of the desk."""

from tests.smartcard.service import service

__all__ = ["service"]
