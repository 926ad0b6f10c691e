"""What was said: the list under the capture card, its filters, and the card of one opinion."""
