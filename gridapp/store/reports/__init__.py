"""Questions behind reports and ledgers."""
