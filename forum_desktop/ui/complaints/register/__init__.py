"""The register of complaints: the list, and the card of one case."""
