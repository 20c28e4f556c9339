"""Walking rounds from door to door."""
