"""The ways by which files go to headquarters and receipts come back."""
