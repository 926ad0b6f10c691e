"""What the complaint desk keeps: who opened what, its passphrase, papers, a person's rights."""
