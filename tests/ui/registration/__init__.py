"""The views of the registration page, by keyboard."""
