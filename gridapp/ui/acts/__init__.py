"""Acts: what a person may do on a page, each with the form that asks for the least."""
