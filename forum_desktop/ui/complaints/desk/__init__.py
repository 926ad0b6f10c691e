"""The complaint desk: what happened, where, who; read back, then taken in."""
