"""Every act by its name: Ctrl+K."""
