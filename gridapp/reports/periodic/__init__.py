"""The report of a unit for a week, a month or any days: drawn up, worded, set in Excel and Word."""
