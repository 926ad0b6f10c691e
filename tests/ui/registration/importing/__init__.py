"""The imports of the registration page, by keyboard."""
