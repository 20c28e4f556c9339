"""Rules of the exchange: who sees what, what a change makes of a record, what is refused."""
