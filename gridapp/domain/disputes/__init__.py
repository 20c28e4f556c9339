"""Rules about disputes: their life, clocks, steps and agreements."""
