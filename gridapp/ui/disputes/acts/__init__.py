"""What may be done with a case: each act asks for the least, and says what it starts or stops."""
