"""The county's own templates of the weekly report and the ledgers: spreadsheets and Word files.

A spreadsheet is changed as the XML that it is, so that what we know nothing of stays as it was.
"""
