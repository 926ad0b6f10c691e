"""Thai fonts for PDF whose codes are shaped clusters, so that text looks and copies right."""
