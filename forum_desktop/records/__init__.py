"""Frozen records: the only things that cross a boundary. They import nothing of ours."""
