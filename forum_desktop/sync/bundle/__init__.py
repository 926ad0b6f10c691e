"""The bundle: operations and attachments in one signed file (docs/bundle-format.md)."""
