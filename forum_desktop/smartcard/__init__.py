"""The Thai identity card in a PC/SC reader: its Thai name, and nothing else of it."""
