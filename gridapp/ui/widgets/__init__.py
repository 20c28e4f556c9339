"""The parts that every screen is built from; none of them knows a record or a use case."""
