"""This laptop: its station, how sound its file is, and its copies."""
