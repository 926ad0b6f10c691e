"""Tables from files: read, their columns guessed, their rows understood. No database here."""
