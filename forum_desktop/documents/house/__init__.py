"""The house style: how every document of an office is worded, set and filed."""
