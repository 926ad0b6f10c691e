"""Who is missing: counts alone, fit for the projector."""
