"""What is true: pure rules, without clock, database, network or screen."""
