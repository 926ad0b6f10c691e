"""The walk-in form: name, sector, place; everything else folded away."""
