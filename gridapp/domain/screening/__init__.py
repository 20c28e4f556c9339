"""Rules about rounds and visits."""
