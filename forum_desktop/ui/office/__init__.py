"""Headquarters: what all forums sent, taken in, looked through and reported.

Opened by its key file only; nobody at a forum needs it, so the sidebar does not show it.
"""
