"""The scenes of the hall's screen, one module each."""
