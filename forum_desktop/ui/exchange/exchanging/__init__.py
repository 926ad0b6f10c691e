"""The view that takes what other laptops left and leaves what is known here."""
