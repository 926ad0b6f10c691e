"""The operator's side of the hall's screen."""
