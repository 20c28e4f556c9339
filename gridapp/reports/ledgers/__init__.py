"""Ledgers: lists of cases, visits, receptions, households and posts as a county wants them.

Every file of a ledger is made here, so that one place decides what of a person leaves the laptop.
"""
