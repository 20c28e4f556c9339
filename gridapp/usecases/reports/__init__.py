"""Reports, ledgers and the templates they are written with."""
