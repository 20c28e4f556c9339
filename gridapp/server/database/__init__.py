"""The database: its tables, plain statements, one thread that writes, the second wall."""
