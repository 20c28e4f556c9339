"""Operating the county: backup and restore, checks, expiry, proofs, what is counted."""
