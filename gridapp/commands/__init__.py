"""What the command line does with a person's data: one module for each group of commands."""
