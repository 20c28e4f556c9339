"""What staff can do: one named function per thing a person does; each returns what changed."""
