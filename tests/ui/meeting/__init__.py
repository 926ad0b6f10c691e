"""The views of the meeting page, by keyboard."""
