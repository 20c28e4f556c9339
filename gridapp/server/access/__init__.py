"""The devices of the county: what they are granted, tokens, signatures, how much each may ask."""
