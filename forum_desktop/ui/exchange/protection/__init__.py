"""What opens this laptop's file: its passphrase, the printed code, and when the window locks."""
