"""Documents: choosing one and making its file."""
