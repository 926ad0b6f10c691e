"""Documents: records in, the bytes of a file out; knows neither the database nor Qt."""
