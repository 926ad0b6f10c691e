"""The view of what two laptops wrote apart, and of people entered twice."""
