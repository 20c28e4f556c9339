"""The database: tables, opening, one way to read and one to write, the second wall."""
