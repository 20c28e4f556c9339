"""THE COUNTY: what every laptop of the county syncs with. Imports contract and domain only."""
