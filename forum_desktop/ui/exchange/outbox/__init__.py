"""The outbox: what goes to headquarters, and its receipt."""
