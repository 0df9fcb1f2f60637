"""What is modelled, in sentences."""
