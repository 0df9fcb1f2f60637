"""What is said of editions: what changed from one to the next."""
