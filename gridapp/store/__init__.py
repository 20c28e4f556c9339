"""What we keep: the encrypted SQLite of one person, its journal and the questions per feature."""
