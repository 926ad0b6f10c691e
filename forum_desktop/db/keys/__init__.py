"""The keys of the file: random, and kept only wrapped for those who may open it."""
