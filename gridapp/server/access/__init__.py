"""The devices of the county: enrolment, tokens, signatures, how much each may ask."""
