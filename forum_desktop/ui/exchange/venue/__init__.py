"""The view that plans the laptops of a forum and writes the venue pack that sets them up."""
