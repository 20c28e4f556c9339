"""Operating the county: backup and restore, checks, audit, expiry, proofs, what is counted."""
